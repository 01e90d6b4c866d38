import { DAY } from '../../domain/base/Duration';
import type { Benchmark } from '../../domain/capacity/Benchmark';
import { NOW } from './NOW';

/** A load-tested benchmark of 12 days ago, changed where the test says so. */
export const benchmarkFixture = (changes: Partial<Benchmark> = {}): Benchmark => ({
  origin: 'load-test',
  low: 260,
  high: 285,
  at: NOW - 12 * DAY,
  by: 'kim',
  version: '1.42.0',
  spec: null,
  note: null,
  evidence: { origins: [{ kind: 'declared', by: 'kim', at: NOW - 12 * DAY, note: 'search, 8 steps' }] },
  ...changes,
});
