import { NIST_UNIVARIATE } from '../../stats/nistUnivariate.fixture';
import { canaryConfig, canaryData, canaryMetric } from './canary.fixture';
import { cleanSide, percentileR7, withoutOutliers } from './cleanSide';
import { commonLanguageEffectSize, meanRatio } from './effectSize';
import { judgeCanary } from './judgeCanary';
import { padSide, pairSeries } from './pairSeries';
import { failsEarly } from './failsEarly';
import { sideStatistics } from './sideStatistics';

const series = (values: readonly number[], tags: Record<string, string> = {}, over = {}) => ({ tags, values, from: 0, to: 60_000, step: 0, ...over });

describe('cleaning', () => {
  // numpy 2, np.percentile(v, [1, 25, 75, 99]) of 1..10 and 100.
  const values = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 100];
  it.each([
    [1, 1.1],
    [25, 3.5],
    [75, 8.5],
    [99, 91],
  ])('percentile %p is %p', (p, expected) => expect(percentileR7(values, p)).toBeCloseTo(expected, 12));

  it('has no percentile of nothing and the value itself of one', () => expect([percentileR7([], 50), percentileR7([3], 99)]).toEqual([NaN, 3]));

  it.each([
    ['3 x IQR from the quartiles, never inside of P1 and P99', values, 3, [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]],
    ['a wide fence', values, 30, values],
    ['one value', [5], 3, [5]],
    ['nothing', [], 3, []],
    ['all equal', [4, 4, 4], 3, [4, 4, 4]],
  ])('outliers: %s', (_, given, factor, kept) => expect(withoutOutliers(given, factor)).toEqual(kept));

  it('drops or replaces NaN and keeps infinities', () => {
    expect(cleanSide([1, NaN, Infinity], canaryMetric())).toEqual([1, Infinity]);
    expect(cleanSide([1, NaN], canaryMetric({ nanStrategy: 'replace' }))).toEqual([1, 0]);
  });
});

describe('pairs', () => {
  it.each([
    ['pads to floor((to - from) / step)', series([1, 2], {}, { step: 14_000 }), [1, 2, NaN, NaN]],
    ['never cuts', series([1, 2, 3], {}, { step: 60_000 }), [1, 2, 3]],
    ['unknown step: no padding', series([1]), [1]],
  ])('%s', (_, given, values) => expect(padSide(given)).toEqual(values));

  it('makes one pair for each equal tag set, and an all-NaN template where one side has none', () => {
    expect(pairSeries([series([1], { path: '/a' }), series([2], { path: '/b' })], [series([3], { path: '/b' })])).toEqual({
      ok: true,
      value: [
        { tags: { path: '/a' }, control: [1], experiment: [NaN] },
        { tags: { path: '/b' }, control: [2], experiment: [3] },
      ],
    });
  });

  it('takes an untagged side as a template for each tag set', () => {
    expect(pairSeries([series([9])], [series([3], { path: '/b' })])).toEqual({ ok: true, value: [{ tags: { path: '/b' }, control: [NaN], experiment: [3] }] });
  });

  it('refuses different tag keys by name', () => {
    expect(pairSeries([series([1], { path: '/a' })], [series([1], { zone: 'a' })])).toEqual({ ok: false, error: 'the two sides have different tags: path and zone' });
  });
});

describe('effect sizes and statistics', () => {
  it('is the ratio of means, unknown when one is 0', () => expect([meanRatio([2, 4], [1, 2]), meanRatio([0], [1]), meanRatio([1], [0])]).toEqual([2, NaN, NaN]));

  // scipy 1.17.1: mannwhitneyu(x, y).statistic / (n m).
  it.each([
    [[1, 2, 3], [1, 2, 3], 0.5],
    [[4, 5], [1, 2, 3], 1],
    [[1, 4, 6, 2], [3, 2, 1], 0.6666666666666666],
  ])('chance that %j exceeds %j is %p', (x, y, expected) => expect(commonLanguageEffectSize(x, y)).toBeCloseTo(expected, 12));

  it('is all zeros for an empty side', () => expect(sideStatistics([])).toEqual({ min: 0, max: 0, mean: 0, std: 0, count: 0 }));

  // NIST StRD, certified; NumAcc4 as far as doubles hold it.
  it.each(NIST_UNIVARIATE.map((set) => [set.name, set] as const))('has the mean and the standard deviation of NIST %s', (name, { values, mean, sd }) => {
    const found = sideStatistics(values);
    expect(found.mean / mean).toBeCloseTo(1, 13);
    expect(found.std / sd).toBeCloseTo(1, name === 'NumAcc4' || name === 'NumAcc3' ? 7 : 12);
  });

  it('keeps the digits of a small scatter far from 0', () => expect(sideStatistics([1000000000.0003854, 1000000000.000289]).std / 6.8193600890626543e-5).toBeCloseTo(1, 12));

  it('divides by n - 1', () => expect(sideStatistics([2, 4, 4, 4, 5, 5, 7, 9])).toEqual({ min: 2, max: 9, mean: 5, std: Math.sqrt(32 / 7), count: 8 }));
});

describe('judgeCanary', () => {
  const up = [110, 112, 111, 113, 115, 114];
  const flat = [100, 101, 102, 103, 104, 105];

  it('cleans, classifies and scores', () => {
    const config = canaryConfig([canaryMetric({ name: 'a' }), canaryMetric({ name: 'b' })]);
    expect(judgeCanary(config, { a: canaryData(flat, up), b: canaryData(flat, flat) }, 1)).toMatchObject({ score: 50, label: 'Fail', metrics: [{ label: 'High' }, { label: 'Pass', reason: 'data are identical' }] });
  });

  it('takes a metric that nobody has data of as empty', () => {
    expect(judgeCanary(canaryConfig([canaryMetric()]), {}, 1)).toMatchObject({ score: 0, metrics: [{ label: 'Nodata' }] });
  });

  it('reports tags that do not fit as an Error', () => {
    const data = { latency: { control: [series(flat, { a: '1' })], experiment: [series(up, { b: '1' })] } };
    expect(judgeCanary(canaryConfig([canaryMetric()]), data, 1).metrics).toEqual([expect.objectContaining({ label: 'Error', reason: expect.stringContaining('a and b') })]);
  });
});

describe('repeated judgements', () => {
  it('fail at a score equal to marginal, although its label is Marginal', () => {
    expect([failsEarly(75, 75), failsEarly(75.01, 75), failsEarly(0, null)]).toEqual([true, false, false]);
  });
});
