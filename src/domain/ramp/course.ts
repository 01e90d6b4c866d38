import type { CourseState, Level, NextMove } from './CourseState';
import type { Course } from './Plan';
import { afterCarried, afterFailed, confirmedEnd, nextInSearch, startSearch, type SearchBounds } from './search';

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
      return { kind: 'fixed', sharesBp: course.sharesBp, next: 0, carriedRps: null };
    case 'curve':
      return { kind: 'fixed', sharesBp: curveShares(course), next: 0, carriedRps: null };
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
  const shareBp = within(Math.floor((move.wantedRps / bounds.poolRps) * 10_000), bounds);
  const level: Level = { index, shareBp, wantedRps: (shareBp / 10_000) * bounds.poolRps, purpose: move.purpose };
  return { kind: 'level', level, course: { kind: 'search', search: move.search } };
}

/** `end` = that was the last thing to learn. */
export interface CarriedCourse {
  readonly course: CourseState;
  readonly end: 'limit-found' | 'traffic-ran-out' | null;
}

/** The course after a level was carried at `rps`; `atCap` = more could not be given. */
export function carriedBy(course: CourseState, level: Level, rps: number, atCap: boolean): CarriedCourse {
  if (course.kind === 'fixed') {
    return { course: { ...course, next: course.next + 1, carriedRps: Math.max(course.carriedRps ?? 0, rps) }, end: null };
  }
  if (level.purpose === 'confirm') {
    return { course, end: confirmedEnd(course.search) };
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
