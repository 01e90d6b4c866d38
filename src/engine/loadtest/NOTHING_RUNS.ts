import type { RunningNow } from './RunningNow';

/** Before anything was asked, and when nothing moves traffic. */
export const NOTHING_RUNS: RunningNow = { runs: [], held: [], problem: null };
