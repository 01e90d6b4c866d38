import { MAD_TO_SIGMA, robustSummary } from './robustSummary';

describe('robustSummary', () => {
  it('counts what it used and what it dropped', () => {
    expect(robustSummary([1, 1, 2, 2, 4, 6, 9, NaN])).toEqual({ n: 7, dropped: 1, median: 2, sigma: MAD_TO_SIGMA });
  });
});
