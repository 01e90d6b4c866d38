import { studentTCdf } from './studentTCdf';

describe('studentTCdf', () => {
  it('is half of the two-sided p below 0, and symmetric', () => {
    expect(studentTCdf(-1, 2)).toBeCloseTo(0.2113248654051871, 14);
    expect(studentTCdf(1, 2)).toBeCloseTo(0.7886751345948129, 14);
    expect(studentTCdf(0, 7)).toBe(0.5);
  });
});
