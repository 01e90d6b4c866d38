import { alikeness } from './alikeness';
import type { JudgeInput, JudgeMetric, JudgeWindow, MetricVerdict } from './Judge';
import { FEWEST_PRE_RUN, FEWEST_USABLE, FIRST_LOOK, LOOK_RULES, MOST_CURVE_DOUBT, type LookRules, type ShiftLimits } from './judgeRules';
import { judgeShift, type Shift, type ShiftQuestion } from './judgeShift';
import { marginsOf, type Margins } from './marginsOf';
import { asItIs, curveDoubt, idleLevel, onCurve, peerShifts, perRequest, windowShift, type Expectation } from './windowShift';
import { writeRatio } from './writePercent';

interface Shifts {
  readonly run: readonly number[];
  readonly before: readonly number[];
  /** Each peer before the run, against the median of all others. */
  readonly beforePeers: ReadonlyArray<readonly number[]>;
  readonly margins: Margins;
  readonly curveUsed: boolean;
  /** Variance of the expectation itself, in logarithms. */
  readonly doubt: number;
}

/**
 * One metric of level (latency, cost) in the default judge. `windows` are those up to the look. Latency that no earlier
 * run had at this demand is only reported by a `limit` run where an absolute limit holds it: a queue near its limit is
 * healthily three times as slow as at usual load, and any factor less would be found as the limit instead of the guards'.
 */
export function shiftVerdict(metric: JudgeMetric, input: JudgeInput, windows: readonly JudgeWindow[], limits: ShiftLimits): MetricVerdict {
  const shifts = shiftsOf(metric, input, windows, limits);
  const { run, before, margins, curveUsed } = shifts;
  const heldByLimit = input.mode === 'limit' && metric.kind === 'latency' && !curveUsed && metric.absoluteLimit !== null;
  const samples = { target: run.length, control: before.length, missing: windows.length - run.length };
  const frame = { name: metric.name, effectUnit: 'ratio', samples, stopAbove: margins.stop, permitBelow: margins.permit, counts: !heldByLimit } as const;
  const lack = lackOf(shifts, windows.length);
  const limited = beyondAbsolute(metric, input, windows);
  if (limited !== null) {
    return { ...frame, counts: true, decision: 'stop', label: 'above its limit', effect: null, lower: null, upper: null, rule: limited, flip: 'a mean under the absolute limit' };
  }
  // Two versions side by side are compared as they are, else the target with what it was to its peers before.
  const shift = lack === null ? judgeShift(run, before, questionOf(shifts, lookRules(windows.length), input.mode !== 'pair')) : null;
  if (shift === null) {
    return { ...frame, decision: 'continue', label: 'not enough data', effect: null, lower: null, upper: null, rule: lack ?? 'too few values to tell the noise from', flip: 'data in the windows named' };
  }
  const [effect, lower, upper] = [Math.exp(shift.estimate), Math.exp(shift.lower), Math.exp(shift.upper)];
  return { ...frame, decision: shift.decision, label: LABELS[shift.decision], effect, lower, upper, rule: ruleOf(shift, effect, lower, upper, margins), flip: flipOf(shift, lower, upper, margins) };
}

const questionOf = ({ before, beforePeers, margins, doubt }: Shifts, rules: LookRules, against: boolean): ShiftQuestion => ({
  stopAbove: Math.log(margins.stop),
  permitBelow: Math.log(margins.permit),
  rules,
  against,
  correlation: alikeness(before, beforePeers),
  doubt,
});

/** Of the look after so many windows; between looks of the one before. */
function lookRules(windows: number): LookRules {
  return LOOK_RULES.filter((look) => look.windows <= windows).at(-1) ?? FIRST_LOOK;
}

const LABELS = { stop: 'worse', permit: 'not worse', continue: 'undecided', inconclusive: 'undecided' } as const;

function shiftsOf(metric: JudgeMetric, input: JudgeInput, windows: readonly JudgeWindow[], limits: ShiftLimits): Shifts {
  if (metric.curve !== null && metric.kind === 'latency' && input.mode === 'limit') {
    const expected = onCurve(metric.curve);
    const run = known(metric, windows, expected, 0);
    const before = known(metric, input.preRun, expected, 0);
    const beforePeers = peerShifts(metric, input.preRun, expected, 0);
    const doubt = curveDoubt(metric.curve, windows);
    // A curve that hardly knows itself what to expect here (near a limit it is steep) could prove nothing.
    if (run.length >= FEWEST_USABLE * windows.length && before.length >= FEWEST_PRE_RUN && doubt <= MOST_CURVE_DOUBT ** 2) {
      return { run, before, beforePeers, margins: marginsOf(input.mode, metric.curve, limits), curveUsed: true, doubt };
    }
  }
  const cost = metric.kind === 'cost';
  const expected = cost ? perRequest : asItIs;
  // The target under load is left out: its slope is what is asked.
  const idle = cost ? idleLevel(metric.name, [...input.preRun.flatMap((w) => [w.target, ...w.peers]), ...windows.flatMap((w) => w.peers)]) : 0;
  return { run: known(metric, windows, expected, idle), before: known(metric, input.preRun, expected, idle), beforePeers: peerShifts(metric, input.preRun, expected, idle), margins: marginsOf(input.mode, null, limits), curveUsed: false, doubt: 0 };
}

const known = (metric: JudgeMetric, windows: readonly JudgeWindow[], expected: Expectation, idle: number): readonly number[] =>
  windows.flatMap((w) => windowShift(metric, w, expected, idle) ?? []);

function lackOf({ run, before }: Shifts, windows: number): string | null {
  if (before.length < FEWEST_PRE_RUN) {
    return `${before.length} usable windows before the run; ${FEWEST_PRE_RUN} are needed to know the noise`;
  }
  return run.length < FEWEST_USABLE * windows ? `data in ${run.length} of ${windows} windows of this step; two thirds are needed` : null;
}

/** Mean of the step above the absolute limit; null when it is not, or there is none. */
function beyondAbsolute({ name, absoluteLimit, unit }: JudgeMetric, { mode }: JudgeInput, windows: readonly JudgeWindow[]): string | null {
  const values = windows.map((w) => w.target.values[name] ?? NaN).filter(Number.isFinite);
  const mean = values.reduce((sum, v) => sum + v, 0) / values.length;
  return mode === 'limit' && absoluteLimit !== null && mean > absoluteLimit ? `the mean of ${+mean.toPrecision(3)} ${unit} is above the limit of ${+absoluteLimit.toPrecision(3)} ${unit}` : null;
}

function ruleOf({ decision, noise }: Shift, effect: number, lower: number, upper: number, { stop, permit, because }: Margins): string {
  const measured = `${writeRatio(effect)} ${because} (noise ${+noise.sd.toPrecision(2)} a window, correlation ${+noise.correlation.toPrecision(2)})`;
  switch (decision) {
    case 'stop':
      return `${measured}: at least ${writeRatio(lower)}, more than the ${writeRatio(stop)} tolerated`;
    case 'permit':
      return `${measured}: at most ${writeRatio(upper)}, less than ${writeRatio(permit)}`;
    case 'continue':
    case 'inconclusive':
      return `${measured}: between ${writeRatio(lower)} and ${writeRatio(upper)}, proves neither more than ${writeRatio(stop)} nor less than ${writeRatio(permit)}`;
  }
}

function flipOf({ decision, estimate }: Shift, lower: number, upper: number, { stop, permit }: Margins): string {
  const room = (ratio: number) => writeRatio(Math.exp(estimate + Math.log(ratio)));
  switch (decision) {
    case 'stop':
      return `a shift of ${room(stop / lower)} or less would not have stopped, one under ${room(permit / upper)} would have permitted`;
    case 'permit':
      return `a shift of ${room(permit / upper)} or more would not have permitted, one above ${room(stop / lower)} would have stopped`;
    case 'continue':
    case 'inconclusive':
      return `with the same noise a shift above ${room(stop / lower)} would have stopped, one under ${room(permit / upper)} would have permitted`;
  }
}
