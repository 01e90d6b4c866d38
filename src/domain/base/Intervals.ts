/** Half-open span `[from, to)`. */
export type Interval = readonly [from: number, to: number];

/** Sorted, disjoint, not touching, none empty. */
export type Intervals = readonly Interval[];

/** Any spans, in any order, as a proper set: sorted, overlapping and touching ones merged, empty ones dropped. */
export function merge(spans: readonly Interval[]): Intervals {
  const sorted = spans.filter(([from, to]) => to > from).sort((a, b) => a[0] - b[0]);
  const merged: Array<[number, number]> = [];
  for (const [from, to] of sorted) {
    const last = merged.at(-1);
    if (last && from <= last[1]) {
      last[1] = Math.max(last[1], to);
    } else {
      merged.push([from, to]);
    }
  }
  return merged;
}

/** What of `whole` is not in `taken`. */
export function subtract(whole: Intervals, taken: Intervals): Intervals {
  return whole.flatMap(([from, to]) => {
    const rest: Interval[] = [];
    let cursor = from;
    for (const [a, b] of taken) {
      if (b > cursor && a < to) {
        rest.push([cursor, a]);
        cursor = b;
      }
    }
    rest.push([cursor, to]);
    return merge(rest);
  });
}

/** What is in both. */
export const intersect = (a: Intervals, b: Intervals): Intervals =>
  merge(a.flatMap(([from, to]) => b.map(([f, t]): Interval => [Math.max(from, f), Math.min(to, t)])));

export const totalLength = (spans: Intervals): number => spans.reduce((sum, [from, to]) => sum + to - from, 0);
