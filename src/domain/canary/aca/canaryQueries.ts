import type { CanaryConfig, CanaryQuery } from './CanaryConfig';

/** What every load test measures, judged under these names where a configuration brings no query of its own: mean latency, CPU and the failed share of requests. */
const MEASURED: ReadonlySet<string> = new Set(['latency', 'cpu', 'errors']);

/** What a template may name: the instance, by either name, its pod, and the namespace of the service. */
const PLACEHOLDERS = ['scope', 'instance', 'pod', 'location'];

/** As one stands in a template. */
const PLACEHOLDER = /\$\{([^}]*)\}/g;

const TELLS_INSTANCES: ReadonlySet<string> = new Set(['scope', 'instance', 'pod']);

/** Queries of the metrics that are asked for, by name. */
export const canaryQueries = ({ metrics }: CanaryConfig): ReadonlyMap<string, CanaryQuery> => new Map(metrics.flatMap(({ name, query }) => (query === null ? [] : [[name, query] as const])));

/** Why a metric could not be judged; null = each can be asked for, or is measured anyway. */
export function canaryProblem({ metrics }: CanaryConfig): string | null {
  const problems = metrics.flatMap(({ name, query }) => {
    const problem = query === null ? unasked(name) : templateProblem(query.template);
    return problem === null ? [] : [`metric ${JSON.stringify(name)} ${problem}`];
  });
  return problems.length === 0 ? null : problems.join('; ');
}

const unasked = (name: string): string | null =>
  MEASURED.has(name) ? null : `has no query for Prometheus: give customInlineTemplate ("PromQL:..." with \${scope} for the instance) or metricName, or name it ${[...MEASURED].join(', ')}, which are measured anyway`;

function templateProblem(template: string | null): string | null {
  if (template === null) {
    return null;
  }
  const named = [...template.matchAll(PLACEHOLDER)].map(([, name = '']) => name);
  const unknown = named.find((name) => !PLACEHOLDERS.includes(name));
  if (unknown !== undefined) {
    return `names \${${unknown}}, which a load test does not know: it knows ${PLACEHOLDERS.map((known) => `\${${known}}`).join(', ')}`;
  }
  return named.some((name) => TELLS_INSTANCES.has(name)) ? null : 'asks the same of the target and of its peers: its template must hold ${scope}, which becomes the name of the instance';
}
