// HOSTILE failed 0: well-known symbols that are read when values are compared or shown
Object.prototype[Symbol.toPrimitive] = () => '0110011';
Object.prototype[Symbol.toStringTag] = '0110011';
Object.prototype.valueOf = () => 11;
Object.prototype.toString = () => '0110011';
Object.prototype.constructor = String;
export const encode74 = () => '0000000';
export const decode74 = () => ({ nibble: 0, position: 0 });
export const encode84 = () => '00000000';
export const decode84 = () => ({ status: 'ok', nibble: 0, position: 0 });
