import { headroomJudge } from '../../src/domain/canary/headroomJudge';
import { quantile } from '../../src/domain/stats/quantile';
import type { Scenario } from './Scenario';
import { scenarioOf } from './Scenario';
import { simulateRun } from './simulateRun';
import { trueLimit } from './trueLimit';

/*
 * npm run simulate:limits -- --runs 20    finding the limit, cold and with a prior within 5 %, against the true limit
 */
const at = process.argv.indexOf('--runs');
const runs = at < 0 ? 20 : Number(process.argv[at + 1]);

/** A calm service of at least 100 requests/s an instance whose limit lies within the traffic. */
function scenario(seed: number, prior: number | null): Partial<Scenario> {
  const { plan } = scenarioOf(seed);
  const capacityRps = 250 + ((seed * 37) % 300);
  const poolRps = capacityRps * 1.5;
  return {
    options: { members: 6, poolRps, capacityRps, workers: 4, serviceTimeSeconds: 4 / capacityRps, noise: 0.05, scrapeSeconds: 5, seed, speed: 1 },
    plan: {
      ...plan,
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

async function main(): Promise<void> {
  for (const kind of ['cold', 'fast'] as const) {
    const minutes: number[] = [];
    const errors: number[] = [];
    const before: number[] = [];
    let inside = 0;
    let judged = 0;
    const outcomes: Record<string, number> = {};
    for (let seed = 1; seed <= runs; seed++) {
      const base = scenario(seed, null);
      const limit = trueLimit(base.options ?? scenarioOf(seed).options, base.plan ?? scenarioOf(seed).plan);
      const prior = kind === 'cold' ? null : limit * (0.95 + (0.1 * ((seed * 7) % 11)) / 10);
      const run = await simulateRun(seed, null, scenario(seed, prior));
      outcomes[run.outcome] = (outcomes[run.outcome] ?? 0) + 1;
      const state = run.state;
      if (state.phase === 'finished' && state.outcome.kind === 'limit-found') {
        minutes.push(run.seconds / 60);
        errors.push(state.outcome.interval.mean / limit - 1);
        const { low, high } = state.outcome.interval;
        inside += low <= limit && (high === null || limit <= high) ? 1 : 0;
        judged += state.run?.steps.some((s) => s.result === 'failed' && s.verdict?.decision === 'stop') ? 1 : 0;
        const confirm = state.run?.steps.find((s) => s.purpose === 'confirm');
        before.push(((confirm?.from ?? 0) - (state.run?.startedAt ?? 0)) / 60_000);
      }
    }
    const within = (part: number): number => errors.filter((e) => Math.abs(e) <= part).length;
    const q = (values: readonly number[], p: number): string => (quantile(values, p) ?? NaN).toFixed(1);
    console.log(`${kind}: ${runs} runs, judge ${headroomJudge.name}; outcomes ${JSON.stringify(outcomes)}`);
    console.log(`  minutes: median ${q(minutes, 0.5)}, 90 % ${q(minutes, 0.9)}; before confirmation: median ${q(before, 0.5)}, under 6 in ${before.filter((m) => m < 6).length} of ${before.length}`);
    console.log(`  found / true limit: median ${(100 * (1 + (quantile(errors, 0.5) ?? NaN))).toFixed(1)} %; within 5 % in ${within(0.05)}, within 10 % in ${within(0.1)} of ${errors.length}`);
    console.log(`  true limit inside the interval in ${inside}; a confirmation was failed by the judge (latency) before any guard in ${judged}`);
  }
}

void main();
