import type { ServiceFacts } from '../../../domain/capacity/ServiceFacts';

/**
 * First day of history of the fleet: the one asked for, or the earliest any service is known from where the data source
 * keeps less, so that the table's header and its rows say the same.
 */
export function historyStart(services: ReadonlyArray<Pick<ServiceFacts, 'ath'>>, asked: number | null): number | null {
  const starts = services.flatMap(({ ath }) => (ath.since === null ? [] : [ath.since]));
  if (asked === null || starts.length === 0) {
    return asked;
  }
  return Math.max(asked, starts.reduce((a, b) => Math.min(a, b)));
}
