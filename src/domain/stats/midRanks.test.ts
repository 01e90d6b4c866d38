import { midRanks } from './midRanks';

describe('midRanks', () => {
  // scipy 1.17.1, stats.rankdata(method='average').
  it.each<[readonly number[], readonly number[], readonly number[]]>([
    [[3, 1, 2], [3, 1, 2], [1, 1, 1]],
    [[2, 2, 1, 2], [3, 3, 1, 3], [1, 3]],
    [[], [], []],
    [[NaN, 1, Infinity], [2.5, 1, 2.5], [1, 2]],
    [[-Infinity, 0, -0], [1, 2.5, 2.5], [1, 2]],
  ])('of %j', (values, ranks, ties) => expect(midRanks(values)).toEqual({ ranks, ties }));
});
