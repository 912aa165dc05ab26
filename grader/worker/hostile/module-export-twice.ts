// HOSTILE error 0: exports a name twice
export const encode74 = 1;
export { encode74 };
