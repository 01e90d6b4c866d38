// Program: breaks an instance that holds a raised share of live traffic, and times the way back. `npm run bench:faults`.
// Needs a running demo (`npm run demo`), whose keeper, HAProxy and Prometheus (scrapes of 5 s) it uses as a run in a browser does.
import { loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import { FAULT_KINDS } from '../demo/live/Fault';
import { FaultStage, type Struck } from './FaultStage';

/** `[--runs 60] [--service cart] [--share 30] [--state .demo]`; share in per cent of the pool. */
const { values: asked } = parseArgs({
  options: {
    runs: { type: 'string', default: '60' },
    service: { type: 'string', default: 'cart' },
    share: { type: 'string', default: '30' },
    state: { type: 'string', default: '.demo' },
  },
});

const PROMISED_MS = 15_000;

const load = (): string => loadavg().map((value) => value.toFixed(1)).join(', ');
const seconds = (ms: number | null): string => (ms === null || !Number.isFinite(ms) ? 'never' : `${(ms / 1000).toFixed(1)} s`);

function line(what: string, struck: readonly Struck[]): string {
  const sorted = struck.map(({ milliseconds }) => milliseconds ?? Infinity).sort((a, b) => a - b);
  const kept = sorted.filter((ms) => ms < PROMISED_MS).length;
  const median = (((sorted[Math.floor((sorted.length - 1) / 2)] ?? NaN) + (sorted[Math.ceil((sorted.length - 1) / 2)] ?? NaN)) / 2);
  return `  ${what.padEnd(7)} n ${String(struck.length).padStart(2)}   least ${seconds(sorted[0] ?? null).padStart(6)}   median ${seconds(median).padStart(6)}   worst ${seconds(sorted.at(-1) ?? null).padStart(6)}   under ${PROMISED_MS / 1000} s: ${kept} of ${struck.length}`;
}

function report(struck: readonly Struck[], failures: readonly string[]): boolean {
  console.log(`\nFrom the fault to the measured share back at baseline (router's counters, windows of 1 s, to their end):`);
  FAULT_KINDS.forEach((kind) => console.log(line(kind, struck.filter((one) => one.kind === kind))));
  console.log(line('all', struck));
  failures.forEach((failure) => console.log(`  NOT MEASURED: ${failure}`));
  console.log(`load average of the machine at the end: ${load()}`);
  return failures.length === 0 && struck.every(({ milliseconds }) => milliseconds !== null && milliseconds < PROMISED_MS);
}

async function main(): Promise<void> {
  const [runs, share] = [Number(asked.runs), Number(asked.share)];
  if (!Number.isInteger(runs) || runs < 1 || !(share > 0 && share <= 90)) {
    throw new Error(`--runs must be a whole number from 1 and --share above 0 and at most 90 %, not ${asked.runs} and ${asked.share}`);
  }
  const stage = new FaultStage(asked.state, asked.service, Math.round(share * 100));
  console.log(`${runs} faults of ${stage.about}, at ${share} % of the pool; ${FAULT_KINDS.join(', ')} in turn, at evenly spaced moments between two scrapes.`);
  console.log(`load average of the machine at the start: ${load()}`);
  console.log(`rehearsal: measured way back ${seconds(await stage.rehearse())} after the end of the lease`);
  const struck: Struck[] = [];
  const failures: string[] = [];
  const each = Math.ceil(runs / FAULT_KINDS.length);
  for (let i = 0; i < runs; i++) {
    const kind = FAULT_KINDS[i % FAULT_KINDS.length] ?? 'errors';
    const phase = (Math.floor(i / FAULT_KINDS.length) + 0.5) / each;
    try {
      const one = await stage.strike(kind, phase);
      struck.push(one);
      console.log(`  ${String(i + 1).padStart(2)} ${kind.padEnd(6)} ${(phase * 5).toFixed(2)} s after a scrape: ${seconds(one.milliseconds).padStart(6)}   ${one.ending}`);
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
