/** Seeds for a worker. */
export interface Chunk {
  readonly from: number;
  readonly count: number;
}

export interface ChunkResult {
  readonly runs: number;
  readonly steps: number;
  readonly virtualSeconds: number;
  readonly outcomes: Readonly<Record<string, number>>;
  readonly violations: ReadonlyArray<{ readonly seed: number; readonly text: string }>;
}
