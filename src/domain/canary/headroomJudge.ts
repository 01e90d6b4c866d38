import { countVerdict, errorCount, tailCount } from './countVerdict';
import type { Judge, JudgeDecision, JudgeInput, JudgeMetric, JudgeVerdict, JudgeWindow, MetricVerdict } from './Judge';
import { ERROR_MARGINS, LOOKS, TAIL_MARGINS, USUAL_SHIFTS, type ShiftLimits } from './judgeRules';
import { shiftVerdict } from './shiftVerdict';

// The default judge: a non-inferiority test, so that permitting needs proof and not absence of proof. It looks after 6,
// 10 and 15 windows at all windows of the step so far. Levels (latency, CPU a request) are compared as logarithms of
// target over peers with what they were before the run, so that scale does not matter; failures as over-dispersed counts.
// Any metric can stop, all together permit. CPU and requests/s themselves are meant to rise: absolute guards hold them.

const NAME = 'Headroom judge';

/** The default judge with the shifts that a plan stops and permits at. */
export const headroomJudgeAt = (limits: ShiftLimits): Judge => ({ name: NAME, looks: LOOKS, judge: (input) => judge(input, limits) });

export const headroomJudge: Judge = headroomJudgeAt(USUAL_SHIFTS);

function judge(input: JudgeInput, limits: ShiftLimits): JudgeVerdict {
  const have = input.windows.length;
  const look = LOOKS.filter((l) => l <= have).at(-1);
  const next = LOOKS.find((l) => l > have) ?? null;
  if (look === undefined) {
    return { judge: NAME, decision: 'continue', nextLook: next, metrics: [], score: null, reason: `${have} of ${next} windows before the first look` };
  }
  // Between two looks the answer of the last one stands: a look more would be a chance more to err.
  const last = look === LOOKS.at(-1);
  const metrics = metricVerdicts(input, input.windows.slice(0, look), limits).map((m): MetricVerdict => (m.decision === 'continue' && last ? { ...m, decision: 'inconclusive' } : m));
  const decision = combine(metrics.filter((m) => m.counts), last);
  return { judge: NAME, decision, metrics, score: null, nextLook: decision === 'continue' ? next : null, reason: reasonOf(decision, metrics, look) };
}

function metricVerdicts(input: JudgeInput, windows: readonly JudgeWindow[], limits: ShiftLimits): readonly MetricVerdict[] {
  const errors = input.countsErrors === false ? [] : [countVerdict({ name: 'errors', countOf: errorCount, counts: true, margins: ERROR_MARGINS }, input, windows)];
  return [...errors, ...input.metrics.map((metric) => metricVerdict(metric, input, windows, limits))];
}

function metricVerdict(metric: JudgeMetric, input: JudgeInput, windows: readonly JudgeWindow[], limits: ShiftLimits): MetricVerdict {
  switch (metric.kind) {
    case 'latency':
    case 'cost':
      return shiftVerdict(metric, input, windows, limits);
    case 'tail':
      // The part of slow requests rises with healthy load: a search for the limit only reports it.
      return countVerdict({ name: metric.name, countOf: tailCount(metric), counts: input.mode !== 'limit', margins: TAIL_MARGINS }, input, windows);
  }
}

function combine(counted: readonly MetricVerdict[], last: boolean): JudgeDecision {
  if (counted.some((m) => m.decision === 'stop')) {
    return 'stop';
  }
  const proven = counted.length > 0 && counted.every((m) => m.decision === 'permit');
  return proven ? 'permit' : last ? 'inconclusive' : 'continue';
}

function reasonOf(decision: JudgeDecision, metrics: readonly MetricVerdict[], look: number): string {
  const counted = metrics.filter((m) => m.counts);
  const told = (which: readonly MetricVerdict[]) => which.map((m) => `${m.name}: ${m.rule}`).join('; ');
  switch (decision) {
    case 'stop':
      return `after ${look} windows ${told(counted.filter((m) => m.decision === 'stop'))}`;
    case 'permit':
      return `after ${look} windows all ${counted.length} metrics are proven not worse`;
    case 'continue':
    case 'inconclusive':
      return counted.length === 0 ? 'no metric counts: nothing can be proven' : `after ${look} windows ${told(counted.filter((m) => m.decision !== 'permit'))}`;
  }
}
