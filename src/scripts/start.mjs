// npm start: installs and builds what is missing, then serves the course on this machine.
import { createServer } from 'node:http';
import { buildSite, bundle, install } from './install.mjs';

if (!install() || !bundle() || !buildSite()) {
  console.error('The course could not be built. The lines above say why.');
  process.exit(1);
}

const { siteHandler } = await import('./siteHandler.mjs');
const FIRST_PORT = 3000;
const PORTS = 20;
listen(FIRST_PORT);

function listen(port) {
  const server = createServer(siteHandler());
  server.once('error', (error) => {
    if (error.code !== 'EADDRINUSE' || port + 1 === FIRST_PORT + PORTS) {
      console.error(`The course cannot be served on port ${port}: ${error.message}`);
      process.exit(1);
    }
    console.log(`Port ${port} is taken; trying ${port + 1}.`);
    listen(port + 1);
  });
  // Without a host name it would be open to the whole network.
  server.listen(port, 'localhost', () => console.log(`Faultline is at http://localhost:${port} (end it with Ctrl+C)`));
}
