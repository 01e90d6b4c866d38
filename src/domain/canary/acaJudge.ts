import { median } from '../stats/median';
import type { CanaryConfig } from './aca/CanaryConfig';
import type { CanaryMetricResult, CanaryResult } from './aca/CanaryResult';
import { judgeCanary, type CanaryMetricData } from './aca/judgeCanary';
import type { SideSeries } from './aca/pairSeries';
import { failsEarly } from './aca/failsEarly';
import type { Judge, JudgeDecision, JudgeInput, JudgeVerdict, JudgeWindow, MetricVerdict, WindowReading } from './Judge';

/** What the target is compared with: peers at the same time (their median), or itself before the run. */
export type CanaryControl = 'peers' | 'pre-run';

const LOOKS = [6, 10, 15];
const DEFAULT_PASS = 95;
const DEFAULT_MARGINAL = 75;
const ERRORS = 'errors';

/**
 * NetflixACAJudge-v1.0 as the judge of a load test. The score is the original's to the letter; the decision is not:
 * it never permits on an Error, on missing data or on a marginal score, all of which the original lets through; and it
 * does not stop where data are missing and nothing was found worse, for which the original scores 0.
 */
export function acaJudge(config: CanaryConfig, control: CanaryControl): Judge {
  const thresholds = { pass: config.thresholds.pass ?? DEFAULT_PASS, marginal: config.thresholds.marginal ?? DEFAULT_MARGINAL };
  const complete = { ...config, thresholds };
  return { name: 'NetflixACAJudge-v1.0', looks: LOOKS, judge: (input) => judgeWindows(complete, control, input) };
}

type Complete = CanaryConfig & { readonly thresholds: { readonly pass: number; readonly marginal: number } };

function judgeWindows(config: Complete, control: CanaryControl, input: JudgeInput): JudgeVerdict {
  const windows = input.windows.length;
  const nextLook = LOOKS.find((look) => look > windows) ?? null;
  const base = { judge: 'NetflixACAJudge-v1.0', metrics: [], score: null };
  if (windows < (LOOKS[0] ?? 0)) {
    return { ...base, decision: 'continue', nextLook, reason: `${windows} of ${LOOKS[0]} windows before the first look` };
  }
  const data = Object.fromEntries(config.metrics.map((m) => [m.name, dataOf(m.name, control, input)]));
  const result = judgeCanary(config, data, input.seed);
  const { decision, reason } = decide(config, result, nextLook !== null);
  return { ...base, decision, reason, nextLook: decision === 'continue' ? nextLook : null, metrics: result.metrics.map((m) => verdictOf(config, m)), score: result.score };
}

function decide({ thresholds: { pass, marginal } }: Complete, { score, reason, metrics }: CanaryResult, more: boolean): { decision: JudgeDecision; reason: string } {
  const told = `score ${score} (pass ${pass}, marginal ${marginal}): ${reason}`;
  const counted = metrics.filter((m) => !m.muted);
  const wait: JudgeDecision = more ? 'continue' : 'inconclusive';
  if (counted.length === 0) {
    return { decision: wait, reason: 'every metric is muted: none counts' };
  }
  if (failsEarly(score, marginal) && counted.some(isWorse)) {
    return { decision: 'stop', reason: told };
  }
  const blind = counted.flatMap((m) => {
    const why = blindness(m);
    return why === null ? [] : [`${m.name} (${why})`];
  });
  if (blind.length > 0) {
    return { decision: wait, reason: `${told}; ${blind.join(', ')} cannot permit` };
  }
  return score >= pass ? { decision: 'permit', reason: told } : { decision: wait, reason: `${told}; a marginal score cannot permit` };
}

/** A score that is low for want of data alone says nothing of the load: it must not become a limit. */
const isWorse = ({ label, critical }: CanaryMetricResult): boolean => label === 'High' || label === 'Low' || label === 'NodataFailMetric' || (critical && label !== 'Pass');

/** Why a metric proves nothing; null when it may permit. Infinite values (a p99 above the last bucket) Pass in the original. */
function blindness({ label, experiment, control }: CanaryMetricResult): string | null {
  if (label === 'Error' || label === 'Nodata') {
    return label;
  }
  return [experiment.min, experiment.max, control.min, control.max].every(Number.isFinite) ? null : 'infinite values';
}

function dataOf(name: string, control: CanaryControl, { windows, preRun }: JudgeInput): CanaryMetricData {
  const target = (w: JudgeWindow) => valueOf(w.target, name);
  const peers = (w: JudgeWindow) => median(w.peers.map((p) => valueOf(p, name))) ?? NaN;
  return { experiment: [side(windows, target)], control: [control === 'peers' ? side(windows, peers) : side(preRun, target)] };
}

/** A query of the configuration's own goes before what is measured anyway. */
function valueOf({ values, requests, errors }: WindowReading, name: string): number {
  const share = name === ERRORS && requests !== null && requests > 0 && errors !== null ? errors / requests : NaN;
  return values[name] ?? share;
}

const side = (windows: readonly JudgeWindow[], valueOf: (w: JudgeWindow) => number): SideSeries => ({
  tags: {},
  values: windows.map(valueOf),
  from: windows[0]?.from ?? 0,
  to: windows.at(-1)?.to ?? 0,
  step: 0,
});

function verdictOf(config: Complete, m: CanaryMetricResult): MetricVerdict {
  const { comparison, control } = m;
  // Limits of the shift as a ratio of the control's mean; the label itself is decided in the metric's own unit.
  const ratio = (shift: number) => (control.mean === 0 ? null : 1 + shift / control.mean);
  const allowed = config.metrics.find((c) => c.name === m.name)?.effectSize;
  return {
    name: m.name,
    decision: decisionOf(m),
    label: m.label,
    samples: { target: m.experiment.count, control: control.count, missing: 0 },
    effect: Number.isNaN(m.ratio) ? null : m.ratio,
    effectUnit: 'ratio',
    lower: comparison === null ? null : ratio(comparison.lower),
    upper: comparison === null ? null : ratio(comparison.upper),
    stopAbove: comparison === null ? null : ratio(comparison.bound),
    permitBelow: null,
    rule: m.reason,
    flip: flipOf(m, allowed?.allowedIncrease ?? 1),
    counts: !m.muted,
  };
}

function decisionOf({ label }: CanaryMetricResult): JudgeDecision {
  switch (label) {
    case 'Pass':
      return 'permit';
    case 'High':
    case 'Low':
    case 'NodataFailMetric':
      return 'stop';
    case 'Nodata':
    case 'Error':
      return 'inconclusive';
  }
}

function flipOf({ label, comparison }: CanaryMetricResult, allowedIncrease: number): string {
  if (comparison === null) {
    return label === 'Pass' ? 'any difference between the sides would have been compared' : 'data on both sides would have been compared';
  }
  const number = (value: number) => String(+value.toPrecision(4));
  const { lower, upper, bound } = comparison;
  return label === 'Pass'
    ? `High needs a lower limit above ${number(bound)} (it is ${number(lower)}) and an effect of ${number(allowedIncrease)} or more; Low needs an upper limit below ${number(-bound)} (it is ${number(upper)})`
    : `Pass needs limits (${number(lower)} to ${number(upper)}) that reach ${label === 'High' ? `${number(bound)} or less` : `${number(-bound)} or more`}`;
}
