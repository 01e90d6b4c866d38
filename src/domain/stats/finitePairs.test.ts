import { finitePairs } from './finitePairs';
import { finiteValues } from './finiteValues';

describe('finiteValues and finitePairs', () => {
  it('drop and count', () => {
    expect(finiteValues(new Float64Array([1, NaN, Infinity]))).toEqual({ values: [1], dropped: 2 });
    expect(finitePairs([1, 2, NaN, 4], [1, Infinity, 3, 8])).toEqual({ x: [1, 4], y: [1, 8], dropped: 2 });
  });

  it('refuse lists of different length, naming both', () => {
    expect(() => finitePairs([1], [1, 2])).toThrow('x has 1 values and y has 2');
  });
});
