// HOSTILE failed 0: the role is an arrow function.
export const Adder = () => ({ onMessage() {} });
