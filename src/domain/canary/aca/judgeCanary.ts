import type { CanaryConfig, CanaryMetric } from './CanaryConfig';
import type { CanaryMetricResult, CanaryResult } from './CanaryResult';
import { classifyMetric } from './classifyMetric';
import { cleanSide } from './cleanSide';
import { pairSeries, type SeriesPair, type SideSeries } from './pairSeries';
import { scoreCanary } from './scoreCanary';
import { sideStatistics } from './sideStatistics';

/** Series of one metric of the configuration, by its name. */
export interface CanaryMetricData {
  readonly control: readonly SideSeries[];
  readonly experiment: readonly SideSeries[];
}

/**
 * NetflixACAJudge-v1.0. A metric without data gets empty sides.
 * @param seed for the noise that two constant sides get; the same seed gives the same answer
 */
export function judgeCanary(config: CanaryConfig, data: Readonly<Record<string, CanaryMetricData>>, seed: number): CanaryResult {
  return scoreCanary(config, config.metrics.flatMap((metric) => judgeMetric(metric, data[metric.name], seed)));
}

function judgeMetric(metric: CanaryMetric, data: CanaryMetricData | undefined, seed: number): CanaryMetricResult[] {
  const pairs = pairSeries(data?.control ?? [], data?.experiment ?? []);
  if (!pairs.ok) {
    const nothing = { tags: {}, control: [], experiment: [] };
    return [{ ...describe(metric, nothing, [], []), label: 'Error', reason: pairs.error, ratio: 1, critical: false, comparison: null }];
  }
  const all = pairs.value.length > 0 ? pairs.value : [{ tags: {}, control: [], experiment: [] }];
  return all.map((pair) => {
    const experiment = cleanSide(pair.experiment, metric);
    const control = cleanSide(pair.control, metric);
    return { ...describe(metric, pair, control, experiment), ...classifyMetric(metric, experiment, control, seed) };
  });
}

const describe = ({ name, groups, muted }: CanaryMetric, { tags }: SeriesPair, control: readonly number[], experiment: readonly number[]) => ({
  name,
  tags,
  groups,
  muted,
  control: sideStatistics(control),
  experiment: sideStatistics(experiment),
});
