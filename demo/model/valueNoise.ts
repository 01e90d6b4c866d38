function knot(seed: number, index: number): number {
  let mixed = Math.imul(seed ^ Math.imul(index | 0, 0x9e3779b1), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return ((mixed ^ (mixed >>> 16)) >>> 0) / 2147483648 - 1;
}

/**
 * Smooth noise in [-1, 1] that depends on the time alone, not on how often it is asked: history, the exporter that
 * continues it and the load generator must agree on the demand of the same minute.
 */
export function valueNoise(seed: number, at: number, periodMs: number): number {
  const position = at / periodMs;
  const index = Math.floor(position);
  const fraction = position - index;
  const smooth = fraction * fraction * (3 - 2 * fraction);
  const left = knot(seed, index);
  return left + (knot(seed, index + 1) - left) * smooth;
}
