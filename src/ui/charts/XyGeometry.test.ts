import { xyGeometry } from './XyGeometry';

describe('xyGeometry', () => {
  it('puts 0 at the lower left and the greatest values inside', () => {
    const g = xyGeometry(400, 300, [10, 20], [1, 5]);
    expect(g.x(0)).toBe(g.left);
    expect(g.y(0)).toBe(g.top + g.plotHeight);
    expect(g.x(20)).toBeLessThan(g.left + g.plotWidth);
    expect(g.y(5)).toBeGreaterThan(g.top);
  });

  it('stays finite without data and ignores what is not finite', () => {
    expect(xyGeometry(400, 300, [], []).x(0.5)).toBeGreaterThan(0);
    expect(xyGeometry(400, 300, [NaN, Infinity], [NaN]).xMax).toBe(1);
  });

  it('keeps room to draw where there is next to none', () => {
    expect(xyGeometry(10, 10, [1], [1]).plotWidth).toBeGreaterThan(0);
  });
});
