import { formatDuration } from '../base/Duration';
import { grafanaRule } from './grafanaRule';
import type { RuleDocument } from './RuleDocument';
import { yamlDocument, type YamlValue } from './yamlDocument';

/** Folder of Grafana that holds our rules. */
export const RULE_FOLDER = 'Headroom';

/**
 * Rules as a file of Grafana's provisioning (`provisioning/alerting/`). Rules that come from a file are read-only in
 * Grafana: this is for those who keep their rules in a repository.
 */
export function grafanaRuleFile(rules: readonly RuleDocument[], orgId: number, appUrl: string): string {
  const names = [...new Set(rules.map(({ group }) => group))];
  const groups = names.map((name): YamlValue => {
    const members = rules.filter(({ group }) => group === name);
    return { orgId, name, folder: RULE_FOLDER, interval: formatDuration(members[0]?.interval ?? 0), rules: members.map((rule) => ruleOf(rule, appUrl)) };
  });
  return `# Alert rules written by Headroom, for provisioning/alerting/ of Grafana.\n${yamlDocument({ apiVersion: 1, groups })}`;
}

/** Grafana expands `$NAME` in these texts, `$$` standing for a dollar sign; queries and annotations it takes as they are. */
function ruleOf(rule: RuleDocument, appUrl: string): YamlValue {
  const { ruleGroup: _group, title, labels, data, ...rest } = grafanaRule(rule, appUrl);
  const document = {
    ...rest,
    title: escaped(title),
    labels: Object.fromEntries(Object.entries(labels).map(([name, value]) => [name, escaped(value)])),
    data: data.map((query) => ({ ...query, datasourceUid: escaped(query.datasourceUid) })),
  };
  return document as unknown as YamlValue;
}

const escaped = (text: string): string => text.replaceAll('$', '$$$$');
