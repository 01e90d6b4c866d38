import { MARK, writeMark } from './RuleMark';
import type { RuleDocument, TextPart, ValueFormat } from './RuleDocument';

/** How a template names the value of the alert. */
export interface TemplateDialect {
  readonly value: string;
  /** Address of Grafana, without a slash at its end. */
  readonly appUrl: string;
}

/** Go templates of Prometheus and of Grafana share these functions. */
const FORMATS: Readonly<Record<ValueFormat, string>> = {
  number: 'printf "%.4g"',
  percent: 'humanizePercentage',
  seconds: 'humanizeDuration',
  bytes: 'humanize1024',
};

/** Annotations of a rule as templates, its mark included. */
export const writeAnnotations = (rule: RuleDocument, dialect: TemplateDialect): Readonly<Record<string, string>> => ({
  ...Object.fromEntries(Object.entries(rule.annotations).map(([name, parts]) => [name, parts.map((part) => write(part, rule, dialect)).join('')])),
  [MARK]: writeMark(rule.mark),
});

function write(part: TextPart, rule: RuleDocument, { value, appUrl }: TemplateDialect): string {
  if (typeof part === 'string') {
    return part;
  }
  if ('label' in part) {
    return `{{ $labels.${part.label} }}`;
  }
  if ('value' in part) {
    return `{{ ${value} | ${FORMATS[part.value]} }}`;
  }
  return `${appUrl}/a/headroom-capacity-app/service?key=${serviceKey(part.serviceOf, rule)}`;
}

/** The key of `serviceRef`, put together by the template: `["source","profile","value", ...]`. */
function serviceKey(group: readonly string[], { mark }: RuleDocument): string {
  const fixed = [mark.source, mark.profile].map((text) => JSON.stringify(text).replaceAll('%', '%%'));
  const format = JSON.stringify(`[${[...fixed, ...group.map(() => '%q')].join(',')}]`);
  return `{{ printf ${format} ${group.map((name) => `$labels.${name}`).join(' ')} | urlquery }}`;
}
