import type { Expr } from './Expr';

/** An expression and the labels of its answer that hold the grouping values, in the order of the profile's `group`. */
export interface KeyedExpr {
  readonly expr: Expr;
  readonly join: readonly string[];
}
