import { carriedBy, failedBy, nextLevel, startCourse, type CourseBounds } from './course';
import type { CourseState, Level, NextMove } from './CourseState';

const POOL = 1_000;
const bounds = (currentBp: number, stepBp: number, capBp = 9_000): CourseBounds => ({ fairRps: 100, capRps: (capBp / 10_000) * POOL, poolRps: POOL, currentBp, capBp, stepBp });

/** Plays a search against a target that carries up to `limit`; a failure goes back to what was carried, at most three quarters. */
function play(limit: number, stepBp: number): { readonly end: string; readonly levels: readonly Level[] } {
  let course: CourseState = startCourse({ kind: 'search', priorRps: null });
  let currentBp = 1_000;
  const levels: Level[] = [];
  while (levels.length < 80) {
    const move: NextMove = nextLevel(course, levels.length + 1, bounds(currentBp, stepBp));
    if (move.kind === 'end') {
      return { end: move.reason, levels };
    }
    const { level } = move;
    levels.push(level);
    currentBp = level.shareBp;
    const rps = level.wantedRps;
    if (rps > limit) {
      const failed: CourseState | null = failedBy(move.course, rps);
      if (failed === null) {
        return { end: 'failed', levels };
      }
      course = failed;
      currentBp = Math.floor(level.shareBp * 0.75);
    } else {
      const carried = carriedBy(move.course, level, rps, level.shareBp >= 8_999);
      if (carried.end !== null) {
        return { end: carried.end, levels };
      }
      course = carried.course;
    }
  }
  throw new Error('the search did not end');
}

describe('a search whose raises are limited', () => {
  it.each([300, 500, 1_000, 5_000])('to %d basis points confirms what was carried, not what one raise reaches', (stepBp) => {
    const { end, levels } = play(480, stepBp);
    const confirms = levels.filter(({ purpose }) => purpose === 'confirm');
    expect(end).toBe('limit-found');
    expect(confirms).toHaveLength(1);
    expect(confirms[0]?.wantedRps).toBeGreaterThan(480 / 1.03);
    expect(levels.every(({ shareBp }, i) => i === 0 || shareBp <= (levels[i - 1]?.shareBp ?? 0) + stepBp)).toBe(true);
  });

  it('goes up by levels that guards alone hold', () => {
    const { levels } = play(480, 500);
    const confirmed = levels.findIndex(({ purpose }) => purpose === 'confirm');
    expect(levels[confirmed - 1]).toMatchObject({ purpose: 'climb' });
  });
});

describe('a confirmation at which demand has drifted', () => {
  it.each<[string, number, boolean, 'limit-found' | 'traffic-ran-out' | null]>([
    ['below what failed finds the limit', 117, false, 'limit-found'],
    ['above it finds none yet', 119, false, null],
    ['above it, with no more to give, ran out of traffic', 119, true, 'traffic-ran-out'],
  ])('%s', (_, rps, atCap, end) => {
    const course: CourseState = { kind: 'search', search: { stage: 'confirm', priorRps: null, fastNext: 0, carried: [115], failed: 118, tolerance: 0.03, confirms: 1, ranOut: false } };
    const level: Level = { index: 5, shareBp: 9_000, wantedRps: 115, purpose: 'confirm' };
    const carried = carriedBy(course, level, rps, atCap);
    expect(carried.end).toBe(end);
    // What was carried last counts, also where the search goes on.
    expect(nextLevel(carried.course, 6, bounds(5_000, 9_000))).toMatchObject(end === 'limit-found' ? { kind: 'level', level: { purpose: 'confirm' } } : { kind: 'level', level: { purpose: atCap ? 'confirm' : 'climb' } });
  });
});

describe('a course of fixed steps', () => {
  it('makes a raise that is too large in several, and ends with its plan', () => {
    let course = startCourse({ kind: 'steps', sharesBp: [1_500, 4_000] });
    let currentBp = 1_000;
    const shares: number[] = [];
    for (let index = 1; index < 9; index++) {
      const move = nextLevel(course, index, bounds(currentBp, 1_000));
      if (move.kind === 'end') {
        expect(move.reason).toBe('plan-carried');
        break;
      }
      shares.push((currentBp = move.level.shareBp));
      course = carriedBy(move.course, move.level, move.level.wantedRps, false).course;
    }
    expect(shares).toEqual([1_500, 2_500, 3_500, 4_000]);
  });

  it('ends at its first failure', () => expect(failedBy(startCourse({ kind: 'steps', sharesBp: [1_500] }), 150)).toBeNull());
});
