import { DAY } from '../base/Duration';

/** The measured way back: the lease was left to lapse, and this long after it the traffic was at baseline. */
export interface RehearsalResult {
  /** Keeper's clock. */
  readonly at: number;
  /** From the end of the lease to the end of the first window at baseline. */
  readonly returnMs: number;
  readonly server: string;
}

const VALID_FOR = 7 * DAY;

/** Share of the target in a rehearsal: below its usual one, so that nothing is at risk. */
export function rehearsalShareBp(baselineBp: number, members: number): number {
  return Math.floor(baselineBp * (members <= 3 ? 0.8 : 0.5));
}

/** A rehearsal stands for seven days and for one version of the endpoint. */
export const rehearsalStands = (result: RehearsalResult | null, server: string, now: number): result is RehearsalResult =>
  result !== null && result.server === server && now - result.at < VALID_FOR && now >= result.at;

/** Longest time to baseline after the browser died, as promised to the operator, milliseconds. */
export const promisedReturnMs = (ttlSeconds: number, propagationMaxMs: number): number => ttlSeconds * 1000 + 1000 + propagationMaxMs;
