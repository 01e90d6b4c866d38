import type { SimulatedRun, SimulatedService } from '../src/domain/canary/simulatedRun.fixture';

/** What is promised of the judge, and in which runs it is counted. */
export interface JudgeScenario {
  readonly name: string;
  readonly service: Omit<SimulatedService, 'seed' | 'noiseSd' | 'correlation'>;
  /** Part of the runs that must come out so, or whose upper confidence limit must stay under it. */
  readonly targets: readonly JudgeTarget[];
}

export interface JudgeTarget {
  readonly name: string;
  readonly counts: (run: SimulatedRun) => boolean;
  readonly bound: { readonly kind: 'upper limit at most' | 'at most' | 'at least'; readonly share: number };
}

const healthy: readonly JudgeTarget[] = [
  { name: 'false stops', counts: (run) => run.end === 'stopped', bound: { kind: 'upper limit at most', share: 0.01 } },
  { name: 'inconclusive', counts: (run) => run.end === 'inconclusive', bound: { kind: 'at most', share: 0.05 } },
];

/** The fault begins with the second step: caught there or in the next. */
const caught: readonly JudgeTarget[] = [
  { name: 'stopped within two steps', counts: (run) => run.end === 'stopped' && (run.steps === 2 || run.steps === 3), bound: { kind: 'at least', share: 0.95 } },
];

const base = { mode: 'hold', latencyFactor: 1, errorShift: 0, underLoad: false } as const;

export const JUDGE_SCENARIOS: readonly JudgeScenario[] = [
  { name: 'healthy, hold', service: base, targets: healthy },
  { name: 'healthy, limit, latency rising on its curve', service: { ...base, mode: 'limit', underLoad: true }, targets: healthy },
  { name: '+30 % latency, hold', service: { ...base, latencyFactor: 1.3 }, targets: caught },
  { name: '+2 points of errors, hold', service: { ...base, errorShift: 0.02 }, targets: caught },
];
