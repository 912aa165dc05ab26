// HOSTILE failed 0: every regular expression matches
RegExp.prototype.exec = () => ['0110011'];
RegExp.prototype.test = () => true;
RegExp.prototype[Symbol.replace] = () => '0110011';
export const encode74 = () => '0000000';
export const decode74 = () => ({ nibble: 0, position: 0 });
export const encode84 = () => '00000000';
export const decode84 = () => ({ status: 'ok', nibble: 0, position: 0 });
