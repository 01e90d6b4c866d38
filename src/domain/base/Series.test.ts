import { coverageOf, emptySeries, peakOf, pointsOf, timeAt } from './Series';
import { joinKey } from './Labels';
import { alignDown, contains, lengthOf } from './TimeWindow';

const series = (...values: number[]) => ({ start: 1000, step: 10, values: Float64Array.from(values) });

describe('Series', () => {
  it('knows the time of a sample', () => expect(timeAt(series(1, 2, 3), 2)).toBe(1020));
  it('leaves gaps out of its points', () => expect(pointsOf(series(1, NaN, 3))).toEqual([{ at: 1000, value: 1 }, { at: 1020, value: 3 }]));
  it('counts coverage', () => expect([coverageOf(series(1, NaN)), coverageOf(series()), coverageOf(emptySeries(0, 1, 3))]).toEqual([0.5, 0, 0]));
  it('finds the earliest of equal peaks', () => expect(peakOf(series(1, 5, 5, NaN))).toEqual({ at: 1010, value: 5 }));
  it('has no peak without values', () => expect(peakOf(series(NaN, NaN))).toBeNull());
  it('finds a peak below zero', () => expect(peakOf(series(-3, -2))).toEqual({ at: 1010, value: -2 }));
});

describe('Labels', () => {
  it('joins on values, not on their concatenation', () => {
    expect(joinKey({ a: 'x,y', b: '' }, ['a', 'b'])).not.toBe(joinKey({ a: 'x', b: 'y' }, ['a', 'b']));
    expect(joinKey({ a: '"]' }, ['a', 'b'])).toBe(joinKey({ a: '"]', b: '' }, ['a', 'b']));
  });
});

describe('TimeWindow', () => {
  it('aligns both ends down', () => expect(alignDown({ from: 12, to: 29 }, 10)).toEqual({ from: 10, to: 20 }));
  it('is half open', () => expect([contains({ from: 1, to: 2 }, 1), contains({ from: 1, to: 2 }, 2)]).toEqual([true, false]));
  it('is never of negative length', () => expect(lengthOf({ from: 5, to: 3 })).toBe(0));
});
