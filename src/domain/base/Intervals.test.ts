import fc from 'fast-check';
import { intersect, merge, subtract, totalLength, type Interval, type Intervals } from './Intervals';

const spans = fc.array(fc.tuple(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 0, max: 60 })));
const holds = (set: readonly Interval[], x: number): boolean => set.some(([from, to]) => x >= from && x < to);
const everyPoint = (check: (x: number) => boolean): boolean =>
  Array.from({ length: 61 }, (_, x) => check(x)).every(Boolean);
const isProper = (set: Intervals): boolean =>
  set.every(([from, to], i) => to > from && (i === 0 || (set[i - 1]?.[1] ?? from) < from));

describe('Intervals', () => {
  test.each<[string, Interval[], Intervals]>([
    ['nothing', [], []],
    [
      'empty and backward spans are dropped',
      [
        [3, 3],
        [5, 4],
      ],
      [],
    ],
    [
      'touching spans become one',
      [
        [0, 2],
        [2, 4],
      ],
      [[0, 4]],
    ],
    [
      'order does not matter',
      [
        [6, 8],
        [0, 2],
        [1, 3],
      ],
      [
        [0, 3],
        [6, 8],
      ],
    ],
  ])('merge: %s', (_, given, wanted) => expect(merge(given)).toEqual(wanted));

  it('subtract leaves the holes of what was read', () =>
    expect(
      subtract(
        [[0, 10]],
        [
          [-5, 1],
          [3, 4],
          [9, 20],
        ]
      )
    ).toEqual([
      [1, 3],
      [4, 9],
    ]));

  it('behave as sets of points', () => {
    fc.assert(
      fc.property(spans, spans, (x, y) => {
        const [a, b] = [merge(x), merge(y)];
        const both = intersect(a, b);
        const rest = subtract(a, b);
        return (
          [a, b, both, rest].every(isProper) &&
          everyPoint((p) => holds(a, p) === holds(x, p)) &&
          everyPoint((p) => holds(both, p) === (holds(a, p) && holds(b, p))) &&
          everyPoint((p) => holds(rest, p) === (holds(a, p) && !holds(b, p))) &&
          totalLength(both) + totalLength(rest) === totalLength(a)
        );
      })
    );
  });
});
