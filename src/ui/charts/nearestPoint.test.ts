import { nearestPoint } from './nearestPoint';
import { xyGeometry } from './XyGeometry';

const point = (x: number, y: number) => ({ x, y, group: 'v1', text: `${x}/${y}` });

describe('nearestPoint', () => {
  const points = [point(1, 1), point(9, 9)];
  const geometry = xyGeometry(400, 300, [10], [10]);

  it('finds the closest within reach', () => {
    expect(nearestPoint(points, geometry, geometry.x(9) + 3, geometry.y(9) - 3)?.text).toBe('9/9');
  });

  it('points at nothing where nothing is near', () => {
    expect(nearestPoint(points, geometry, geometry.x(5), geometry.y(5))).toBeNull();
    expect(nearestPoint([], geometry, 0, 0)).toBeNull();
  });
});
