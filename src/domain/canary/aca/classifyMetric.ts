import { shiftInterval } from '../../stats/mannWhitney';
import { seededNormal } from '../../stats/seededNormal';
import type { CanaryMetric } from './CanaryConfig';
import type { Classification, Comparison, MetricLabel } from './CanaryResult';
import { commonLanguageEffectSize, meanRatio } from './effectSize';

// NetflixACAJudge-v1.0 on one metric: the first rule that holds decides. Both sides are already cleaned.

const TOLERANCE = 0.25;
const CONFIDENCE = 0.98;
const NOISE = 1e-5;

export function classifyMetric(metric: CanaryMetric, experiment: readonly number[], control: readonly number[], seed: number): Classification {
  if (experiment.length === 0 || control.length === 0) {
    return classifyEmpty(metric);
  }
  if (identical(experiment, control)) {
    return pass('data are identical');
  }
  if (new Set([...experiment, ...control]).size === 1) {
    return pass('all values are one number');
  }
  try {
    return classifyShift(metric, experiment, control, seed);
  } catch {
    // Fails open, as the original does: not even a critical metric is critical here.
    return { label: 'Error', reason: 'Metric Classification Failed', ratio: 1, critical: false, comparison: null };
  }
}

const pass = (reason: string): Classification => ({ label: 'Pass', reason, ratio: 1, critical: false, comparison: null });

function classifyEmpty({ nanStrategy, mustHaveData, critical }: CanaryMetric): Classification {
  if (nanStrategy === 'replace') {
    return pass('no data, replaced by zeros');
  }
  return mustHaveData && !critical
    ? { label: 'NodataFailMetric', reason: 'Missing data, which the metric must have', ratio: 1, critical: false, comparison: null }
    : { label: 'Nodata', reason: 'Missing data', ratio: 1, critical, comparison: null };
}

function identical(experiment: readonly number[], control: readonly number[]): boolean {
  const sorted = [...control].sort((a, b) => a - b);
  return experiment.length === control.length && [...experiment].sort((a, b) => a - b).every((v, i) => v === sorted[i]);
}

function classifyShift(metric: CanaryMetric, experiment: readonly number[], control: readonly number[], seed: number): Classification {
  const constant = new Set(experiment).size === 1 && new Set(control).size === 1;
  const noise = seededNormal(seed);
  const noisy = (values: readonly number[]) => (constant ? values.map((v) => v + noise() * v * NOISE) : values);
  const shift = shiftInterval(noisy(experiment), noisy(control), CONFIDENCE);
  const ratio = meanRatio(experiment, control);
  const effectSize = metric.effectSize.measure === 'cles' ? commonLanguageEffectSize(experiment, control) : ratio;
  const comparison = { ...shift, effectSize, bound: TOLERANCE * Math.abs(shift.estimate) };
  const label = labelOf(metric, comparison);
  return { label, reason: reasonOf(metric.name, label), ratio, critical: isCritical(metric, label, effectSize), comparison };
}

function labelOf({ direction, effectSize: allowed }: CanaryMetric, { lower, upper, bound, effectSize }: Comparison): MetricLabel {
  const unknown = Number.isNaN(effectSize);
  if (direction !== 'decrease' && lower > bound && (unknown || effectSize >= allowed.allowedIncrease)) {
    return 'High';
  }
  return direction !== 'increase' && upper < -bound && (unknown || effectSize <= allowed.allowedDecrease) ? 'Low' : 'Pass';
}

function isCritical({ critical, effectSize: limits }: CanaryMetric, label: MetricLabel, effectSize: number): boolean {
  const grave = label === 'High' ? effectSize >= limits.criticalIncrease : label === 'Low' && effectSize <= limits.criticalDecrease;
  return critical && (label === 'High' || label === 'Low') && (Number.isNaN(effectSize) || grave);
}

function reasonOf(name: string, label: MetricLabel): string {
  return label === 'Pass' ? `${name} was not classified as High or Low` : `${name} was classified as ${label}`;
}
