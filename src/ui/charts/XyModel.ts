/** What an XY chart draws, in plain numbers. */
export interface XyPoint {
  readonly x: number;
  readonly y: number;
  /** Decides colour and shape, for example the version. */
  readonly group: string;
  /** Shown under the pointer. */
  readonly text: string;
}

export interface XyLinePoint {
  readonly x: number;
  readonly fitted: number;
  readonly low: number;
  readonly high: number;
  readonly extrapolated: boolean;
}

export interface XyLimit {
  readonly y: number;
  readonly label: string;
  /** The x at which the band passes the limit; null when it does not. */
  readonly x: number | null;
  readonly xLabel: string;
}

export interface XyModel {
  readonly points: readonly XyPoint[];
  readonly line: readonly XyLinePoint[];
  readonly limit: XyLimit | null;
}
