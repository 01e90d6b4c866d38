import { errorAtLoad, valueAtLoad } from './LoadCurve';

const curve = { source: 'a run', points: [{ demand: 10, value: 1 }, { demand: 20, value: 2 }, { demand: 40, value: 8 }] };

describe('valueAtLoad', () => {
  it.each([
    [10, 1],
    [15, 1.5],
    [20, 2],
    [30, 5],
    [40, 8],
    [9.99, null],
    [40.01, null],
    [NaN, null],
  ])('at %p is %p', (demand, value) => expect(valueAtLoad(curve, demand)).toBe(value));

  it('has its error beside it, none where it was not given', () => {
    const known = { source: '', points: [{ demand: 10, value: 1, error: 0.1 }, { demand: 20, value: 2, error: 0.3 }, { demand: 30, value: 2 }] };
    expect([10, 15, 25, 31].map((demand) => errorAtLoad(known, demand))).toEqual([0.1, 0.2, 0.15, null]);
  });

  it('knows nothing without points', () => expect(valueAtLoad({ source: '', points: [] }, 1)).toBeNull());
});
