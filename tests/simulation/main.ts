import { fork } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { simulateRun } from './simulateRun';
import type { Chunk, ChunkResult } from './Chunk';

/*
 * npm run simulate -- --runs 100000 [--from 1] [--workers 3] [--minutes 30]
 *                                        whole runs with faults; every invariant must hold; stops early after the minutes
 * npm run simulate -- --seed 4711                              one run, told line by line
 */

const number = (name: string, usual: number): number => {
  const at = process.argv.indexOf(`--${name}`);
  const value = at < 0 ? usual : Number(process.argv[at + 1]);
  if (!Number.isInteger(value) || value < 0) {
    throw new RangeError(`--${name} must be a whole number (found ${process.argv[at + 1]})`);
  }
  return value;
};

async function main(): Promise<void> {
  const seed = number('seed', 0);
  if (seed > 0) {
    return replay(seed);
  }
  const runs = number('runs', 1_000);
  const from = number('from', 1);
  const workers = number('workers', Math.max(1, availableParallelism() - 1));
  const minutes = number('minutes', 100_000);
  const started = performance.now();
  const timeLeft = (): boolean => performance.now() - started < minutes * 60_000;
  const result = await inWorkers({ runs, from, workers, timeLeft }, (done) => process.stderr.write(`\r${done} of ${runs} runs, ${(done / ((performance.now() - started) / 1000)).toFixed(0)} a second `));
  const seconds = (performance.now() - started) / 1000;
  process.stderr.write('\n');
  console.log(`${result.runs} runs (seeds ${from} to ${from + result.runs - 1}; ${runs} were asked for), ${(result.virtualSeconds / 3600).toFixed(0)} virtual hours, ${result.steps} steps, ${seconds.toFixed(0)} s with ${workers} workers, ${(result.runs / seconds).toFixed(1)} runs a second`);
  for (const [outcome, count] of Object.entries(result.outcomes).sort((a, b) => b[1] - a[1])) {
    console.log(`  ${outcome.padEnd(22)} ${String(count).padStart(8)}  ${((100 * count) / result.runs).toFixed(1)} %`);
  }
  console.log(`violations: ${result.violations.length}`);
  result.violations.slice(0, 40).forEach((v) => console.log(`  seed ${v.seed}: ${v.text}`));
  process.exitCode = result.violations.length === 0 && result.runs > 0 ? 0 : 1;
}

async function replay(seed: number): Promise<void> {
  const { outcome, violations, seconds } = await simulateRun(seed, (line) => console.log(line));
  console.log(`seed ${seed}: ${outcome} after ${seconds.toFixed(0)} s; violations: ${violations.length}`);
  violations.forEach((v) => console.log(`  ${v}`));
  process.exitCode = violations.length === 0 ? 0 : 1;
}

const CHUNK = 50;

interface Order {
  readonly runs: number;
  readonly from: number;
  readonly workers: number;
  readonly timeLeft: () => boolean;
}

async function inWorkers({ runs, from, workers, timeLeft }: Order, progress: (done: number) => void): Promise<ChunkResult> {
  const total: { runs: number; steps: number; virtualSeconds: number; outcomes: Record<string, number>; violations: Array<{ seed: number; text: string }> } = { runs: 0, steps: 0, virtualSeconds: 0, outcomes: {}, violations: [] };
  let next = from;
  const take = (): Chunk | null => {
    const count = timeLeft() ? Math.min(CHUNK, from + runs - next) : 0;
    next += count;
    return count > 0 ? { from: next - count, count } : null;
  };
  const add = (part: ChunkResult): void => {
    total.runs += part.runs;
    total.steps += part.steps;
    total.virtualSeconds += part.virtualSeconds;
    total.violations.push(...part.violations);
    part.violations.forEach((v) => process.stderr.write(`\nseed ${v.seed}: ${v.text}\n`));
    Object.entries(part.outcomes).forEach(([k, v]) => (total.outcomes[k] = (total.outcomes[k] ?? 0) + v));
    progress(total.runs);
  };
  await Promise.all(Array.from({ length: workers }, () => oneWorker(take, add)));
  return total;
}

function oneWorker(take: () => Chunk | null, add: (part: ChunkResult) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = fork(new URL('./worker.ts', import.meta.url), { execArgv: ['--import', 'tsx'] });
    const feed = (): void => {
      const chunk = take();
      if (chunk === null) {
        child.disconnect();
        resolve();
      } else {
        child.send(chunk);
      }
    };
    child.on('message', (part) => {
      add(part as ChunkResult);
      feed();
    });
    child.on('error', reject);
    child.on('exit', (code) => (code === 0 || code === null ? resolve() : reject(new Error(`a worker ended with code ${code}`))));
    feed();
  });
}

void main();
