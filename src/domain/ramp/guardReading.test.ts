import { evaluateGuard } from '../guards/evaluateGuard';
import type { RawSeries } from '../guards/RawSample';
import { guardReading } from './guardReading';
import { guardSpecs } from './guardSpecs';
import { NOW, plan } from './run.fixture';
import { SIGNAL } from './Signal';

const SCRAPE = 5_000;
const facts = { signals: new Set([SIGNAL.requests, SIGNAL.errors]), buckets: false, cores: null, targetStartedSeconds: null, memoryBytes: null };

/** A counter of ten samples up to now; `rates` a second over the last of its intervals. */
function counter(usual: number, rates: readonly number[]): RawSeries {
  let value = 1_000;
  return Array.from({ length: 10 }, (_, i) => {
    value += 5 * (rates[i - (10 - rates.length)] ?? usual);
    return { at: NOW - (9 - i) * SCRAPE, value };
  });
}

/** The hard error guard after these error rates in the newest intervals. */
function hardErrors(rates: readonly number[]) {
  const named = guardSpecs(plan(), facts).find(({ spec }) => spec.id === 'errors-hard-target');
  if (named === undefined) {
    throw new Error('no hard error guard');
  }
  const subject = { subject: 'a', role: 'target' as const, series: { [SIGNAL.requests]: [counter(100, [])], [SIGNAL.errors]: [counter(0, rates)] }, buckets: [] };
  return guardReading(named, evaluateGuard(named.spec, { scrapeMs: SCRAPE, subjects: [subject], router: null }, NOW));
}

describe('since when a guard is passed', () => {
  it.each<[string, readonly number[], { at: number; clearAt: number | null } | null]>([
    ['not at all', [0, 0], null],
    ['since the newest sample', [0, 80], { at: NOW, clearAt: NOW - SCRAPE }],
    ['since the one before it', [80, 80], { at: NOW - SCRAPE, clearAt: NOW - 2 * SCRAPE }],
    ['anew after it was clear', [80, 0, 80], { at: NOW, clearAt: NOW - SCRAPE }],
    ['for longer than is looked at', [80, 80, 80, 80, 80, 80, 80], { at: NOW - 5 * SCRAPE, clearAt: null }],
  ])('%s', (_name, rates, crossed) => {
    expect(hardErrors(rates).crossed).toEqual(crossed);
  });
});
