import type { YamlValue } from './yamlDocument';

interface Provisioned {
  readonly title: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly data: ReadonlyArray<{ readonly datasourceUid: string }>;
}

/** Grafana expands `$NAME` in these texts, `$$` standing for a dollar sign; queries and annotations it takes as they are. */
export function provisionedText<R extends Provisioned>(rule: R): YamlValue {
  const document = {
    ...rule,
    title: escaped(rule.title),
    labels: Object.fromEntries(Object.entries(rule.labels).map(([name, value]) => [name, escaped(value)])),
    data: rule.data.map((query) => ({ ...query, datasourceUid: escaped(query.datasourceUid) })),
  };
  return document as unknown as YamlValue;
}

const escaped = (text: string): string => text.replaceAll('$', '$$$$');
