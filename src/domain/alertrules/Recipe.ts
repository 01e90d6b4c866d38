import type { Refusal } from '../promql/Draft';
import type { Expr, Matching } from '../promql/Expr';
import type { ServiceFacts } from '../capacity/ServiceFacts';
import type { QuestionContext } from '../promql/QuestionContext';
import type { Intent, IntentKind, IntentOf } from './Intent';
import type { Comparison, TextPart } from './RuleDocument';
import type { RuleSubject } from './RuleSource';

/** Limit of one service, or why the rule cannot speak of it. */
export type LimitOutcome =
  | { readonly limit: number; readonly labels?: Readonly<Record<string, string>> }
  | { readonly leftOut: string };

/** A series that must not vanish in silence. Rules that watch the same one share a companion. */
export interface Watched {
  /** What people call it: "demand". */
  readonly name: string;
  readonly live: Expr;
  /** Whether a service was seen to send it: what was never there has not vanished. Asks the service alone, so that intents share a companion. */
  readonly seen: (facts: ServiceFacts) => boolean;
}

export interface Measure {
  /**
   * The value of each service out of the labelled limits.
   * @param matching joins on the grouping labels and brings the limits' own labels
   */
  readonly value: (limits: Expr, matching: Matching) => Expr;
  readonly watched: readonly Watched[];
}

/** How one intent becomes a rule. */
export interface Recipe<I extends Intent> {
  readonly limit: (subject: RuleSubject, intent: I, context: QuestionContext) => LimitOutcome;
  readonly measure: (context: QuestionContext, intent: I) => Measure | Refusal;
  readonly comparison: (intent: I) => Comparison;
  /** How long it must hold, where a parameter says so; milliseconds. */
  readonly holdFor?: (intent: I) => number;
  /** What is said of a service that fires; the service's name stands before it. */
  readonly summary: (intent: I) => readonly TextPart[];
}

export type RecipeTable = { readonly [K in Exclude<IntentKind, 'override-silent'>]: Recipe<IntentOf<K>> };
