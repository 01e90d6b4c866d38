import { seededNormal } from '../stats/seededNormal';
import { addTo, EMPTY_TALLY, meanOf } from './tally';

const tallied = (values: ReadonlyArray<number | null>) => meanOf(values.reduce(addTo, EMPTY_TALLY));

describe('a running mean', () => {
  it.each<[string, ReadonlyArray<number | null>, ReturnType<typeof meanOf>]>([
    ['of nothing is not known', [], null],
    ['of what is not known is not known', [null, null], null],
    ['of one value has no error of its own', [7], { mean: 7, se: 0, n: 1 }],
    ['of equal values has none either', [7, 7, 7], { mean: 7, se: 0, n: 3 }],
    // 2, 4, 4, 2 has variance 4/3 and lag-1 correlation -1/4: neighbours are not alike.
    ['of values that stray', [2, null, 4, 4, 2], { mean: 3, se: Math.sqrt(4 / 3 / 4), n: 4 }],
  ])('%s', (_, values, expected) => expect(tallied(values)).toEqual(expected === null ? null : { ...expected, mean: expect.closeTo(expected.mean, 9), se: expect.closeTo(expected.se, 9) }));

  it('keeps its digits far from zero', () => expect(tallied([1e9 + 2, 1e9 + 4, 1e9 + 4, 1e9 + 2])?.se).toBeCloseTo(Math.sqrt(1 / 3), 6));

  it('is known less well where neighbours are alike', () => {
    const normal = seededNormal(3);
    const drift = Array.from({ length: 24 }, (_, i) => 100 + i + normal());
    const shuffled = [...drift].sort((a, b) => ((a * 7919) % 1) - ((b * 7919) % 1));
    expect((tallied(drift)?.se ?? 0) / (tallied(shuffled)?.se ?? 0)).toBeGreaterThan(2);
  });
});
