// HOSTILE failed 0: Reflect answers as it likes
Reflect.apply = () => '0110011';
Reflect.ownKeys = () => ['nibble', 'position'];
Reflect.getOwnPropertyDescriptor = () => ({ value: 11, enumerable: true });
Reflect.getPrototypeOf = () => null;
Reflect.defineProperty = () => true;
export const encode74 = () => '0000000';
export const decode74 = () => ({ nibble: 0, position: 0 });
export const encode84 = () => '00000000';
export const decode84 = () => ({ status: 'ok', nibble: 0, position: 0 });
