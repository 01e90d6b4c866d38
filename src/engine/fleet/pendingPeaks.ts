import type { FactsAssembler } from './FactsAssembler';
import type { AssemblyContext } from './AssemblyContext';
import type { ProfileReadings } from './ProfileReadings';
import { servicesOf } from './servicesOf';
import type { SourceContext } from '../sources/SourceContext';

/** A day whose peak of some service is too high to count without a second look. */
export interface PendingPeak {
  readonly source: SourceContext;
  readonly day: number;
}

/** More days than this hold something stranger than a campaign; a person should look. */
const MOST_DAYS = 5;

/** Days to look at again, once the daily peaks are whole: one further question a day, whatever the number of services. */
export function pendingPeaks(all: readonly ProfileReadings[], facts: FactsAssembler, context: AssemblyContext): readonly PendingPeak[] {
  return all.flatMap((readings) => {
    const daily = readings.history.get('daily-peak');
    if (daily?.state !== 'read' || !daily.answer.view.done) {
      return [];
    }
    const days = new Set(servicesOf(readings).flatMap((found) => facts.peaks(readings, found, context).pendingDays));
    return [...days].sort((a, b) => b - a).slice(0, MOST_DAYS).map((day) => ({ source: readings.source, day }));
  });
}
