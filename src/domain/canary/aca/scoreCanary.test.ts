import { canaryConfig, canaryMetric, judged } from './canary.fixture';
import type { CanaryMetricResult } from './CanaryResult';
import type { CanaryConfig } from './CanaryConfig';
import { scoreCanary } from './scoreCanary';

const score = (metrics: readonly CanaryMetricResult[], over: Partial<CanaryConfig> = {}) => scoreCanary(canaryConfig([canaryMetric()], over), metrics);
const pass = (name: string, ...groups: string[]) => judged(name, 'Pass', { groups });
const high = (name: string, ...groups: string[]) => judged(name, 'High', { groups });

describe('scoreCanary', () => {
  it.each<[string, readonly CanaryMetricResult[], Partial<CanaryConfig>, number, string]>([
    ['all pass', [pass('a', 'g'), pass('b', 'g')], {}, 100, 'Pass'],
    ['one of three is High: 66.67', [pass('a', 'g'), pass('b', 'g'), high('c', 'g')], {}, 66.67, 'Fail'],
    ['three of four: marginal', [pass('a', 'g'), pass('b', 'g'), pass('c', 'g'), high('d', 'g')], {}, 75, 'Marginal'],
    ['weights', [pass('a', 'x'), high('b', 'y')], { groupWeights: { x: 80, y: 20 } }, 80, 'Marginal'],
    ['a group without a weight takes the rest', [pass('a', 'x'), high('b', 'y')], { groupWeights: { x: 80 } }, 80, 'Marginal'],
    ['two share the rest', [pass('a', 'x'), high('b', 'y'), pass('c', 'z')], { groupWeights: { x: 50 } }, 75, 'Marginal'],
    ['a weighted group that is absent cannot be made up for', [pass('a', 'x')], { groupWeights: { x: 50, gone: 50 } }, 50, 'Fail'],
    ['a metric in two groups', [high('a', 'x', 'y'), pass('b', 'x')], {}, 25, 'Fail'],
    ['a group without data enters as 100', [judged('a', 'Error', { groups: ['x'] }), pass('b', 'y')], {}, 100, 'Pass'],
    ['every metric Error passes: the original fails open', [judged('a', 'Error'), judged('b', 'Error')], {}, 100, 'Pass'],
    ['half of the metrics without data: 0', [judged('a', 'Nodata'), judged('b', 'Pass')], {}, 0, 'Fail'],
    ['a third without data does not matter', [judged('a', 'Nodata'), judged('b', 'Pass'), judged('c', 'Pass')], {}, 100, 'Pass'],
    ['missing data that a metric must have counts as failed', [judged('a', 'NodataFailMetric'), judged('b', 'Pass')], {}, 50, 'Fail'],
    ['a muted failure counts nowhere', [judged('a', 'High', { muted: true, critical: true }), judged('b', 'Pass')], {}, 100, 'Pass'],
    ['a weight of next to nothing', [pass('a', 'x')], { groupWeights: { x: 1e-7, gone: 100 } }, 0, 'Fail'],
    // HALF_UP on the decimal text, as Precision.round of commons-math: half away from 0.
    ['a half is rounded up', [pass('a', 'x')], { groupWeights: { x: 33.335 } }, 33.34, 'Fail'],
    ['less than a half by the last digit is not', [pass('a', 'x')], { groupWeights: { x: 33.33499999999999 } }, 33.33, 'Fail'],
    ['weights above 100 leave less than nothing', [high('a', 'x'), pass('b', 'y')], { groupWeights: { x: 110.125 } }, -10.13, 'Fail'],
    ['no thresholds pass', [judged('a', 'High')], { thresholds: { pass: null, marginal: null } }, 0, 'Pass'],
  ])('%s', (_, metrics, over, expected, label) => {
    const result = score(metrics, over);
    expect([result.score, result.label]).toEqual([expected, label]);
  });

  it('is 0 when a critical metric fails, and names the first', () => {
    expect(score([judged('a', 'Pass', { critical: true }), judged('b', 'High', { critical: true }), judged('c', 'Pass')])).toMatchObject({ score: 0, reason: 'Canary Failed: b was classified as High' });
  });
});
