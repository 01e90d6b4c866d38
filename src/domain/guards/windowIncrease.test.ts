import { evaluateGuard } from './evaluateGuard';
import { counter, NOW, samples, steady, subject } from './guards.fixture';
import type { RatioGuard } from './GuardSpec';
import type { RawSeries } from './RawSample';
import { sparseIncrease, windowIncrease } from './windowIncrease';

const TIMES = [0, 5, 10, 15];
const of = (...values: ReadonlyArray<number | null>): RawSeries => values.flatMap((value, i) => (value === null ? [] : [{ at: i * 5, value }]));

describe('growth over a window', () => {
  it.each<[string, readonly RawSeries[] | undefined, number | null, number]>([
    ['of one series', [of(1, 2, 4, 8)], 7, 7],
    ['of two', [of(1, 2, 4, 8), of(0, 0, 1, 1)], 8, 8],
    ['after a reset', [of(10, 12, 3, 4)], 6, 6],
    ['of a series that came', [of(null, null, 3, 4)], null, 4],
    ['of one that missed a timestamp', [of(1, null, 4, 8)], null, 7],
    ['of one that missed the first, and was seen before it', [[{ at: -5, value: 1 }, ...of(null, 2, 4, 8)]], null, 7],
    ['of one that missed the newest', [of(1, 2, 4, null)], null, 3],
    ['of one that missed and began anew', [of(10, null, 3, 4)], null, 4],
    ['of one that was not a number for once', [of(1, NaN, 4, 8)], null, 7],
    ['of two, one of which missed a timestamp', [of(1, 2, 4, 8), of(0, null, 6, 6)], null, 13],
    ['of none', [], null, 0],
    ['of what nobody samples', undefined, null, 0],
  ])('%s', (_, series, whole, sparse) => {
    expect(windowIncrease(series, TIMES)).toBe(whole);
    expect(sparseIncrease(series, TIMES)).toBe(sparse);
  });
});

it.each<[string, ReadonlyArray<number | null>]>([
  ['every scrape left them', steady(20)],
  // Nothing grows in the scrape that left no sample: it shows in the next one.
  ['one scrape left none', [20, 20, 20, 20, 20, null, 40, 20]],
])('a guard on errors sees half of the requests fail where %s', (_, failing) => {
  const guard: RatioGuard = { id: 'e', kind: 'errors', on: 'target', role: 'limit', strength: 'soft', confirmations: 1, part: 'errors', whole: 'requests', limit: 0.4, floor: 5 };
  const given = samples([subject({ requests: [counter(steady(40))], errors: [counter(failing)] })]);
  expect(evaluateGuard(guard, given, NOW)).toMatchObject({ verdict: 'stop', value: 0.5 });
});
