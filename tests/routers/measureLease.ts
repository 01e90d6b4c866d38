// Program: kills the keeper (-9) in the middle of an override and times the way back. `npm run bench:lease [-- runs [router]]`.
// Real routers, real requests; a lease inside the router must end without any restart, one of the keeper's within two seconds of its restart.
import { mkdtemp, rm } from 'node:fs/promises';
import { loadavg, tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { KeeperProcess } from './support/KeeperProcess';
import { MEMBERS, type RealRouter, WEIGHT } from './support/RealRouter';
import { sendRequests } from './support/sendRequests';
import { ROUTER_KINDS, type RouterKind, startRouter } from './support/startRouter';

const TTL_SECONDS = 6;
const SHARE_BP = 4000;
const LOOK_EVERY_MS = 5;
const LONGEST_MS = 30_000;
const PROMISED_AFTER_TTL_MS = 1000;
const PROMISED_AFTER_RESTART_MS = 2000;

interface Run {
  /** From the kill (lease in the router) or from the start of the new process (lease in the keeper), ms. */
  readonly afterMs: number;
  /** From the start of the new process until it answered; what serves HTTP is loaded after the baseline was given back, ms. */
  readonly startMs: number;
  /** From the end of the lease by what the keeper said before it died, ms. */
  readonly pastLeaseMs: number;
  readonly shareBefore: number;
  readonly shareAfter: number;
  readonly kept: boolean;
}

async function share(router: RealRouter): Promise<number> {
  const by = await sendRequests(router.port, 200);
  return (by[MEMBERS[0]] ?? 0) / 200;
}

async function timeUntilBack(router: RealRouter): Promise<number> {
  const begin = performance.now();
  while ((await router.weightOf(MEMBERS[0])) !== WEIGHT) {
    if (performance.now() - begin > LONGEST_MS) {
      return Number.POSITIVE_INFINITY;
    }
    await sleep(LOOK_EVERY_MS);
  }
  return performance.now() - begin;
}

async function timed(act: () => Promise<void>): Promise<number> {
  const begin = performance.now();
  await act();
  return performance.now() - begin;
}

async function killOnce(router: RealRouter, keeper: KeeperProcess, inRouter: boolean, phase: number): Promise<Run> {
  await keeper.start();
  await keeper.acquire(SHARE_BP, TTL_SECONDS);
  const shareBefore = await share(router);
  await sleep(phase);
  const remaining = (await keeper.pool()).override?.remainingMs ?? Number.NaN;
  const leaseEnds = performance.now() + remaining;
  await keeper.end('SIGKILL');
  if (Number.isNaN(remaining) || (await router.weightOf(MEMBERS[0])) === WEIGHT) {
    // On a busy machine all this may take longer than the lease: then nothing was left for anybody to give back.
    return killOnce(router, keeper, inRouter, phase);
  }
  if (!inRouter) {
    await sleep(Math.max(0, leaseEnds - performance.now()));
  }
  const [afterMs, startMs] = await Promise.all([timeUntilBack(router), inRouter ? 0 : timed(() => keeper.start())]);
  const pastLeaseMs = performance.now() - leaseEnds;
  const shareAfter = await share(router);
  await keeper.end('SIGTERM');
  const kept = inRouter ? pastLeaseMs <= PROMISED_AFTER_TTL_MS : afterMs <= PROMISED_AFTER_RESTART_MS;
  return { afterMs, startMs, pastLeaseMs, shareBefore, shareAfter, kept };
}

async function measure(kind: RouterKind, runs: number): Promise<boolean> {
  const inRouter = kind !== 'haproxy-socket';
  const folder = await mkdtemp(path.join(tmpdir(), 'headroom-lease-'));
  const router = await startRouter(kind);
  const results: Run[] = [];
  try {
    const keeper = await KeeperProcess.prepare(router, folder);
    for (let run = 0; run < runs; run++) {
      results.push(await killOnce(router, keeper, inRouter, (run * 1000) / runs));
    }
    await keeper.end('SIGKILL');
  } finally {
    await router.stop();
    await rm(folder, { recursive: true, force: true });
  }
  report(kind, inRouter, results);
  return results.every(({ kept }) => kept);
}

function report(kind: RouterKind, inRouter: boolean, results: readonly Run[]): void {
  const of = (pick: (run: Run) => number): string => {
    const sorted = results.map(pick).sort((a, b) => a - b);
    const at = (q: number): string => (sorted[Math.min(sorted.length - 1, Math.floor(q * sorted.length))] ?? Number.NaN).toFixed(0);
    return `${at(0)} / ${at(0.5)} / ${at(1)}`;
  };
  const percent = (pick: (run: Run) => number): string => `${((100 * results.reduce((sum, run) => sum + pick(run), 0)) / results.length).toFixed(1)} %`;
  console.log(`\n${kind}, keeper killed (-9), ttl ${TTL_SECONDS} s, ${results.length} runs`);
  if (inRouter) {
    console.log('  no keeper is started again; the router ends the lease');
    console.log(`  from the kill to the baseline weight, ms (least / median / greatest):    ${of(({ afterMs }) => afterMs)}`);
    console.log(`  from the end of the lease to the baseline weight, ms:                    ${of(({ pastLeaseMs }) => pastLeaseMs)}   promised: at most ${PROMISED_AFTER_TTL_MS}`);
  } else {
    console.log('  the keeper is started again after the lease has run out');
    console.log(`  from its start to the baseline weight, ms (least / median / greatest):   ${of(({ afterMs }) => afterMs)}   promised: at most ${PROMISED_AFTER_RESTART_MS}`);
    console.log(`  from its start to its first answer, ms:                                  ${of(({ startMs }) => startMs)}`);
  }
  console.log(`  share of real requests during the override ${percent(({ shareBefore }) => shareBefore)} (asked ${SHARE_BP / 100} %), afterwards ${percent(({ shareAfter }) => shareAfter)} (fair 25 %)`);
  console.log(`  load average of the machine: ${loadavg().map((value) => value.toFixed(1)).join(', ')}`);
  console.log(`  kept: ${results.filter(({ kept }) => kept).length} of ${results.length}`);
}

async function main(): Promise<void> {
  const runs = Number(process.argv[2] ?? 20);
  if (!Number.isInteger(runs) || runs < 1) {
    throw new Error(`the number of runs must be a whole number from 1, not ${process.argv[2]}`);
  }
  const only = process.argv[3];
  const kinds = ROUTER_KINDS.filter((kind) => only === undefined || kind === only);
  if (kinds.length === 0) {
    throw new Error(`no router of kind ${only}: ${ROUTER_KINDS.join(', ')}`);
  }
  let kept = true;
  for (const kind of kinds) {
    kept = (await measure(kind, runs)) && kept;
  }
  process.exitCode = kept ? 0 : 1;
}

void main();
