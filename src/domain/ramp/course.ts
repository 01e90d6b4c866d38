import type { CourseState, Level, NextMove } from './CourseState';
import type { Course } from './Plan';
import { afterCarried, afterConfirmed, afterFailed, nextInSearch, startSearch, type SearchBounds } from './search';

/** What the course may ask for now. Shares in basis points, demand in requests/s. */
export interface CourseBounds extends SearchBounds {
  readonly poolRps: number;
  readonly currentBp: number;
  /** Greatest share, and greatest raise at once. */
  readonly capBp: number;
  readonly stepBp: number;
}

export function startCourse(course: Course): CourseState {
  switch (course.kind) {
    case 'steps':
      return { kind: 'fixed', sharesBp: course.sharesBp, next: 0 };
    case 'curve':
      return { kind: 'fixed', sharesBp: curveShares(course), next: 0 };
    case 'search':
      return { kind: 'search', search: startSearch(course.priorRps) };
  }
}

/** The level after those before it; `index` is its number in the run. */
export function nextLevel(course: CourseState, index: number, bounds: CourseBounds): NextMove {
  if (course.kind === 'fixed') {
    return nextFixed(course, index, bounds);
  }
  const move = nextInSearch(course.search, bounds);
  if (move.kind === 'end') {
    return move;
  }
  const wantedBp = Math.floor((move.wantedRps / bounds.poolRps) * 10_000);
  const shareBp = within(wantedBp, bounds);
  // What a raise that is limited reaches on the way up confirms nothing: guards hold it, and the confirmation is still to come.
  const onTheWay = move.purpose === 'confirm' && shareBp < Math.min(wantedBp, bounds.capBp);
  const level: Level = { index, shareBp, wantedRps: (shareBp / 10_000) * bounds.poolRps, purpose: onTheWay ? 'climb' : move.purpose };
  return { kind: 'level', level, course: onTheWay ? course : { kind: 'search', search: move.search } };
}

/** `end` = that was the last thing to learn. */
export interface CarriedCourse {
  readonly course: CourseState;
  readonly end: 'limit-found' | 'traffic-ran-out' | null;
}

/** The course after a level was carried at `rps`; `atCap` = more could not be given. */
export function carriedBy(course: CourseState, level: Level, rps: number, atCap: boolean): CarriedCourse {
  if (course.kind === 'fixed') {
    return { course: { ...course, next: course.next + 1 }, end: null };
  }
  if (level.purpose === 'confirm') {
    const { search, end } = afterConfirmed(course.search, rps, atCap);
    return { course: { kind: 'search', search }, end };
  }
  return { course: { kind: 'search', search: afterCarried(course.search, rps, atCap) }, end: null };
}

/** The course after a level failed at `rps`; null = a course of fixed steps ends there. */
export const failedBy = (course: CourseState, rps: number): CourseState | null =>
  course.kind === 'fixed' ? null : { kind: 'search', search: afterFailed(course.search, rps) };

function nextFixed(course: Extract<CourseState, { kind: 'fixed' }>, index: number, bounds: CourseBounds): NextMove {
  const wanted = course.sharesBp[course.next];
  if (wanted === undefined) {
    return { kind: 'end', reason: 'plan-carried' };
  }
  const shareBp = within(wanted, bounds);
  if (course.next > 0 && shareBp < wanted && shareBp <= bounds.currentBp) {
    return { kind: 'end', reason: 'traffic-ran-out' };
  }
  const level: Level = { index, shareBp, wantedRps: (shareBp / 10_000) * bounds.poolRps, purpose: 'step' };
  // A raise too large for one step is made in several.
  const next = shareBp < Math.min(wanted, bounds.capBp) ? course.next - 1 : course.next;
  return { kind: 'level', level, course: { ...course, next } };
}

const within = (shareBp: number, { currentBp, capBp, stepBp }: CourseBounds): number => Math.max(1, Math.min(shareBp, capBp, currentBp + stepBp));

function curveShares({ fromBp, toBp, count, shape }: Extract<Course, { kind: 'curve' }>): readonly number[] {
  const at = (i: number): number => {
    const part = count < 2 ? 1 : i / (count - 1);
    return shape === 'linear' ? fromBp + part * (toBp - fromBp) : fromBp * (toBp / fromBp) ** part;
  };
  return [...new Set(Array.from({ length: count }, (_, i) => Math.round(at(i))))];
}
