// HOSTILE failed 0: Map, Set and WeakMap answer as they like
for (const Kind of [Map, Set, WeakMap, WeakSet]) {
  for (const key of ['get', 'has', 'set', 'add', 'forEach']) Kind.prototype[key] = () => true;
}
globalThis.Map = globalThis.Set = globalThis.WeakMap = class {};
export const encode74 = () => '0000000';
export const decode74 = () => ({ nibble: 0, position: 0 });
export const encode84 = () => '00000000';
export const decode84 = () => ({ status: 'ok', nibble: 0, position: 0 });
