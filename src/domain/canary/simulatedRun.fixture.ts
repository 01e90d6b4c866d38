import type { LoadCurve } from '../capacity/LoadCurve';
import { seededNormal } from '../stats/seededNormal';
import { seededUniform } from '../stats/seededUniform';
import { headroomJudge } from './headroomJudge';
import { PRE_RUN_WINDOWS as PRE_WINDOWS } from './judgeRules';
import type { Judge, JudgeInput, JudgeMetric, JudgeVerdict, JudgeWindow, RunMode, WindowReading } from './Judge';

// A load test as the judge sees it: windows of 20 s of a target and five peers, 30 minutes before the run and 45 minutes
// of steps. Latency = M/M/c mean at the instance's demand x a wave all share x own noise, both log-normal AR(1); errors and
// slow requests are counts whose rate itself wanders (over-dispersion); CPU is idle + slope x demand with noise.

export interface SimulatedService {
  readonly seed: number;
  readonly mode: RunMode;
  /** Standard deviation of log(target / median of peers) in one window, and its lag-1 correlation. */
  readonly noiseSd: number;
  readonly correlation: number;
  /** Readings to use instead of the model: target and peers by window, pre-run first. Its latency must be named `latency`, its slow part `tail`, its CPU `cpu`. */
  readonly replay?: ReadonlyArray<readonly WindowReading[]>;
  /** Latency of the target is multiplied by this, and its error ratio raised, from the second step on. */
  readonly latencyFactor: number;
  readonly errorShift: number;
  /** A `limit` run: latency follows load and the judge has the curve of earlier runs. */
  readonly underLoad: boolean;
}

export type SimulatedEnd = 'completed' | 'stopped' | 'inconclusive';

export interface SimulatedRun {
  readonly end: SimulatedEnd;
  readonly steps: number;
  /** Metrics that stopped or could not be decided. */
  readonly by: readonly string[];
}

const RUN_WINDOWS = 135;
const SETTLING_WINDOWS = 2;
const PEERS = 5;
/** Variance of the median of five normals is 0.2868 of one: noise of the target and of the peers' median add up. */
const MEDIAN_OF_FIVE = 0.2868;
const WINDOW_SECONDS = 20;
const FAULT_FROM_STEP = 2;
const BASE_DEMAND = 60;
const WORKERS = 8;
const SERVICE_SECONDS = 0.05;
const ERROR_RATIO = 0.005;
const SLOW_RATIO = 0.02;

const METRICS: readonly JudgeMetric[] = [
  { name: 'latency', kind: 'latency', unit: 's', curve: null, absoluteLimit: null },
  { name: 'slow', kind: 'tail', unit: '', curve: null, absoluteLimit: null },
  { name: 'cpu', kind: 'cost', unit: 's/s', curve: null, absoluteLimit: null },
];

/** Mean time in an M/M/c system, seconds; rho below 1. */
export function meanTime(demand: number): number {
  const load = demand * SERVICE_SECONDS;
  let blocked = 1;
  for (let k = 1; k <= WORKERS; k++) {
    blocked = (load * blocked) / (k + load * blocked);
  }
  const rho = load / WORKERS;
  const waits = blocked / (1 - rho * (1 - blocked));
  return SERVICE_SECONDS * (1 + waits / (WORKERS * (1 - rho)));
}

const CURVE: LoadCurve = {
  source: 'simulated',
  points: Array.from({ length: 15 }, (_, i) => ({ demand: 10 + i * 10, value: meanTime(10 + i * 10) })),
};

/** One whole run under one judge. */
export function simulateRun(service: SimulatedService, judge: Judge = headroomJudge): SimulatedRun {
  const windowAt = service.replay === undefined ? windowSource(service) : replayed(service, service.replay);
  const preRun = Array.from({ length: PRE_WINDOWS }, (_, i) => windowAt(i, 0));
  const metrics = METRICS.map((m) => (m.kind === 'latency' && service.underLoad ? { ...m, curve: CURVE } : m));
  const longest = SETTLING_WINDOWS + Math.max(...judge.looks);
  let at = PRE_WINDOWS;
  let step = 1;
  for (; at + longest <= PRE_WINDOWS + RUN_WINDOWS; step++) {
    at += SETTLING_WINDOWS;
    const given = { mode: service.mode, metrics, windows: [], preRun, seed: service.seed };
    const { verdict, windows } = judgeStep(judge, given, (i) => windowAt(at + i, step));
    at += windows;
    if (verdict.decision !== 'permit') {
      const by = verdict.metrics.filter((m) => m.counts && m.decision === verdict.decision).map((m) => m.name);
      return { end: verdict.decision === 'stop' ? 'stopped' : 'inconclusive', steps: step, by };
    }
  }
  return { end: 'completed', steps: step - 1, by: [] };
}

/** Windows come one by one; the judge is asked at its looks until it decides. */
function judgeStep(judge: Judge, input: JudgeInput, windowAt: (i: number) => JudgeWindow): { verdict: JudgeVerdict; windows: number } {
  const windows: JudgeWindow[] = [];
  let verdict = judge.judge(input);
  while (verdict.decision === 'continue') {
    windows.push(windowAt(windows.length));
    verdict = judge.looks.includes(windows.length) ? judge.judge({ ...input, windows }) : verdict;
  }
  return { verdict, windows: windows.length };
}

function windowSource(service: SimulatedService): (index: number, step: number) => JudgeWindow {
  const { seed, noiseSd, correlation, latencyFactor, errorShift, underLoad } = service;
  const own = Array.from({ length: PEERS + 1 }, (_, i) => wave(seed * 101 + i, correlation, noiseSd / Math.sqrt(1 + MEDIAN_OF_FIVE)));
  const common = wave(seed * 101 + 50, 0.8, 0.1);
  const errorWave = Array.from({ length: PEERS + 1 }, (_, i) => wave(seed * 101 + 60 + i, 0.5, 0.4));
  const slowWave = Array.from({ length: PEERS + 1 }, (_, i) => wave(seed * 101 + 70 + i, 0.5, 0.25));
  const normal = seededNormal(seed * 101 + 80);
  const uniform = seededUniform(seed * 101 + 90);
  return (index, step) => {
    const shared = common();
    const faulty = step >= FAULT_FROM_STEP;
    const readings = own.map((noise, i): WindowReading => {
      const demand = i === 0 && step > 0 ? Math.min(140, BASE_DEMAND * (1 + 0.2 * step)) : BASE_DEMAND * Math.exp(0.02 * normal());
      const level = (underLoad ? meanTime(demand) : SERVICE_SECONDS) * (i === 0 && faulty ? latencyFactor : 1);
      const requests = Math.round(demand * WINDOW_SECONDS);
      const failing = ERROR_RATIO * Math.exp((errorWave[i]?.() ?? 0) - 0.08) + (i === 0 && faulty ? errorShift : 0);
      const slow = binomial(requests, SLOW_RATIO * Math.exp((slowWave[i]?.() ?? 0) - 0.03), normal, uniform);
      return {
        demand,
        requests,
        errors: binomial(requests, failing, normal, uniform),
        values: {
          latency: level * Math.exp(shared + noise()),
          slow: slow / requests,
          cpu: (0.05 + 0.004 * demand) * Math.exp(0.05 * normal()),
        },
      };
    });
    const [target, ...peers] = readings;
    if (target === undefined) {
      throw new RangeError('a run needs a target');
    }
    return { from: index * WINDOW_SECONDS * 1000, to: (index + 1) * WINDOW_SECONDS * 1000, target, peers };
  };
}

/** What was recorded, over and over, as it was; only the fault is added to the target. */
function replayed({ seed, latencyFactor, errorShift }: SimulatedService, rows: ReadonlyArray<readonly WindowReading[]>): (index: number, step: number) => JudgeWindow {
  const normal = seededNormal(seed * 101 + 80);
  const uniform = seededUniform(seed * 101 + 90);
  return (index, step) => {
    const [own, ...peers] = rows[index % rows.length] ?? [];
    if (own === undefined) {
      throw new RangeError('a replay needs windows with a target');
    }
    const [factor, more] = step >= FAULT_FROM_STEP ? [latencyFactor, errorShift] : [1, 0];
    const target: WindowReading = {
      ...own,
      errors: own.errors === null || own.requests === null || more === 0 ? own.errors : Math.min(own.requests, own.errors + binomial(Math.round(own.requests), more, normal, uniform)),
      values: { ...own.values, latency: (own.values.latency ?? NaN) * factor, slow: own.values.tail ?? null },
    };
    return { from: index * WINDOW_SECONDS * 1000, to: (index + 1) * WINDOW_SECONDS * 1000, target, peers: peers.map((peer) => ({ ...peer, values: { ...peer.values, slow: peer.values.tail ?? null } })) };
  };
}

/** Stationary AR(1) with normal steps. */
function wave(seed: number, correlation: number, sd: number): () => number {
  const normal = seededNormal(seed);
  let value = sd * normal();
  return () => {
    const now = value;
    value = correlation * value + sd * Math.sqrt(1 - correlation ** 2) * normal();
    return now;
  };
}

/** Exact by counting where few are expected, by the normal approximation where many are. */
function binomial(trials: number, p: number, normal: () => number, uniform: () => number): number {
  const mean = trials * p;
  if (mean > 30) {
    return Math.max(0, Math.min(trials, Math.round(mean + Math.sqrt(mean * (1 - p)) * normal())));
  }
  // Waiting times between events are geometric.
  let events = 0;
  for (let at = Math.log(uniform()) / Math.log1p(-p); at < trials; at += 1 + Math.log(uniform()) / Math.log1p(-p)) {
    events++;
  }
  return events;
}
