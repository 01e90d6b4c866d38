/** What a plain query says of one service. */
export interface PlainFigure {
  /** Null when it is not known. */
  readonly value: number | null;
  /** Why it is not known, as a sentence; null when it is. */
  readonly missing: string | null;
  /** How long ago it ended, as a sentence; null when it goes on. */
  readonly stale: string | null;
}
