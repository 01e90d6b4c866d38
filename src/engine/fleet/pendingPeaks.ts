import type { FactsAssembler } from './FactsAssembler';
import type { AssemblyContext } from './AssemblyContext';
import type { ProfileReadings } from './ProfileReadings';
import { servicesOf } from './servicesOf';
import type { SourceContext } from '../sources/SourceContext';
import type { WorkSlices } from './WorkSlices';

/** A day whose peak of some service is too high to count without a second look. */
export interface PendingPeak {
  readonly source: SourceContext;
  readonly day: number;
}

/** More days than this hold something stranger than a campaign; a person should look. */
const MOST_DAYS = 5;

/** Days to look at again, once the daily peaks are whole: one further question a day, whatever the number of services. */
export async function pendingPeaks(
  all: readonly ProfileReadings[],
  facts: FactsAssembler,
  context: AssemblyContext,
  slices: WorkSlices
): Promise<readonly PendingPeak[]> {
  const pending: PendingPeak[] = [];
  for (const readings of all) {
    const daily = readings.history.get('daily-peak');
    if (daily?.state === 'read' && daily.answer.view.done) {
      const days = await pendingDays(readings, facts, context, slices);
      pending.push(...days.map((day) => ({ source: readings.source, day })));
    }
  }
  return pending;
}

async function pendingDays(readings: ProfileReadings, facts: FactsAssembler, context: AssemblyContext, slices: WorkSlices): Promise<readonly number[]> {
  const days = new Set<number>();
  for (const found of servicesOf(readings)) {
    facts.peaks(readings, found, context).pendingDays.forEach((day) => days.add(day));
    await slices.breathe();
  }
  return [...days].sort((a, b) => b - a).slice(0, MOST_DAYS);
}
