import { formatDuration } from '../base/Duration';
import { breachExpr, type RuleDocument } from './RuleDocument';
import { writeAnnotations } from './writeText';
import { yamlDocument, type YamlValue } from './yamlDocument';

/**
 * Rules as a rule file of Prometheus, Mimir or Loki-style rulers: the same expression and the comparison.
 * @param appUrl address of Grafana for the link to the service's page
 */
export function prometheusRuleFile(rules: readonly RuleDocument[], appUrl: string): string {
  const intervals = [...new Set(rules.map(({ interval }) => interval))].sort((a, b) => a - b);
  const groups = intervals.map((interval): YamlValue => {
    const members = rules.filter((rule) => rule.interval === interval);
    return { name: members[0]?.group ?? '', interval: formatDuration(interval), rules: members.map((rule) => ruleOf(rule, appUrl)) };
  });
  return `# Alert rules written by Headroom. The limits in them are of the day they were written: see the Alerts page for what changed since.\n${yamlDocument({ groups })}`;
}

const ruleOf = (rule: RuleDocument, appUrl: string): YamlValue => ({
  alert: rule.alertName,
  expr: breachExpr(rule),
  ...(rule.holdFor > 0 && { for: formatDuration(rule.holdFor) }),
  labels: rule.labels,
  annotations: writeAnnotations(rule, { value: '$value', appUrl }),
});
