import type { CanaryConfig, CanaryMetric } from './CanaryConfig';
import type { CanaryMetricData } from './judgeCanary';
import type { CanaryMetricResult, MetricLabel } from './CanaryResult';
import { sideStatistics } from './sideStatistics';

/** A metric with the defaults of Kayenta. */
export const canaryMetric = (over: Partial<CanaryMetric> = {}): CanaryMetric => ({
  name: 'latency',
  groups: ['all'],
  query: null,
  direction: 'either',
  nanStrategy: 'remove',
  removeOutliers: false,
  outlierFactor: 3,
  critical: false,
  mustHaveData: false,
  muted: false,
  effectSize: { measure: 'meanRatio', allowedIncrease: 1, allowedDecrease: 1, criticalIncrease: 1, criticalDecrease: 1 },
  ...over,
});

export const canaryConfig = (metrics: readonly CanaryMetric[], over: Partial<CanaryConfig> = {}): CanaryConfig => ({
  name: 'test',
  metrics,
  groupWeights: {},
  thresholds: { pass: 95, marginal: 75 },
  ...over,
});

const side = (values: readonly number[]) => [{ tags: {}, values, from: 0, to: 0, step: 0 }];

export const canaryData = (control: readonly number[], experiment: readonly number[]): CanaryMetricData => ({ control: side(control), experiment: side(experiment) });

const nothing = sideStatistics([]);

/** A metric already judged, for the score. */
export const judged = (name: string, label: MetricLabel, over: Partial<CanaryMetricResult> = {}): CanaryMetricResult => ({
  name,
  label,
  tags: {},
  groups: ['all'],
  muted: false,
  control: nothing,
  experiment: nothing,
  reason: `${name} was classified as ${label}`,
  ratio: 1,
  critical: false,
  comparison: null,
  ...over,
});
