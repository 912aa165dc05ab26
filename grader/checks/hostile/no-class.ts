// HOSTILE error 0: the role is an object.
export const Adder = { onStart() {} };
