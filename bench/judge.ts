import { parseArgs } from 'node:util';
import { simulateRun, type SimulatedRun } from '../src/domain/canary/simulatedRun.fixture';
import { PRE_RUN_WINDOWS } from '../src/domain/canary/judgeRules';
import { proportionLimits } from '../src/domain/stats/proportionLimits';
import { JUDGE_SCENARIOS, type JudgeScenario, type JudgeTarget } from './judgeScenarios';
import { replayNoise, turned, type Replay } from './replayNoise';

/** `[--runs 2000] [--noise 0.12] [--correlation 0.3] [--seed 1] [--only 'healthy, hold'] [--prometheus http://127.0.0.1:9090 [--services checkout,search] [--minutes 120]]` */
const { values: asked } = parseArgs({
  options: {
    runs: { type: 'string', default: '2000' },
    noise: { type: 'string', default: '0.12' },
    correlation: { type: 'string', default: '0.3' },
    seed: { type: 'string', default: '1' },
    only: { type: 'string', default: '' },
    prometheus: { type: 'string' },
    services: { type: 'string', default: 'checkout,search' },
    minutes: { type: 'string', default: '120' },
  },
});

const ALPHA = 0.05;
const percent = (share: number) => `${(100 * share).toFixed(2)} %`;

async function main(): Promise<void> {
  const [runs, noiseSd, correlation, seed] = [asked.runs, asked.noise, asked.correlation, asked.seed].map(Number);
  if (runs === undefined || noiseSd === undefined || correlation === undefined || seed === undefined || !(runs >= 1) || !(noiseSd >= 0) || !(correlation >= 0 && correlation < 1) || !Number.isInteger(seed)) {
    throw new Error('--runs, --noise, --correlation and --seed must be numbers, correlation below 1');
  }
  const { prometheus } = asked;
  const replays = prometheus === undefined ? [] : await Promise.all(asked.services.split(',').map((service) => replayNoise(prometheus, service, Number(asked.minutes))));
  console.log(heading(runs, noiseSd, correlation, seed, replays));
  let missed = 0;
  for (const scenario of JUDGE_SCENARIOS.filter(({ name, service }) => name.includes(asked.only) && !(replays.length > 0 && service.underLoad))) {
    const started = performance.now();
    const ended = Array.from({ length: runs }, (_, i) => one(scenario, seed + i, noiseSd, correlation, replays));
    const lines = scenario.targets.map((target) => measure(target, ended));
    missed += lines.filter((l) => !l.met).length;
    const steps = ended.reduce((sum, run) => sum + run.steps, 0) / runs;
    console.log(`\n${scenario.name}: ${runs} runs, ${steps.toFixed(1)} steps a run, ${((performance.now() - started) / 1000).toFixed(0)} s`);
    lines.forEach((l) => console.log(`  ${l.met ? 'met   ' : 'MISSED'} ${l.text}`));
    console.log(`  ended by: ${reasons(ended)}`);
  }
  process.exitCode = missed === 0 ? 0 : 1;
}

function heading(runs: number, noiseSd: number, correlation: number, seed: number, replays: readonly Replay[]): string {
  const model = [
    `Latency noise: log-normal AR(1), sd ${noiseSd} of log(target / median of peers) in a window, correlation ${correlation}; five peers.`,
    'Errors and slow requests: counts at a rate that wanders (log-normal AR(1), sd 0.4 and 0.25, correlation 0.5) around 0.5 % and 2 %; CPU: idle + slope x demand, noise 5 %.',
  ];
  const recorded = [
    `Everything replayed from ${asked.prometheus}: requests, failures, latency, slow requests and CPU of each instance as a run would have read them; a fault is all that is added.`,
    ...replays.map(({ service, rows, noise }) => `${service}: ${rows.length} windows (${Math.round(rows.length / 3)} minutes) of ${rows[0]?.length ?? 0} instances, latency sd ${noise.sd.toFixed(3)}, correlation ${noise.correlation.toFixed(2)}.`),
    `A run takes ${PRE_RUN_WINDOWS + 135} windows: it begins at a moment of its own with an instance of its own as the target, and what was recorded is repeated until it ends, so that runs share their windows: they are many, but not independent.`,
  ];
  return [
    `Headroom judge on ${runs} runs of 45 minutes a scenario (windows of 20 s, ${PRE_RUN_WINDOWS} windows before the run), seeds from ${seed}.`,
    ...(replays.length === 0 ? model : recorded),
    `Confidence limits: Clopper-Pearson, one-sided, ${percent(1 - ALPHA)}. Each run judges latency, slow requests, CPU a request and errors at every look of every step.`,
  ].join('\n');
}

function one({ service }: JudgeScenario, seed: number, noiseSd: number, correlation: number, replays: readonly Replay[]): SimulatedRun {
  const replay = replays[seed % Math.max(1, replays.length)];
  return simulateRun({ ...service, seed, noiseSd, correlation, ...(replay !== undefined && { replay: turned(replay.rows, seed) }) });
}

function measure({ name, counts, bound }: JudgeTarget, ended: readonly SimulatedRun[]): { met: boolean; text: string } {
  const found = ended.filter(counts).length;
  const share = found / ended.length;
  const { lower, upper } = proportionLimits(found, ended.length, ALPHA);
  const met = bound.kind === 'at least' ? share >= bound.share : (bound.kind === 'at most' ? share : upper) <= bound.share;
  return { met, text: `${name}: ${found} of ${ended.length} = ${percent(share)} (${percent(lower)} to ${percent(upper)}); ${bound.kind} ${percent(bound.share)}` };
}

function reasons(ended: readonly SimulatedRun[]): string {
  const counts = new Map<string, number>();
  for (const { end, by } of ended) {
    const key = [end, ...by].join(' ');
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return [...counts].sort(([, a], [, b]) => b - a).map(([key, n]) => `${key} ${n}`).join(', ');
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 2;
});
