/** How far the first fill (or the tail) has come. */
export interface FillProgress {
  /** 0 to 1. */
  readonly share: number;
  /** What is being read now and why, one line. */
  readonly doing: string;
  readonly questionsDone: number;
  readonly questions: number;
}
