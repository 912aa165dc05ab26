/** What the figure with the block diagram says, and what its parts are called. */
import { availabilityOfDiagram, availabilityOfStage, partsOf, type Diagram, type Stage } from './blockDiagram.ts';
import { YEAR_HOURS } from './uptime.ts';
import { durationText, probabilityText } from './uptimeWords.ts';

/** A, B, C and so on; a part keeps its letter while it moves. */
export function partName(id: number): string {
  const letter = String.fromCharCode(65 + ((id - 1) % 26));
  return id > 26 ? `${letter}${Math.ceil(id / 26)}` : letter;
}

export function diagramSentence(diagram: Diagram): string {
  const whole = availabilityOfDiagram(diagram);
  const down = `The whole is up with ${probabilityText(whole)}, and down for ${durationText((1 - whole) * YEAR_HOURS)} a year.`;
  if (partsOf(diagram).length === 1) return down;
  if (diagram.length === 1) return `${down} All its parts stand beside each other.`;
  const weakest = diagram.reduce((worst, stage) => (availabilityOfStage(stage) < availabilityOfStage(worst) ? stage : worst));
  return `${down} It is never better than its weakest stage, ${namesOf(weakest)} with ${probabilityText(availabilityOfStage(weakest))}.`;
}

/** Where a part stands, for those who do not see the drawing. */
export function diagramText(diagram: Diagram): string {
  return `In series: ${diagram.map(stageText).join('; then ')}.`;
}

function stageText(stage: Stage): string {
  return stage.parts.length === 1 ? namesOf(stage) : `${namesOf(stage)} beside each other, of which ${stage.needed} must work`;
}

function namesOf({ parts }: Stage): string {
  return parts.map(({ id }) => partName(id)).join(', ');
}
