/** What became of one death. */
export interface Died {
  /** From the death to the first look at HAProxy's own weights that finds them at baseline, milliseconds; null = they were not seen there. */
  readonly weightsMs: number | null;
  /** From the death to the end of the first window of a second in which the target got its usual part; null = there was none. */
  readonly shareMs: number | null;
  /** Longest that was promised, milliseconds. */
  readonly promisedMs: number;
  /** What else had to hold and did not; null = it held. */
  readonly broken: string | null;
  /** How the run ended, in the page's words. */
  readonly ending: string;
}

/** Whether everything that was promised was kept. */
export const isKept = ({ weightsMs, shareMs, promisedMs, broken }: Died): boolean =>
  broken === null && weightsMs !== null && shareMs !== null && Math.max(weightsMs, shareMs) <= promisedMs;
