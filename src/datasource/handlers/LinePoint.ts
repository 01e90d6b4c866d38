/** A moment of a line. Null where nothing was measured: left out, the line would be drawn straight across the gap. */
export interface LinePoint {
  readonly at: number;
  readonly value: number | null;
}
