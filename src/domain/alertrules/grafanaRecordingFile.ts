import { formatDuration } from '../base/Duration';
import { grafanaRecordingRule } from './grafanaRecordingRule';
import { RULE_FOLDER } from './grafanaRuleFile';
import { provisionedText } from './provisionedText';
import type { RecordingDocument } from './RecordingDocument';
import { yamlDocument, type YamlValue } from './yamlDocument';

const HEAD = `# Recording rules written by Headroom, for provisioning/alerting/ of Grafana. Grafana 12.3 does not read the target from
# a file: set default_datasource_uid under [recording_rules] in its configuration as well.
`;

/**
 * Recording rules as a file of Grafana's provisioning (`provisioning/alerting/`); rules that come from a file are
 * read-only in Grafana.
 * @param target uid of the data source that is written to
 */
export function grafanaRecordingFile(rules: readonly RecordingDocument[], target: string, orgId: number): string {
  const names = [...new Set(rules.map(({ group }) => group))];
  const groups = names.map((name): YamlValue => {
    const members = rules.filter(({ group }) => group === name);
    return { orgId, name, folder: RULE_FOLDER, interval: formatDuration(members[0]?.interval ?? 0), rules: members.map((rule) => ruleOf(rule, target)) };
  });
  return `${HEAD}${yamlDocument({ apiVersion: 1, groups })}`;
}

function ruleOf(rule: RecordingDocument, target: string): YamlValue {
  const { ruleGroup: _group, record, ...rest } = grafanaRecordingRule(rule, target);
  // The file names the target otherwise than the API.
  const { target_datasource_uid: to, ...series } = record;
  return provisionedText({ ...rest, record: { ...series, targetDatasourceUid: to } });
}
