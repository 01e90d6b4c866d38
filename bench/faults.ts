// Program: breaks an instance that holds a raised share of live traffic, and times the way back. `npm run bench:faults`.
// Needs a running demo (`npm run demo`), whose keeper, HAProxy and Prometheus (scrapes of 5 s) it uses as a run in a browser does.
import { loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import { type FaultKind, HARD_FAULTS, SOFT_FAULTS } from '../demo/live/Fault';
import { FaultStage, type Struck } from './FaultStage';

/** `[--runs 60] [--soft 20] [--service cart] [--share 30] [--state .demo]`; runs are hard faults, share in per cent of the pool. */
const { values: asked } = parseArgs({
  options: {
    runs: { type: 'string', default: '60' },
    soft: { type: 'string', default: '20' },
    service: { type: 'string', default: 'cart' },
    share: { type: 'string', default: '30' },
    state: { type: 'string', default: '.demo' },
  },
});

/** For hard faults. */
const PROMISED_MS = 15_000;
const SCRAPE_SECONDS = 5;

/** One to strike: the moment is a part of a scrape interval. */
interface Planned {
  readonly kind: FaultKind;
  readonly phase: number;
}

const load = (): string => loadavg().map((value) => value.toFixed(1)).join(', ');
const seconds = (ms: number | null): string => (ms === null || !Number.isFinite(ms) ? 'never' : `${(ms / 1000).toFixed(1)} s`);

function line(what: string, struck: readonly Struck[]): string {
  const sorted = struck.map(({ milliseconds }) => milliseconds ?? Infinity).sort((a, b) => a - b);
  const kept = sorted.filter((ms) => ms < PROMISED_MS).length;
  const median = (((sorted[Math.floor((sorted.length - 1) / 2)] ?? NaN) + (sorted[Math.ceil((sorted.length - 1) / 2)] ?? NaN)) / 2);
  return `  ${what.padEnd(7)} n ${String(struck.length).padStart(2)}   least ${seconds(sorted[0] ?? null).padStart(6)}   median ${seconds(median).padStart(6)}   worst ${seconds(sorted.at(-1) ?? null).padStart(6)}   under ${PROMISED_MS / 1000} s: ${kept} of ${struck.length}`;
}

/** Kinds in turn, each at evenly spaced moments between two scrapes. */
function planned(kinds: readonly FaultKind[], runs: number): readonly Planned[] {
  const each = Math.ceil(runs / kinds.length);
  return Array.from({ length: runs }, (_, i) => ({ kind: kinds[i % kinds.length] ?? 'errors', phase: (Math.floor(i / kinds.length) + 0.5) / each }));
}

function report(struck: readonly Struck[], failures: readonly string[]): boolean {
  const of = (...kinds: readonly FaultKind[]): readonly Struck[] => struck.filter(({ kind }) => kinds.includes(kind));
  const hard = of(...HARD_FAULTS);
  console.log('\nFrom the fault to the measured share back at baseline (router\'s counters, windows of 1 s, to their end):');
  HARD_FAULTS.filter((kind) => of(kind).length > 0).forEach((kind) => console.log(line(kind, of(kind))));
  console.log(line('hard', hard));
  if (of(...SOFT_FAULTS).length > 0) {
    console.log('Beside them, without a promise, what is judged by a mean over 30 s:');
    SOFT_FAULTS.filter((kind) => of(kind).length > 0).forEach((kind) => console.log(line(kind, of(kind))));
  }
  failures.forEach((failure) => console.log(`  NOT MEASURED: ${failure}`));
  console.log(`load average of the machine at the end: ${load()}`);
  return failures.length === 0 && struck.every(({ milliseconds }) => milliseconds !== null) && hard.every(({ milliseconds }) => (milliseconds ?? Infinity) < PROMISED_MS);
}

function wholeNumber(option: string, text: string, least: number): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < least) {
    throw new Error(`--${option} must be a whole number from ${least}, not ${text}`);
  }
  return value;
}

async function main(): Promise<void> {
  const [runs, soft, share] = [wholeNumber('runs', asked.runs, 1), wholeNumber('soft', asked.soft, 0), Number(asked.share)];
  if (!(share > 0 && share <= 90)) {
    throw new Error(`--share must be above 0 and at most 90 %, not ${asked.share}`);
  }
  const stage = new FaultStage(asked.state, asked.service, Math.round(share * 100));
  console.log(`${runs} hard faults (${HARD_FAULTS.join(', ')} in turn) and ${soft} soft ones (${SOFT_FAULTS.join(', ')}) of ${stage.about}, at ${share} % of the pool, at evenly spaced moments between two scrapes.`);
  console.log(`load average of the machine at the start: ${load()}`);
  console.log(`rehearsal: measured way back ${seconds(await stage.rehearse())} after the end of the lease`);
  const struck: Struck[] = [];
  const failures: string[] = [];
  for (const [i, { kind, phase }] of [...planned(HARD_FAULTS, runs), ...planned(SOFT_FAULTS, soft)].entries()) {
    try {
      const one = await stage.strike(kind, phase);
      struck.push(one);
      console.log(`  ${String(i + 1).padStart(2)} ${kind.padEnd(6)} ${(phase * SCRAPE_SECONDS).toFixed(2)} s after a scrape: ${seconds(one.milliseconds).padStart(6)}   ${one.ending}`);
    } catch (reason) {
      failures.push(`${kind} at phase ${phase.toFixed(2)}: ${reason instanceof Error ? reason.message : String(reason)}`);
      console.log(`  ${String(i + 1).padStart(2)} ${failures.at(-1)}`);
    }
  }
  process.exitCode = report(struck, failures) ? 0 : 1;
}

void main().catch((reason: unknown) => {
  console.error(reason instanceof Error ? reason.message : reason);
  process.exitCode = 1;
});
