import { sampleText } from '../history/sampleText';
import { type MetricSeries, type MetricType } from '../model/metricSeries';

function typeName(series: MetricSeries): { name: string; type: MetricType } {
  const name = series.type === 'counter' ? `${series.family}_total` : series.family;
  return { name, type: series.type };
}

/**
 * Prometheus' text format. Series without a job get an empty one: a scrape that honours labels then adds neither its own
 * job nor its own instance, and the series stay those of the history.
 */
function ownLabels(key: string): string {
  return key.includes('job="') ? key : key.replace('{', '{job="",instance="",');
}

export function expositionText(series: readonly MetricSeries[]): string {
  const families = new Map<string, MetricSeries[]>();
  for (const one of series) {
    const members = families.get(one.family) ?? [];
    members.push(one);
    families.set(one.family, members);
  }
  let text = '';
  for (const members of families.values()) {
    const [first] = members;
    if (first) {
      const { name, type } = typeName(first);
      text += `# TYPE ${name} ${type}\n`;
    }
    for (const one of members) {
      text += `${ownLabels(one.key)} ${sampleText(one.value, one.whole)}\n`;
    }
  }
  return text;
}
