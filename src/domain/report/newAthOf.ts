import { valueOf } from '../base/Figure';
import type { FleetRow } from '../capacity/FleetRow';
import type { NewAth } from './CapacityReport';
import type { ReportWeek } from './ReportWeek';
import type { ServiceBefore } from './ServiceBefore';

/** Rises smaller than this are noise of reading again. */
const WORTH = 1.001;

/**
 * The all-time high of a service if it was reached within the week; null when it is older, unknown, or when the service
 * has no past to compare with: the first week of anything is its highest.
 */
export function newAthOf({ facts }: FleetRow, before: ServiceBefore | undefined, week: ReportWeek): NewAth | null {
  const { figure, at, span = 0, since, censored } = facts.ath;
  if (!figure.known || at === null || at + span <= week.from || since === null || since >= week.from || before?.kind === 'new') {
    return null;
  }
  const last = before?.kind === 'known' ? valueOf(before.row.facts.ath.figure) : null;
  // What is lower than before is what was left over when a peak was voided.
  return last !== null && figure.value <= WORTH * last ? null : { facts, value: figure.value, at, span, atLeast: censored, before: last };
}
