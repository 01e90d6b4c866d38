import type { SearchState } from './SearchState';

/*
 * Finding the limit (load-tests.md, "Plan"). With a prior: 0.80, 0.95, 1.05 of it. Without one, and after a prior that was
 * too low: doubling, guards only. After a failure: bisect between highest carried and lowest failed until they are within
 * the tolerance, then one full judged step at the highest carried demand confirms it. A cap reached without a failure is
 * confirmed likewise, and is not a limit: traffic ran out.
 */

const FAST_POINTS = [0.8, 0.95, 1.05] as const;
/** The design's 5 % and 11 % are what the result shall be good for; the bracket is narrower, since what is confirmed is its lower end. */
const COLD_TOLERANCE = 0.03;
const FAST_TOLERANCE = 0.06;
/** After a prior that turned out too low, or a failure that turned out to be none: what comes next is near. */
const BEYOND_KNOWN = 1.1;
const MOST_CONFIRMS = 5;
const AFTER_FAILED_CONFIRM = 0.97;
/** What lies this close below a failed confirmation failed with it. */
const SAME = 0.995;

/** Requests/s: usual demand of one instance, and the most this run may give the target. */
export interface SearchBounds {
  readonly fairRps: number;
  readonly capRps: number;
}

export type SearchMove =
  | { readonly kind: 'try'; readonly wantedRps: number; readonly purpose: 'climb' | 'bisect' | 'confirm'; readonly search: SearchState }
  | { readonly kind: 'end'; readonly reason: 'limit-found' | 'traffic-ran-out' | 'failed' | 'undecided' };

export const startSearch = (priorRps: number | null): SearchState => ({
  stage: priorRps === null ? 'climb' : 'fast',
  priorRps,
  fastNext: 0,
  carried: [],
  failed: null,
  tolerance: priorRps === null ? COLD_TOLERANCE : FAST_TOLERANCE,
  confirms: 0,
  ranOut: false,
});

export const highestCarried = (search: SearchState): number | null => search.carried.at(-1) ?? null;

/** The level carried `rps`; `atCap` = it was all this run may give. What was carried above it stays carried: it may be on the way back up. */
export function afterCarried(search: SearchState, rps: number, atCap: boolean): SearchState {
  const carried = [...search.carried.filter((c) => c !== rps), rps].sort((a, b) => a - b);
  // Later evidence wins: what failed below what is carried now was not the limit.
  const failed = search.failed !== null && search.failed <= rps ? null : search.failed;
  return { ...search, carried, failed, ranOut: failed === null && atCap };
}

/** The level at `rps` failed; a failed confirmation takes back what was thought carried. */
export function afterFailed(search: SearchState, rps: number): SearchState {
  return {
    ...search,
    failed: search.failed === null ? rps : Math.min(search.failed, rps),
    carried: search.carried.filter((c) => c < rps * (search.stage === 'confirm' ? SAME : 1)),
    ranOut: false,
    stage: 'bisect',
  };
}

/** What to try next. */
export function nextInSearch(search: SearchState, bounds: SearchBounds): SearchMove {
  const carried = highestCarried(search);
  if (search.failed !== null) {
    return narrow(search, search.failed, carried, bounds);
  }
  return search.ranOut && carried !== null ? confirm(search, carried) : climb(search, carried, bounds);
}

/** `end` null = there is more to learn. */
export interface Confirmed {
  readonly search: SearchState;
  readonly end: 'limit-found' | 'traffic-ran-out' | null;
}

/** The confirming step was permitted at `rps`. Where demand has drifted above all that failed, no limit is known any more: on up, as far as there is traffic. */
export function afterConfirmed(search: SearchState, rps: number, atCap: boolean): Confirmed {
  const known = afterCarried(search, rps, atCap);
  if (known.failed !== null) {
    return { search: known, end: 'limit-found' };
  }
  return { search: known, end: search.failed === null || atCap ? 'traffic-ran-out' : null };
}

function narrow(search: SearchState, failed: number, carried: number | null, bounds: SearchBounds): SearchMove {
  const low = carried ?? bounds.fairRps;
  if (failed <= low) {
    return { kind: 'end', reason: 'failed' };
  }
  if (failed / low > 1 + search.tolerance) {
    return { kind: 'try', wantedRps: Math.sqrt(low * failed), purpose: 'bisect', search: { ...search, stage: 'bisect' } };
  }
  // A demand that failed when it was held for long makes what lies just below it doubtful too.
  const wanted = carried === null ? null : search.confirms === 0 ? carried : Math.min(carried, failed * AFTER_FAILED_CONFIRM);
  return wanted === null ? { kind: 'end', reason: 'failed' } : confirm(search, wanted);
}

function confirm(search: SearchState, wantedRps: number): SearchMove {
  return search.confirms >= MOST_CONFIRMS
    ? { kind: 'end', reason: 'undecided' }
    : { kind: 'try', wantedRps, purpose: 'confirm', search: { ...search, stage: 'confirm', confirms: search.confirms + 1 } };
}

function climb(search: SearchState, carried: number | null, { fairRps, capRps }: SearchBounds): SearchMove {
  const point = FAST_POINTS[search.fastNext];
  if (search.stage === 'fast' && search.priorRps !== null && point !== undefined) {
    const wantedRps = Math.min(capRps, point * search.priorRps);
    return { kind: 'try', wantedRps, purpose: 'climb', search: { ...search, fastNext: search.fastNext + 1 } };
  }
  const factor = search.priorRps === null && search.confirms === 0 ? 2 : BEYOND_KNOWN;
  return { kind: 'try', wantedRps: Math.min(capRps, factor * (carried ?? fairRps)), purpose: 'climb', search: { ...search, stage: 'climb' } };
}
