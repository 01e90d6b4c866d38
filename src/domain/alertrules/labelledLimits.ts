import type { ServiceRef } from '../catalogue/ServiceRef';
import { call, firstOf, number, withLabel, type Expr, type Matching } from '../promql/Expr';

/** One constant of a rule. */
export interface LabelledLimit {
  readonly service: ServiceRef;
  readonly owner: string | null;
  readonly limit: number;
  /** Further labels, for joins. */
  readonly labels?: Readonly<Record<string, string>>;
}

/** Labels that alerts carry whatever the metrics are labelled with. */
const SERVICE = 'service';
const OWNER = 'owner';

/**
 * Limits as a vector that needs no series: `label_replace(vector(180), "service", "a", "", "") or ...`. So one rule
 * holds a limit for each of its services, and "limit without demand" can be said.
 */
export const labelledLimits = (limits: readonly LabelledLimit[], group: readonly string[]): Expr =>
  firstOf(limits.map((limit) => labelled(limit, group)));

function labelled({ service, owner, limit, labels = {} }: LabelledLimit, group: readonly string[]): Expr {
  const own = Object.entries({ [SERVICE]: service.name, ...(owner !== null && { [OWNER]: owner }), ...labels });
  const all = [...group.map((name) => [name, service.labels[name] ?? ''] as const), ...own.filter(([name]) => !group.includes(name))];
  const constant: Expr = call('vector', number(limit));
  // A label without a value is a label that is not there.
  return all.reduce<Expr>((expr, [name, value]) => (value === '' ? expr : withLabel(expr, name, value)), constant);
}

/** Joins measured series with limits on the grouping labels; the alert takes over service and owner from the limit. */
export const limitMatching = (group: readonly string[]): Matching => ({
  on: group,
  bring: [SERVICE, OWNER].filter((name) => !group.includes(name)),
});
