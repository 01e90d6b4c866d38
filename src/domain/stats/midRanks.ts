/** Ranks from 1, ties averaged, NaN highest (tied with infinity), and the sizes of the tie groups. */
export interface MidRanks {
  readonly ranks: readonly number[];
  readonly ties: readonly number[];
}

export function midRanks(values: readonly number[]): MidRanks {
  const keys = values.map((v) => (Number.isNaN(v) ? Infinity : v));
  const order = keys.map((_, i) => i).sort((a, b) => compare(keys[a] ?? 0, keys[b] ?? 0));
  const ranks = new Array<number>(values.length).fill(0);
  const ties: number[] = [];
  for (let start = 0; start < order.length; ) {
    const value = keys[order[start] ?? 0];
    let end = start + 1;
    while (end < order.length && keys[order[end] ?? 0] === value) {
      end++;
    }
    order.slice(start, end).forEach((i) => (ranks[i] = (start + 1 + end) / 2));
    ties.push(end - start);
    start = end;
  }
  return { ranks, ties };
}

/** Subtraction would make NaN of two infinities. */
const compare = (a: number, b: number): number => (a < b ? -1 : a > b ? 1 : 0);
