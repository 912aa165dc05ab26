// HOSTILE error 0: exports null, a number, an array and an object
export const encode74 = null;
export const decode74 = 5;
export const encode84 = [];
export const decode84 = { get x() { for (;;); } };
