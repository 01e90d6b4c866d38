import { formatDuration } from '../base/Duration';
import { INSTANT_RANGE, instantQuery, type GrafanaQuery } from './grafanaQuery';
import type { RuleDocument } from './RuleDocument';
import { writeAnnotations } from './writeText';

/** The rule as Grafana's provisioning API takes it; the adapter adds organization and folder. */
export interface GrafanaRule {
  readonly uid: string;
  readonly title: string;
  readonly ruleGroup: string;
  readonly condition: string;
  readonly data: readonly GrafanaQuery[];
  readonly noDataState: 'OK';
  readonly execErrState: 'Error';
  readonly for: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly annotations: Readonly<Record<string, string>>;
  readonly isPaused: boolean;
}

/** Uid under which Grafana knows server-side expressions. */
const EXPRESSIONS = '__expr__';

/**
 * One Prometheus query, A, and a threshold, C, so that both can be edited in Grafana's own form.
 *
 * `noDataState: OK`: an answer without rows means that no service of the rule has a series, which is no overload; the
 * companion rule names each of those services, while Grafana's own "no data" alert would name none.
 * `execErrState: Error`: a rule that cannot be evaluated must not look like a rule that found nothing.
 */
export function grafanaRule(rule: RuleDocument, appUrl: string): GrafanaRule {
  const { op, threshold } = rule.comparison;
  return {
    uid: rule.uid,
    title: rule.title,
    ruleGroup: rule.group,
    condition: 'C',
    data: [
      {
        refId: 'A',
        datasourceUid: rule.source.uid,
        relativeTimeRange: INSTANT_RANGE,
        model: instantQuery('A', rule.source.uid, rule.value),
      },
      {
        refId: 'C',
        datasourceUid: EXPRESSIONS,
        relativeTimeRange: INSTANT_RANGE,
        model: {
          refId: 'C',
          type: 'threshold',
          expression: 'A',
          datasource: { type: EXPRESSIONS, uid: EXPRESSIONS },
          conditions: [{ type: 'query', evaluator: { type: op === '>' ? 'gt' : 'lt', params: [threshold] }, operator: { type: 'and' }, query: { params: ['C'] }, reducer: { type: 'last', params: [] } }],
        },
      },
    ],
    noDataState: 'OK',
    execErrState: 'Error',
    for: rule.holdFor === 0 ? '0s' : formatDuration(rule.holdFor),
    labels: rule.labels,
    annotations: writeAnnotations(rule, { value: '$values.A.Value', appUrl }),
    isPaused: false,
  };
}
