/** Demand of one instance, requests/s: 95 % of arrivals, plus half a step. `high` null = open upwards. */
export interface DemandInterval {
  /** Mean of the confirmed step. */
  readonly mean: number;
  readonly low: number;
  readonly high: number | null;
}

/** How a run ended; exactly one. */
export type Outcome =
  | { readonly kind: 'limit-found'; readonly interval: DemandInterval; readonly limitedBy: string }
  /** Traffic or a ceiling ended before the instance did. `wholePool` = it carried everything: over-provisioned. */
  | { readonly kind: 'carried-plan'; readonly interval: DemandInterval; readonly wholePool: boolean; readonly cappedBy: string }
  | { readonly kind: 'goal-met'; readonly rps: number; readonly interval: DemandInterval }
  | { readonly kind: 'goal-missed'; readonly rps: number; readonly carriedRps: number | null; readonly reason: string }
  | { readonly kind: 'stopped-by-guard'; readonly guard: string; readonly rps: number | null; readonly reason: string }
  | { readonly kind: 'target-ejected'; readonly rps: number | null; readonly reason: string }
  | { readonly kind: 'stopped-by-operator'; readonly by: string }
  /** A run that was a rehearsal only. */
  | { readonly kind: 'rehearsed'; readonly returnMs: number }
  | { readonly kind: 'inconclusive'; readonly missing: string }
  /** `known` = what is known of the traffic now. */
  | { readonly kind: 'lost-control'; readonly reason: string; readonly known: string };

export type OutcomeKind = Outcome['kind'];

/** The outcome as a headline. */
export const OUTCOME_WORDS: Readonly<Record<OutcomeKind, string>> = {
  'limit-found': 'Limit found',
  'carried-plan': 'Carried the plan',
  'goal-met': 'Goal met',
  'goal-missed': 'Goal missed',
  'stopped-by-guard': 'Stopped by a guard',
  'target-ejected': 'Target ejected',
  'stopped-by-operator': 'Stopped by an operator',
  rehearsed: 'Rehearsed',
  inconclusive: 'Inconclusive',
  'lost-control': 'Lost control',
};
