// HOSTILE failed 0: a class without handlers.
export class Adder {}
