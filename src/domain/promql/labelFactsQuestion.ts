import type { Matcher } from '../catalogue/Profile';
import { isLabelName } from '../catalogue/PrometheusName';
import { aggregate, firstOf, selector, withLabel, type Expr } from './Expr';
import { printExpr } from './printExpr';

/**
 * One instant expression that tells which of the candidate labels a metric carries: two rows a label that is there
 * (`headroom_fact="values"` and `"series"`), and one for the metric (no `headroom_label`). Read with `labelFactsFrom`.
 *
 * Cheap on purpose: a label that is not there costs an index look-up, one that is there one look at the newest sample of
 * its series; never history, never more than two rows a label on the wire. Candidates that are no label names are left out.
 * @throws InvalidName when `metric` is not a metric name
 */
export const labelFactsQuestion = (metric: string, candidates: readonly string[], scope: readonly Matcher[]): string =>
  printExpr(labelFactsExpr(metric, candidates, scope));

/** The same, to be put together with others. */
export function labelFactsExpr(metric: string, candidates: readonly string[], scope: readonly Matcher[]): Expr {
  const all = withLabel(aggregate('count', [], selector(metric, scope)), 'headroom_fact', 'series');
  const labels = [...new Set(candidates)].filter(isLabelName);
  return firstOf([all, ...labels.flatMap((label) => factsOf(label, metric, scope))]);
}

function factsOf(label: string, metric: string, scope: readonly Matcher[]): readonly Expr[] {
  const carrying = selector(metric, [{ label, op: '!=', value: '' }, ...scope]);
  const fact = (name: string, expr: Expr): Expr =>
    withLabel(withLabel(expr, 'headroom_label', label), 'headroom_fact', name);
  return [
    fact('series', aggregate('count', [], carrying)),
    fact('values', aggregate('count', [], aggregate('group', [label], carrying))),
  ];
}
