// HOSTILE failed 0: functions of Object answer as they like
Object.keys = () => ['nibble'];
Object.entries = () => [['nibble', 11]];
Object.hasOwn = () => true;
Object.is = () => true;
Object.getOwnPropertyDescriptor = () => ({ value: 11, enumerable: true });
Object.defineProperty = () => ({});
Object.freeze = () => ({});
Object.getPrototypeOf = () => Object.prototype;
export const encode74 = () => '0000000';
export const decode74 = () => ({ nibble: 0, position: 0 });
export const encode84 = () => '00000000';
export const decode84 = () => ({ status: 'ok', nibble: 0, position: 0 });
