/** What the figure with the year says. */
import { YEAR_HOURS, type Figures, type Kind, type Outage } from './uptime.ts';
import { durationText, numberText } from './uptimeWords.ts';

export function yearSentence(kind: Kind, outages: readonly Outage[], figures: Figures): string {
  switch (kind) {
    case 'hourly':
      return 'Highly available: at nearly every instant it is up. Not reliable: no interval of an hour passes without a failure.';
    case 'holiday':
      return 'Not very available: for two weeks in August nobody is served. Highly reliable: while it is open, it never fails.';
    case 'random': {
      const hours = outages.reduce((sum, { from, to }) => sum + to - from, 0);
      const expected = `on average ${times(figures.failures)} and ${durationText(figures.unavailability * YEAR_HOURS)}`;
      if (outages.length === 0) return `In this year it did not fail at all: ${expected}.`;
      return `In this year it failed ${times(outages.length)} and was down for ${durationText(hours)}: ${expected}.`;
    }
  }
}

function times(count: number): string {
  return count === 1 ? 'once' : `${numberText(count)} times`;
}
