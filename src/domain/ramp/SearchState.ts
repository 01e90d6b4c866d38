/** What a search knows. Demand of the target in requests/s. */
export interface SearchState {
  readonly stage: 'fast' | 'climb' | 'bisect' | 'confirm';
  readonly priorRps: number | null;
  /** Next of the fast points to try. */
  readonly fastNext: number;
  /** Everything carried, ascending. */
  readonly carried: readonly number[];
  readonly failed: number | null;
  /** Width at which carried and failed are close enough. */
  readonly tolerance: number;
  readonly confirms: number;
  /** The highest carried demand was all there was to give. */
  readonly ranOut: boolean;
}
