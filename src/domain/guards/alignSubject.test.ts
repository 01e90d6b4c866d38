import { alignSubject } from './alignSubject';
import { evaluateGuard } from './evaluateGuard';
import { NOW, samples, SCRAPE, subject } from './guards.fixture';
import type { RawSeries } from './RawSample';
import type { RatioGuard } from './GuardSpec';

/** A counter that grows evenly, sampled `offset` ms into each interval; `skip` leaves scrapes out. */
const counter = (rate: number, offset: number, { count = 8, skip = [], first = 0 }: { count?: number; skip?: readonly number[]; first?: number } = {}): RawSeries =>
  Array.from({ length: count }, (_, i) => ({ at: BASE + (first + i) * SCRAPE + offset, value: rate * (SCRAPE / 1000) * i })).filter((_, i) => !skip.includes(i));

const BASE = NOW - 8 * SCRAPE;
const errors: RatioGuard = { id: 'e', kind: 'errors', on: 'dependency', who: 'db', role: 'safety', strength: 'hard', confirmations: 1, part: 'errors', whole: 'requests', limit: 0.5, floor: 5 };
const of = (requests: readonly RawSeries[], failed: readonly RawSeries[] = []) => subject({ requests, errors: failed }, { subject: 'db', role: 'dependency' });
const evaluate = (one: ReturnType<typeof of>, now = NOW) => evaluateGuard(errors, samples([alignSubject(one, SCRAPE)]), now);

describe('samples of several instances as one subject', () => {
  it('stand at the oldest timestamp of their interval', () => {
    const { series } = alignSubject(of([counter(1, 3_000), counter(1, 500)]), SCRAPE);
    expect(series.requests?.map((one) => one.map(({ at }) => (at - BASE) % SCRAPE))).toEqual([Array(8).fill(500), Array(8).fill(500)]);
  });

  it('would be blind without: no two instances are scraped at one moment', () => {
    const one = of([counter(10, 3_000), counter(10, 500)]);
    expect(evaluateGuard(errors, samples([one]), NOW)).toMatchObject({ verdict: 'stop', value: null });
    expect(evaluate(one)).toMatchObject({ verdict: 'pass', value: 0 });
  });

  it.each<[string, readonly RawSeries[], readonly RawSeries[], string, number | null]>([
    ['half of one of two fails', [counter(10, 0), counter(10, 2_000)], [counter(10, 2_000)], 'pass', 0.5],
    ['all of one and some of the other', [counter(10, 0), counter(10, 2_000)], [counter(10, 2_000), counter(5, 0)], 'stop', 0.75],
    ['a scrape that one instance missed is made up for', [counter(10, 0, { skip: [6] }), counter(10, 2_000)], [], 'pass', 0],
    ['an instance that is gone adds nothing', [counter(10, 0), counter(10, 2_000, { count: 3 })], [counter(10, 2_000, { count: 3 })], 'pass', 0],
    ['an instance that came counts from its first sample', [counter(10, 0), counter(10, 2_000, { count: 4, first: 4 })], [counter(10, 2_000, { count: 4, first: 4 })], 'pass', 0.5],
  ])('%s', (_name, requests, failed, verdict, value) => {
    expect(evaluate(of(requests, failed))).toMatchObject({ verdict, value });
  });

  it('violate when nobody is sampled any more', () => {
    expect(evaluate(of([counter(10, 0), counter(10, 2_000)]), NOW + 3 * SCRAPE)).toMatchObject({ verdict: 'stop', value: null });
    expect(evaluateGuard(errors, samples([]), NOW)).toMatchObject({ verdict: 'stop', reason: 'there are no samples of db' });
  });

  it('keep resets apart: one instance that starts anew does not hide the growth of another', () => {
    const restarted = counter(10, 2_000).map(({ at, value }, i) => ({ at, value: i < 7 ? value + 1_000 : 50 }));
    expect(evaluate(of([counter(10, 0), restarted], [restarted]))).toMatchObject({ verdict: 'pass', value: 0.5 });
  });
});
