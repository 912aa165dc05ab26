/** What a part of a diagram stands for. Colour follows it and never carries a meaning alone. */
export type Role = 'process' | 'message' | 'quiet' | 'crash' | 'timer' | 'storage' | 'application' | 'violation';

/** Gives words the look of their role. */
export type Paint = (role: Role, words: string) => string;

export const withoutPaint: Paint = (_role, words) => words;
