import type { Unit } from '../base/Unit';
import type { Expr } from './Expr';
import type { QuestionContext } from './QuestionContext';
import type { RecordedName } from './RecordedName';

/** A question before it is written as text. */
export interface Draft {
  readonly expr: Expr;
  /** Labels that hold the grouping values; the profile's grouping labels unless said. */
  readonly join?: readonly string[];
  readonly extra?: readonly string[];
  readonly unit: Unit;
  readonly step: number | null;
  readonly lookback: number;
  readonly doc: string;
  /** The same answer from a recorded series, keyed by the profile's grouping labels. */
  readonly recorded?: { readonly name: RecordedName; readonly expr: Expr };
}

/** Why a KPI cannot be asked, and what would help. */
export interface Refusal {
  readonly reason: string;
  readonly next: string;
}

export type KpiBuilder = (context: QuestionContext) => Draft | Refusal;

export const isRefusal = (outcome: object): outcome is Refusal => 'reason' in outcome;

export const refuse = (reason: string, next: string): Refusal => ({ reason, next });
