import { INSTANT_RANGE, instantQuery, type GrafanaQuery } from './grafanaQuery';
import type { RecordingDocument } from './RecordingDocument';
import { MARK, writeMark } from './RuleMark';

/** A recording rule as Grafana's provisioning API takes it; the adapter adds organization and folder. */
export interface GrafanaRecordingRule {
  readonly uid: string;
  readonly title: string;
  readonly ruleGroup: string;
  readonly data: readonly GrafanaQuery[];
  readonly record: {
    readonly metric: string;
    /** Reference of the query whose rows are written. */
    readonly from: string;
    readonly target_datasource_uid: string;
  };
  readonly labels: Readonly<Record<string, string>>;
  readonly annotations: Readonly<Record<string, string>>;
  readonly isPaused: boolean;
}

/**
 * One instant query whose rows Grafana writes to `target`, with the labels added. Labels stand on the series, so what the
 * rule was written from is kept in annotations, which are not written anywhere.
 * @param target uid of the data source that is written to
 */
export const grafanaRecordingRule = (rule: RecordingDocument, target: string): GrafanaRecordingRule => ({
  uid: rule.uid,
  title: rule.title,
  ruleGroup: rule.group,
  data: [{ refId: 'A', datasourceUid: rule.source.uid, relativeTimeRange: INSTANT_RANGE, model: instantQuery('A', rule.source.uid, rule.value) }],
  record: { metric: rule.record, from: 'A', target_datasource_uid: target },
  labels: rule.labels,
  annotations: { description: rule.doc, [MARK]: writeMark(rule.mark) },
  isPaused: false,
});
