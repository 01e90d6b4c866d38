import { headroomJudge } from '../../src/domain/canary/headroomJudge';
import { quantile } from '../../src/domain/stats/quantile';
import { scenarioOf, type Scenario } from './Scenario';
import { simulateRun } from './simulateRun';
import { trueLimit } from './trueLimit';

/*
 * npm run simulate:limits -- --runs 20 --from 1             finding the limit, cold and with a prior within 5 %, against the true limit
 * npm run simulate:limits -- --runs 20 --from 1 --p99 0.1   the same where the p99 guard is reached before that of CPU
 */
const option = (name: string, otherwise: number): number => {
  const at = process.argv.indexOf(name);
  return at < 0 ? otherwise : Number(process.argv[at + 1]);
};
const runs = option('--runs', 20);
const first = option('--from', 1);
/** Seconds; the CPU guard binds where this is far above what the service takes. */
const p99Seconds = option('--p99', 2);

/** A calm service of at least 100 requests/s an instance whose limit lies within the traffic. */
function scenario(seed: number, prior: number | null): Partial<Scenario> {
  const { plan } = scenarioOf(seed);
  const capacityRps = 250 + ((seed * 37) % 300);
  const poolRps = capacityRps * 1.5;
  return {
    options: { members: 6, poolRps, capacityRps, workers: 4, serviceTimeSeconds: 4 / capacityRps, noise: 0.05, scrapeSeconds: 5, seed, speed: 1 },
    plan: {
      ...plan,
      guards: { ...plan.guards, p99Seconds },
      result: 'limit',
      goal: null,
      course: { kind: 'search', priorRps: prior },
      dwellSeconds: 120,
      ttlSeconds: 20,
      limits: { shareBp: 9_000, demandRps: null, stepBp: 9_000, runSeconds: 3_600, harmedRequests: 1e7 },
    },
    faults: [],
    rehearsed: true,
    propagationMs: 500,
  };
}

interface Found {
  readonly outcome: string;
  readonly minutes: number;
  /** Found over true limit, less one. */
  readonly error: number;
  readonly minutesBefore: number;
  readonly inside: boolean;
  /** Ends of the interval over what was found, less one. */
  readonly low: number;
  readonly high: number;
  readonly failedByJudge: boolean;
}

async function find(kind: 'cold' | 'fast', seed: number): Promise<Found | string> {
  const usual = scenarioOf(seed);
  const base = scenario(seed, null);
  const limit = trueLimit(base.options ?? usual.options, base.plan ?? usual.plan);
  const prior = kind === 'cold' ? null : limit * (0.95 + (0.1 * ((seed * 7) % 11)) / 10);
  const { state, outcome, seconds } = await simulateRun(seed, null, scenario(seed, prior));
  if (state.phase !== 'finished' || state.outcome.kind !== 'limit-found' || state.run === null) {
    return outcome;
  }
  const { mean, low, high } = state.outcome.interval;
  const { steps, startedAt } = state.run;
  const confirm = steps.find((s) => s.purpose === 'confirm');
  return {
    outcome,
    minutes: seconds / 60,
    error: mean / limit - 1,
    minutesBefore: ((confirm?.from ?? 0) - startedAt) / 60_000,
    low: low / mean - 1,
    high: (high ?? Infinity) / mean - 1,
    inside: low <= limit && limit <= (high ?? Infinity),
    failedByJudge: steps.some((s) => s.result === 'failed' && s.verdict?.decision === 'stop'),
  };
}

async function measure(kind: 'cold' | 'fast'): Promise<void> {
  const found: Found[] = [];
  const others: string[] = [];
  for (let seed = first; seed < first + runs; seed++) {
    const one = await find(kind, seed);
    if (typeof one === 'string') {
      others.push(one);
    } else {
      found.push(one);
    }
  }
  const q = (pick: (f: Found) => number, p: number): string => (quantile(found.map(pick), p) ?? NaN).toFixed(1);
  const count = (test: (f: Found) => boolean): string => `${found.filter(test).length} of ${found.length}`;
  console.log(`${kind}: ${runs} runs, ${headroomJudge.name}; limit found in ${found.length}${others.length > 0 ? `, else ${others.join(', ')}` : ''}`);
  console.log(`  minutes: median ${q((f) => f.minutes, 0.5)}, 90 % ${q((f) => f.minutes, 0.9)}; before confirmation: median ${q((f) => f.minutesBefore, 0.5)}, under 6 in ${count((f) => f.minutesBefore < 6)}`);
  console.log(`  found / true limit: median ${q((f) => 100 * (1 + f.error), 0.5)} %; within 5 % in ${count((f) => Math.abs(f.error) <= 0.05)}, within 10 % in ${count((f) => Math.abs(f.error) <= 0.1)}`);
  console.log(`  true limit inside the interval (median ${q((f) => 100 * f.low, 0.5)} to +${q((f) => 100 * f.high, 0.5)} %) in ${count((f) => f.inside)}; the judge failed a confirmation in ${count((f) => f.failedByJudge)}`);
}

async function main(): Promise<void> {
  await measure('cold');
  await measure('fast');
}

void main();
