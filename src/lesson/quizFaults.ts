/** What is wrong with a quiz as it was written: a sentence for each fault, for its author. */
import type { Quiz, QuizQuestion } from './quiz.ts';

const FEWEST_CHOICES = 2;
const MOST_CHOICES = 6;

export function quizFaults(quiz: Quiz): readonly string[] {
  if (!Array.isArray(quiz) || quiz.length === 0) return ['It must export `quiz`, a list with at least one question.'];
  const asks = quiz.map((question) => question.ask);
  return quiz.flatMap((question, at) => [
    ...questionFaults(question).map((fault) => `Question ${at + 1}, “${question.ask}”: ${fault}`),
    ...(asks.indexOf(question.ask) < at ? [`Question ${at + 1}, “${question.ask}”, is asked twice.`] : []),
  ]);
}

function questionFaults({ ask, choices }: QuizQuestion): readonly string[] {
  const faults: string[] = [];
  const rights = choices.filter((choice) => choice.isRight === true).length;
  if (isBlank(ask)) faults.push('it asks nothing.');
  if (choices.length < FEWEST_CHOICES || choices.length > MOST_CHOICES)
    faults.push(`it has ${choices.length} choices; ${FEWEST_CHOICES} to ${MOST_CHOICES} are allowed.`);
  if (rights !== 1) faults.push(`${rights} choices are right; exactly one must have \`isRight: true\`.`);
  for (const [at, { text, why }] of choices.entries()) {
    if (isBlank(text)) faults.push(`choice ${at + 1} has no text.`);
    else if (choices.findIndex((choice) => choice.text === text) < at) faults.push(`two choices say “${text}”.`);
    if (isBlank(why)) faults.push(`choice ${at + 1}, “${text}”, has no \`why\`.`);
  }
  return faults;
}

/** Whoever writes a quiz sees this before the compiler looks at it, so a text may be missing. */
function isBlank(text: string | undefined): boolean {
  return (text ?? '').trim() === '';
}
