import { formatDuration } from '../base/Duration';
import { grafanaRule } from './grafanaRule';
import { provisionedText } from './provisionedText';
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

function ruleOf(rule: RuleDocument, appUrl: string): YamlValue {
  const { ruleGroup: _group, ...rest } = grafanaRule(rule, appUrl);
  return provisionedText(rest);
}
