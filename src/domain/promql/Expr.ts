import type { Matcher } from '../catalogue/Profile';

/** A PromQL expression as data; `printExpr` writes it. Durations are milliseconds. */
export type Expr = Selector | Subquery | Call | Aggregation | Binary | NumberLiteral;

export interface Selector {
  readonly kind: 'selector';
  /** Null selects by matchers alone. */
  readonly metric: string | null;
  readonly matchers: readonly Matcher[];
  readonly range?: number;
  readonly offset?: number;
}

export interface Subquery {
  readonly kind: 'subquery';
  readonly inner: Expr;
  readonly range: number;
  readonly step: number;
}

export type CallArgument = Expr | { readonly kind: 'string'; readonly value: string };

export interface Call {
  readonly kind: 'call';
  readonly fn: string;
  readonly args: readonly CallArgument[];
}

export type AggregationOp = 'sum' | 'min' | 'max' | 'count' | 'group' | 'topk';

export interface Aggregation {
  readonly kind: 'aggregation';
  readonly op: AggregationOp;
  /** Empty aggregates everything into one. */
  readonly by: readonly string[];
  /** `k` of topk. */
  readonly parameter?: number;
  readonly inner: Expr;
}

export type BinaryOp = '*' | '/' | '+' | '-' | '>' | '<' | '==' | 'and' | 'unless' | 'or';

/** How the sides are joined; absent = on all labels. `bring` are labels taken over from the right (many-to-one). */
export interface Matching {
  readonly on: readonly string[];
  readonly bring?: readonly string[];
}

export interface Binary {
  readonly kind: 'binary';
  readonly op: BinaryOp;
  readonly left: Expr;
  readonly right: Expr;
  readonly matching?: Matching;
}

export interface NumberLiteral {
  readonly kind: 'number';
  readonly value: number;
}

export const selector = (metric: string | null, matchers: readonly Matcher[] = []): Selector => ({
  kind: 'selector',
  metric,
  matchers,
});

export const over = (inner: Selector, range: number): Selector => ({ ...inner, range });

export const subquery = (inner: Expr, range: number, step: number): Subquery => ({
  kind: 'subquery',
  inner,
  range,
  step,
});

export const call = (fn: string, ...args: readonly CallArgument[]): Call => ({ kind: 'call', fn, args });

export const rate = (inner: Selector, window: number): Call => call('rate', over(inner, window));

export const maxOverTime = (inner: Selector | Subquery): Call => call('max_over_time', inner);

export const avgOverTime = (inner: Selector | Subquery): Call => call('avg_over_time', inner);

export const aggregate = (op: AggregationOp, by: readonly string[], inner: Expr, parameter?: number): Aggregation => ({
  kind: 'aggregation',
  op,
  by: [...new Set(by)],
  inner,
  ...(parameter !== undefined && { parameter }),
});

export const sumBy = (by: readonly string[], inner: Expr): Aggregation => aggregate('sum', by, inner);

export const maxBy = (by: readonly string[], inner: Expr): Aggregation => aggregate('max', by, inner);

export const binary = (op: BinaryOp, left: Expr, right: Expr, matching?: Matching): Binary => ({
  kind: 'binary',
  op,
  left,
  right,
  ...(matching && { matching }),
});

export const number = (value: number): NumberLiteral => ({ kind: 'number', value });

/** Several alternatives joined by `or`, first wins. @throws RangeError when there is none */
export function firstOf(alternatives: readonly Expr[]): Expr {
  const [first, ...rest] = alternatives;
  if (first === undefined) {
    throw new RangeError('firstOf needs at least one expression');
  }
  return rest.reduce<Expr>((left, right) => binary('or', left, right), first);
}

/** `label_replace`: sets `target` to `replacement` where `source` matches `pattern` (anchored). */
export const labelReplace = (inner: Expr, target: string, replacement: string, source: string, pattern: string): Call =>
  call('label_replace', inner, ...[target, replacement, source, pattern].map(text));

/** Adds a label with a fixed value. */
export const withLabel = (inner: Expr, label: string, value: string): Call =>
  labelReplace(inner, label, value.replaceAll('$', '$$$$'), '', '');

/** Copies a label; where `source` is empty nothing changes. */
export const copyLabel = (inner: Expr, target: string, source: string): Call =>
  labelReplace(inner, target, '$1', source, '(.+)');

export const text = (value: string): CallArgument => ({ kind: 'string', value });
