import type { Benchmark } from './Benchmark';

/**
 * True for a load test that ended before a limit was met: one instance carries at least this, nobody knows how much
 * more. A declaration without an upper end is what its author wants to be counted with, so it is taken at its word.
 */
export const isAtLeast = ({ origin, high, parts }: Pick<Benchmark, 'origin' | 'high' | 'parts'>): boolean =>
  parts === undefined ? origin === 'load-test' && high === null : parts.some(isAtLeast);
