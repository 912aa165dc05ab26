// HOSTILE failed 40: a class without handlers.
export class Adder {}
