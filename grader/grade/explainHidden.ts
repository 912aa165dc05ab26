import type { Diagnostic } from '../base/report.ts';
import type { Suspect } from '../compile/moduleState.ts';
import { quoteSource } from '../compile/quoteSource.ts';
import type { HiddenState } from '../sim/broken.ts';

/** What is said of state outside of instances. Where it is not known what holds it, the suspects of the source are named. */
export function explainHidden({ happened, cure, place }: HiddenState, suspects: readonly Suspect[]): Diagnostic {
  const blamed = place ? [] : suspects;
  const names = blamed.map((one) => `\`${quoteSource(one.name)}\` (line ${one.place.line})`).join(' or ');
  return {
    code: 'E_HIDDEN_STATE',
    message: `${happened}${names === '' ? '' : `, most likely ${names}`}. ${cure}`,
    ...(place ?? blamed[0]?.place),
  };
}
