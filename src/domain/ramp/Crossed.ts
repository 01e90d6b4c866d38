/** When a guard was passed, sample times by the keeper's clock. The fault itself began between the two. */
export interface Crossed {
  /** First sample whose difference (or mean, of a soft guard) is past the guard. */
  readonly at: number;
  /** The sample before it, still within the guard; null = none was kept. */
  readonly clearAt: number | null;
}
