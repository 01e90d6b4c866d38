/** One level of a fit that never falls, and the values it stands for. */
export interface IsotonicBlock {
  readonly level: number;
  readonly weight: number;
  /** First and last position it covers. */
  readonly from: number;
  readonly to: number;
}

/**
 * The non-decreasing sequence nearest to `values` by weighted squares (pool adjacent violators; Ayer et al. 1955), as the
 * blocks it is constant on. Weights above 0; a length that differs is a RangeError.
 */
export function isotonicFit(values: readonly number[], weights: readonly number[]): readonly IsotonicBlock[] {
  if (values.length !== weights.length) {
    throw new RangeError(`${values.length} values and ${weights.length} weights: as many of each are needed`);
  }
  const blocks: IsotonicBlock[] = [];
  values.forEach((value, i) => {
    let block: IsotonicBlock = { level: value, weight: weights[i] ?? 1, from: i, to: i };
    for (let before = blocks.at(-1); before !== undefined && before.level >= block.level; before = blocks.at(-1)) {
      const weight = before.weight + block.weight;
      block = { level: (before.level * before.weight + block.level * block.weight) / weight, weight, from: before.from, to: block.to };
      blocks.pop();
    }
    blocks.push(block);
  });
  return blocks;
}
