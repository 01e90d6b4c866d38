// Program: kills what a load test stands on, in the middle of a real run in a real browser, and times the way back. `npm run bench:deaths`.
// Needs a running demo (`npm run demo`) and Chromium (`CHROMIUM_PATH`, `/usr/bin/chromium` unless said).
import { loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import { DEATHS } from './deaths/DEATHS';
import { DeathStage } from './deaths/DeathStage';
import type { Death } from './deaths/Death';
import { type Died, isKept } from './deaths/Died';

/** `[--runs N] [--only browser,keeper] [--service cart] [--share 45] [--state .demo] [--url http://127.0.0.1:3000]`; share in per cent of the pool. */
const { values: asked } = parseArgs({
  options: {
    runs: { type: 'string' },
    only: { type: 'string' },
    service: { type: 'string', default: 'cart' },
    share: { type: 'string', default: '45' },
    state: { type: 'string', default: '.demo' },
    url: { type: 'string', default: 'http://127.0.0.1:3000' },
  },
});

/** Between two scrapes, and so between two renewals. */
const SCRAPE_MS = 5_000;
const ATTEMPTS = 3;

interface Tally {
  readonly death: Death;
  readonly died: readonly Died[];
  readonly failures: readonly string[];
}

const load = (): string => loadavg().map((value) => value.toFixed(1)).join(', ');
const seconds = (ms: number | null | undefined): string => (ms === null || ms === undefined || !Number.isFinite(ms) ? 'never' : `${(ms / 1000).toFixed(1)} s`);

function chosen(): readonly Death[] {
  const names = asked.only?.split(',').map((name) => name.trim()) ?? DEATHS.map(({ name }) => name);
  const unknown = names.find((name) => !DEATHS.some((death) => death.name === name));
  if (unknown !== undefined) {
    throw new Error(`--only takes ${DEATHS.map(({ name }) => name).join(', ')}, not "${unknown}"`);
  }
  return DEATHS.filter(({ name }) => names.includes(name));
}

function runsOf(death: Death): number {
  const runs = Number(asked.runs ?? death.runs);
  if (!Number.isInteger(runs) || runs < 1) {
    throw new Error(`--runs must be a whole number from 1, not ${asked.runs}`);
  }
  return runs;
}

/** A run that a guard of a busy demo ends before the death tells nothing of deaths: it is begun again, and said. */
async function insist(stage: DeathStage, death: Death, waitMs: number): Promise<Died> {
  for (let attempt = 1; attempt < ATTEMPTS; attempt++) {
    try {
      return await death.strike(stage, waitMs);
    } catch (reason) {
      console.log(`     again: ${reason instanceof Error ? reason.message.split('\n')[0] : String(reason)}`);
      await stage.routing.router.stop(stage.service, null);
    }
  }
  return death.strike(stage, waitMs);
}

async function measure(stage: DeathStage, death: Death): Promise<Tally> {
  const died: Died[] = [];
  const failures: string[] = [];
  const runs = runsOf(death);
  console.log(`\n${death.what}, ${runs} times`);
  for (let i = 0; i < runs; i++) {
    try {
      const one = await insist(stage, death, ((i + 0.5) / runs) * SCRAPE_MS);
      died.push(one);
      console.log(
        `  ${String(i + 1).padStart(2)} weights ${seconds(one.weightsMs).padStart(6)}   share ${seconds(one.shareMs).padStart(6)}   promised ${seconds(one.promisedMs)}   ${isKept(one) ? 'kept' : `NOT KEPT${one.broken === null ? '' : `: ${one.broken}`}`}   ${one.ending}`
      );
    } catch (reason) {
      failures.push(`${death.what}, ${i + 1}: ${reason instanceof Error ? reason.message : String(reason)}`);
      console.log(`  ${String(i + 1).padStart(2)} NOT MEASURED: ${failures.at(-1)}`);
      await stage.routing.router.stop(stage.service, null);
    }
  }
  return { death, died, failures };
}

function spread(died: readonly Died[], pick: (one: Died) => number | null): string {
  const sorted = died.map((one) => pick(one) ?? Infinity).sort((a, b) => a - b);
  const middle = ((sorted[Math.floor((sorted.length - 1) / 2)] ?? NaN) + (sorted[Math.ceil((sorted.length - 1) / 2)] ?? NaN)) / 2;
  return `${seconds(middle).padStart(6)} / ${seconds(sorted.at(-1)).padStart(6)}`;
}

function report(tallies: readonly Tally[]): boolean {
  console.log(`\n${'From the death to baseline, median / worst'.padEnd(44)} kept       HAProxy's weights   measured share (to the end of a window of 1 s)`);
  for (const { death, died } of tallies) {
    const kept = died.filter(isKept).length;
    const promised = Math.max(...died.map(({ promisedMs }) => promisedMs));
    console.log(`  ${death.what.padEnd(42)} ${`${kept} of ${died.length}`.padEnd(10)} ${spread(died, ({ weightsMs }) => weightsMs).padEnd(19)} ${spread(died, ({ shareMs }) => shareMs)}   promised: at most ${seconds(promised)}`);
  }
  const failures = tallies.flatMap((one) => one.failures);
  failures.forEach((failure) => console.log(`  NOT MEASURED: ${failure}`));
  console.log(`load average of the machine at the end: ${load()}`);
  return failures.length === 0 && tallies.every(({ died }) => died.every(isKept));
}

async function main(): Promise<void> {
  const deaths = chosen();
  deaths.forEach(runsOf);
  const share = Number(asked.share);
  if (!(share > 0 && share <= 90)) {
    throw new Error(`--share must be above 0 and at most 90 %, not ${asked.share}`);
  }
  const stage = new DeathStage(asked.state, asked.url.replace(/\/$/, ''), asked.service, share);
  console.log(`${stage.about}; each run is planned and started in the page.`);
  console.log(`load average of the machine at the start: ${load()}`);
  const tallies: Tally[] = [];
  try {
    for (const death of deaths) {
      tallies.push(await measure(stage, death));
    }
  } finally {
    await stage.clear();
  }
  process.exitCode = report(tallies) ? 0 : 1;
}

void main().catch((reason: unknown) => {
  console.error(reason instanceof Error ? reason.message : reason);
  process.exitCode = 1;
});
