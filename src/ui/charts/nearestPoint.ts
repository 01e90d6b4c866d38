import type { XyGeometry } from './XyGeometry';
import type { XyPoint } from './XyModel';

/** Farther than this many pixels the pointer points at nothing. */
const REACH = 20;

/** The point closest to a place on the screen, or null when none is near. */
export function nearestPoint(points: readonly XyPoint[], geometry: XyGeometry, px: number, py: number): XyPoint | null {
  let best: XyPoint | null = null;
  let least = REACH;
  for (const point of points) {
    const distance = Math.hypot(geometry.x(point.x) - px, geometry.y(point.y) - py);
    if (distance < least) {
      best = point;
      least = distance;
    }
  }
  return best;
}
