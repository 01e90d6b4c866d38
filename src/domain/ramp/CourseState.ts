import type { SearchState } from './SearchState';

/** One share to be tried. */
export interface Level {
  /** Grows by one with every level of a run. */
  readonly index: number;
  readonly shareBp: number;
  /** Demand that share is meant to bring, requests/s. */
  readonly wantedRps: number;
  /** `step`, `confirm`: judged; `climb`, `bisect`: guards only; `rehearsal`: below the usual share. */
  readonly purpose: 'rehearsal' | 'step' | 'climb' | 'bisect' | 'confirm';
}

/** Where a run stands in its course. */
export type CourseState =
  | { readonly kind: 'fixed'; readonly sharesBp: readonly number[]; readonly next: number }
  | { readonly kind: 'search'; readonly search: SearchState };

/** What to do after a level. */
export type NextMove =
  | { readonly kind: 'level'; readonly level: Level; readonly course: CourseState }
  | { readonly kind: 'end'; readonly reason: 'plan-carried' | 'limit-found' | 'traffic-ran-out' | 'failed' | 'undecided' };
