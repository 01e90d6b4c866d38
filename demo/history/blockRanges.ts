const HOUR = 3_600_000;
/** A length that Prometheus' own compaction knows too (2 h x 3^3). Longer blocks are no faster and cost promtool gigabytes. */
export const BLOCK_HOURS = 54;
const BLOCK = BLOCK_HOURS * HOUR;

export interface BlockRange {
  readonly from: number;
  readonly to: number;
}

/** Cuts [from, to) at the bounds of time-series blocks, which lie at whole multiples of their length. */
export function blockRanges(from: number, to: number): BlockRange[] {
  const ranges: BlockRange[] = [];
  for (let start = Math.floor(from / BLOCK) * BLOCK; start < to; start += BLOCK) {
    ranges.push({ from: Math.max(from, start), to: Math.min(to, start + BLOCK) });
  }
  return ranges;
}
