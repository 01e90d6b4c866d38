import type { CanaryMetric } from '../../../../domain/canary/aca/CanaryConfig';
import type { ParsedCanaryConfig } from '../../../../domain/canary/aca/parseCanaryConfig';

const SIMULATED = 'On a simulated target nobody answers such queries: there the judge permits nothing.';

/** One line a metric, then what is ignored. */
export function canaryWords({ config, notices }: ParsedCanaryConfig): readonly string[] {
  const asks = config.metrics.some(({ query }) => query !== null);
  return [...config.metrics.map(metricWords), ...(asks ? [SIMULATED] : []), ...notices];
}

function metricWords({ name, query, critical, muted }: CanaryMetric): string {
  const weight = muted ? ', reported only' : critical ? ', critical' : '';
  if (query === null) {
    return `${name}${weight}: as every load test measures it`;
  }
  return `${name}${weight}: ${query.template ?? `the average of ${query.metric ?? ''} on the instance`}`;
}
