/**
 * A lesson's questions, as they are written in `docs/<module>/<slug>.quiz.ts` and as a page gets them.
 *
 * A page gets questions and choices in the clear, and which choice is right only sealed: nobody should read it by accident while
 * looking at a page's source. It is no secret from those who want to know.
 */
interface QuizChoice {
  readonly text: string;
  /** Why it is right, or why it tempts and is wrong all the same. */
  readonly why: string;
  readonly isRight?: boolean;
}

export interface QuizQuestion {
  readonly ask: string;
  readonly choices: readonly QuizChoice[];
}

export type Quiz = readonly QuizQuestion[];

export interface Answers {
  /** Index of the right choice. */
  readonly right: number;
  /** For each choice. */
  readonly whys: readonly string[];
}

export interface SealedQuestion {
  readonly ask: string;
  readonly choices: readonly string[];
  /** For `unseal`. */
  readonly sealed: string;
}

/** What `@generated/faultline-quizzes/default/<slug>.json` holds. */
export interface SealedQuiz {
  readonly slug: string;
  readonly questions: readonly SealedQuestion[];
}

const KEY = new TextEncoder().encode('answer first');

export function sealQuiz(slug: string, quiz: Quiz): SealedQuiz {
  return { slug, questions: quiz.map(sealQuestion) };
}

function sealQuestion({ ask, choices }: QuizQuestion): SealedQuestion {
  return {
    ask,
    choices: choices.map((choice) => choice.text),
    sealed: seal({ right: choices.findIndex((choice) => choice.isRight === true), whys: choices.map((choice) => choice.why) }),
  };
}

function seal(answers: Answers): string {
  const bytes = new TextEncoder().encode(JSON.stringify(answers));
  return btoa(String.fromCharCode(...bytes.map(mixed)));
}

export function unseal(sealed: string): Answers {
  const bytes = Uint8Array.from(atob(sealed), (character) => character.charCodeAt(0));
  const answers: Answers = JSON.parse(new TextDecoder().decode(bytes.map(mixed)));
  return answers;
}

/** Its own inverse. */
function mixed(byte: number, at: number): number {
  return byte ^ ((KEY[at % KEY.length] ?? 0) + at);
}
