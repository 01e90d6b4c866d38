import { autoscalerLag } from './autoscalerLag';

const grid = (...values: number[]) => ({ start: 0, step: 60_000, values: Float64Array.from(values) });

describe('how long an autoscaler takes', () => {
  it.each([
    ['one raise', [2, 4, 4, 4], [2, 2, 4, 4], 60, 1],
    ['served at once', [2, 4, 4], [2, 4, 4], 0, 1],
    ['the median of three', [1, 2, 2, 3, 3, 3, 4, 4], [1, 1, 2, 2, 2, 3, 4, 4], 60, 3],
    ['a rise back to what is ready does not count', [5, 3, 5, 3, 5, 9, 9, 9], [5, 5, 5, 5, 5, 5, 5, 9], 120, 1],
    ['scaling in does not count', [4, 2, 2, 3, 3], [4, 4, 2, 2, 3], 60, 1],
  ])('%s', (_name, desired, ready, seconds, raises) => {
    expect(autoscalerLag(grid(...desired), grid(...ready))).toEqual({ known: true, seconds, raises });
  });

  it.each([
    ['never raised', [3, 3, 3], [3, 3, 3]],
    ['never served', [1, 9, 9, 9], [1, 1, 1, 1]],
    ['gaps only', [NaN, NaN], [NaN, NaN]],
    ['a gap before the raise', [NaN, 4, 4], [2, 2, 4]],
  ])('does not know when %s', (_name, desired, ready) => {
    expect(autoscalerLag(grid(...desired), grid(...ready))).toMatchObject({ known: false });
  });

  it('refuses series on different grids, with both', () => {
    expect(() => autoscalerLag(grid(1), { ...grid(1), step: 5 })).toThrow('step 60000 and 5');
  });
});
