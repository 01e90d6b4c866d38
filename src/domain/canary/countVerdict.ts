import { overDispersion, total, type CountWindow } from '../stats/overDispersion';
import { twoWayDispersion } from '../stats/twoWayDispersion';
import type { JudgeInput, JudgeMetric, JudgeWindow, MetricVerdict, WindowReading } from './Judge';
import { judgeCounts, type CountShift } from './judgeCounts';
import { COUNT_PERMIT_REQUESTS, COUNT_STOP_EVENTS, COUNT_STOP_P, FEWEST_PRE_RUN, FEWEST_USABLE, type CountMargins } from './judgeRules';
import { writePoints } from './writePercent';

/** Reads the counts of one reading; null = unknown. */
type CountOf = (reading: WindowReading) => CountWindow | null;

/** Failed requests. */
export const errorCount: CountOf = ({ requests, errors }) => counted(errors, requests);

/** Requests above a bucket bound, from their share. */
export const tailCount =
  ({ name }: JudgeMetric): CountOf =>
  ({ requests, values }) =>
    counted(requests === null ? null : (values[name] ?? NaN) * requests, requests);

const counted = (events: number | null, trials: number | null): CountWindow | null =>
  events !== null && trials !== null && events >= 0 && events <= trials && trials < Infinity ? { events, trials } : null;

/** One kind of event that is counted. */
export interface JudgedCount {
  readonly name: string;
  readonly countOf: CountOf;
  /** False = only reported. */
  readonly counts: boolean;
  readonly margins: CountMargins;
}

/** Counts in the default judge. In `pair` only the other version is a baseline, else also the target before. */
export function countVerdict({ name, countOf, counts, margins }: JudgedCount, input: JudgeInput, windows: readonly JudgeWindow[]): MetricVerdict {
  const own = windows.flatMap((w) => countOf(w.target) ?? []);
  const before = instancesOf(input.preRun, countOf);
  const peers = windows.flatMap((w) => w.peers.flatMap((p) => countOf(p) ?? []));
  const samples = { target: own.length, control: before[0]?.length ?? 0, missing: windows.length - own.length };
  const frame = { name, effectUnit: 'points', samples, stopAbove: margins.stop, permitBelow: margins.permit, counts } as const;
  const trials = total(own).trials / Math.max(1, own.length);
  const wander = overDispersion(before, trials);
  // A bad minute of the whole service is in the peers of that minute too, and not in what was before.
  const beside = { counts: total(peers), phi: twoWayDispersion(input.preRun.map((w) => [w.target, ...w.peers].map(countOf)), trials) ?? wander };
  const baselines = input.mode === 'pair' ? [beside] : [beside, { counts: total(before[0] ?? []), phi: wander }];
  const lacking = samples.control < FEWEST_PRE_RUN || own.length < FEWEST_USABLE * windows.length;
  const shift = lacking ? null : judgeCounts(total(own), baselines, margins);
  if (shift === null) {
    const rule = `counts in ${own.length} of ${windows.length} windows of this step and in ${samples.control} before the run (${FEWEST_PRE_RUN} are needed)`;
    return { ...frame, decision: 'continue', label: 'not enough data', effect: null, lower: null, upper: null, rule, flip: 'counts in the windows named' };
  }
  const { decision, estimate, lower, upper } = shift;
  return { ...frame, decision, label: LABELS[decision], effect: estimate, lower, upper, rule: ruleOf(shift, total(own), margins), flip: flipOf(shift, total(own), margins) };
}

const LABELS = { stop: 'more', permit: 'not more', continue: 'undecided', inconclusive: 'undecided' } as const;

/** The target first, then each peer, by position. */
function instancesOf(windows: readonly JudgeWindow[], countOf: CountOf): readonly CountWindow[][] {
  const peers = Math.max(0, ...windows.map((w) => w.peers.length));
  const ofPeer = (i: number) => windows.flatMap(({ peers: all }) => (all[i] === undefined ? [] : (countOf(all[i]) ?? [])));
  return [windows.flatMap((w) => countOf(w.target) ?? []), ...Array.from({ length: peers }, (_, i) => ofPeer(i))];
}

function ruleOf({ decision, estimate, upper, p, phi, baseline }: CountShift, { events, trials }: CountWindow, { stop, permit }: CountMargins): string {
  const counts = `${+events.toFixed(1)} of ${trials} requests against ${+baseline.events.toFixed(1)} of ${baseline.trials}`;
  const measured = `${counts}: ${writePoints(estimate)}, at most ${writePoints(upper)}, p ${p.toPrecision(2)}, phi ${phi.toFixed(1)}`;
  switch (decision) {
    case 'stop':
      return `${measured}; stops at p < ${COUNT_STOP_P}, ${COUNT_STOP_EVENTS} or more, and above ${writePoints(stop)}`;
    case 'permit':
      return `${measured}; permits under ${writePoints(permit)} with ${COUNT_PERMIT_REQUESTS} or more requests`;
    case 'continue':
    case 'inconclusive':
      return `${measured}; proves nothing yet`;
  }
}

function flipOf({ decision, estimate, upper, p }: CountShift, { events, trials }: CountWindow, { stop, permit }: CountMargins): string {
  if (decision === 'permit') {
    const spare = permit - upper;
    return `about ${Math.ceil(spare * trials)} more of them would not have permitted`;
  }
  const missing = [
    ...(trials < COUNT_PERMIT_REQUESTS ? [`${COUNT_PERMIT_REQUESTS - trials} more requests`] : []),
    ...(upper >= permit ? [`about ${Math.ceil((upper - permit) * trials)} fewer of them, or more requests at the same rate`] : []),
  ];
  const toStop = [
    ...(p >= COUNT_STOP_P ? [`p under ${COUNT_STOP_P}`] : []),
    ...(events < COUNT_STOP_EVENTS ? [`${COUNT_STOP_EVENTS} or more of them`] : []),
    ...(estimate <= stop ? [`more than ${writePoints(stop)}`] : []),
  ];
  return `to permit: ${missing.join(' and ') || 'nothing'}; to stop: ${toStop.join(' and ') || 'nothing'}`;
}
