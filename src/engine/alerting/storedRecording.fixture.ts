import { grafanaRecordingRule } from '../../domain/alertrules/grafanaRecordingRule';
import type { RecordingDocument } from '../../domain/alertrules/RecordingDocument';
import type { StoredRule } from '../../ports/AlertRules';

/** A recording rule as Grafana has it after it was saved to `target`. */
export const storedRecording = (rule: RecordingDocument, target: string, change: Partial<StoredRule> = {}): StoredRule => ({
  uid: rule.uid,
  title: rule.title,
  folderUid: 'f',
  group: rule.group,
  labels: rule.labels,
  annotations: grafanaRecordingRule(rule, target).annotations,
  expr: rule.value,
  threshold: null,
  holdFor: 0,
  record: { metric: rule.record, target },
  paused: false,
  provisioned: null,
  ...change,
});
