// The built site has another file in this place. This one is what a server for development hands out: had the built course been visited at
// the same address before, its service worker would go on showing that.
addEventListener('install', () => self.skipWaiting());
addEventListener('activate', async () => {
  await self.registration.unregister();
  for (const client of await self.clients.matchAll({ type: 'window' })) void client.navigate(client.url);
});
