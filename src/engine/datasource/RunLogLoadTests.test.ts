import { HOUR, MINUTE, SECOND } from '../../domain/base/Duration';
import { err, ok } from '../../domain/base/Result';
import { benchmark, NOW } from '../../domain/capacity/serviceFacts.fixture';
import { plan } from '../../domain/ramp/run.fixture';
import type { Outcome } from '../../domain/ramp/Outcome';
import type { StoredRun } from '../../domain/ramp/StoredRun';
import { NO_ENDING } from '../../domain/ramp/release';
import type { RunRecord } from '../../domain/records/runRecord';
import type { BenchmarkStore } from '../../ports/BenchmarkStore';
import type { RunLog, RunStore } from '../../ports/RunStore';
import { closedRunOf } from '../loadtest/closedRunOf';
import { RunLogLoadTests } from './RunLogLoadTests';

type Listed = Awaited<ReturnType<BenchmarkStore['list']>>;
type Runs = Awaited<ReturnType<RunStore['runs']>>;

const WINDOW = { from: NOW - 6 * HOUR, to: NOW };
const PLAN = { ...plan(), limits: { ...plan().limits, runSeconds: 1800 } };

const common = (run: string, seq: number, at: number) => ({ schema: 1, run, seq, service: 'k', at, by: 'ada' }) as const;
const start = (at: number, run = 'r1', over: object = {}): RunRecord => ({
  ...common(run, 0, at),
  event: 'start',
  pool: 'p',
  target: 'k-1',
  mode: 'limit',
  reason: 'sale',
  plan: PLAN,
  ...over,
});
const change = (at: number, run = 'r1'): RunRecord => ({
  ...common(run, 1, at),
  event: 'change',
  state: 'settling',
  step: 3,
  commandedBp: 900,
  detail: '',
  data: null,
});
const stored = (outcome: Outcome): StoredRun => ({
  outcome,
  steps: [],
  ending: NO_ENDING,
  startedAt: 0,
  maxShare: 0.42,
  maxRps: 130,
  harmed: 0,
  fault: null,
  rehearsal: null,
  facts: { members: ['k-1'], version: 'v7', spec: null, server: 's', ttlSeconds: 20, propagationMaxMs: 1000, peakTodayRps: 500 },
  checks: [],
  warnings: [],
});
const end = (at: number, outcome: string, report: unknown, run = 'r1'): RunRecord => ({
  ...common(run, 2, at),
  event: 'end',
  outcome,
  detail: 'What became of it.',
  report,
});
const log = (...records: RunRecord[]): RunLog => ({
  run: records[0]?.run ?? '',
  service: 'k',
  records,
  open: !records.some((r) => r.event === 'end' || r.event === 'closed'),
});

const INTERVAL = { mean: 124, low: 118, high: 131 };
const FOUND: Outcome = { kind: 'limit-found', interval: INTERVAL, limitedBy: 'CPU' };

function desk(runs: readonly RunLog[], benchmarks: ReadonlyArray<ReturnType<typeof benchmark>> = [], unreadable = 0) {
  const world = {
    now: NOW,
    reads: 0,
    runs: ok({ runs, unreadable }) as Runs,
    benchmarks: ok({ unreadable: 0, benchmarks: benchmarks.map((b, i) => ({ id: `b${i}`, service: 'k', benchmark: b })) }) as Listed,
  };
  const tests = new RunLogLoadTests({
    clock: { now: () => world.now },
    runs: {
      runs: async () => {
        world.reads++;
        return world.runs;
      },
    },
    benchmarks: { list: async () => world.benchmarks },
  });
  return { world, tests };
}

async function listed(runs: readonly RunLog[], benchmarks: ReadonlyArray<ReturnType<typeof benchmark>> = []) {
  const list = await desk(runs, benchmarks).tests.list(WINDOW);
  return list.ok ? list.value.tests : list.error;
}

const ENDS: ReadonlyArray<[Outcome, number | null]> = [
  [FOUND, 118],
  [{ kind: 'carried-plan', interval: INTERVAL, wholePool: false, cappedBy: 'traffic' }, 118],
  [{ kind: 'goal-met', rps: 100, interval: INTERVAL }, 118],
  [{ kind: 'goal-missed', rps: 200, carriedRps: 90, reason: 'p99' }, 90],
  [{ kind: 'goal-missed', rps: 200, carriedRps: null, reason: 'p99' }, null],
  [{ kind: 'stopped-by-guard', guard: 'errors', rps: 150, reason: '5 %' }, null],
  [{ kind: 'target-ejected', rps: 150, reason: 'ejected' }, null],
  [{ kind: 'stopped-by-operator', by: 'bob' }, null],
  [{ kind: 'rehearsed', returnMs: 2500 }, null],
  [{ kind: 'inconclusive', missing: 'requests' }, null],
  [{ kind: 'lost-control', reason: 'lease', known: 'back' }, null],
];

describe('load tests of the run log', () => {
  it.each(ENDS)('are told whatever their end was: %j', async (outcome, safeLimit) => {
    expect(await listed([log(start(NOW - HOUR), change(NOW - 50 * MINUTE), end(NOW - 30 * MINUTE, outcome.kind, stored(outcome)))])).toEqual([
      {
        id: 'r1',
        run: 'r1',
        service: 'k',
        target: 'k-1',
        startedAt: NOW - HOUR,
        endedAt: NOW - 30 * MINUTE,
        lastSeenAt: NOW - 30 * MINUTE,
        outcome: outcome.kind,
        detail: 'What became of it.',
        maxShare: 0.42,
        safeLimit,
        version: 'v7',
        by: 'ada',
      },
    ]);
  });

  it('are told without the figures of a report that cannot be read', async () => {
    expect(await listed([log(start(NOW - HOUR), end(NOW, 'goal-met', { from: 'the future' }))])).toMatchObject([
      { outcome: 'goal-met', safeLimit: null, maxShare: null, version: null },
    ]);
    expect(await listed([log(start(NOW - HOUR), end(NOW, 'exploded', null))])).toMatchObject([{ outcome: 'unreadable' }]);
  });

  it('that a visitor closed lost control', async () => {
    const records = [start(NOW - HOUR), change(NOW - 50 * MINUTE)];
    const report = closedRunOf(records, 'bob', 'the traffic is back');
    const closed: RunRecord = { ...common('r1', 2, NOW - 10 * MINUTE), event: 'closed', detail: 'its driver had gone', report };
    expect(await listed([log(...records, closed)])).toMatchObject([
      { outcome: 'lost-control', endedAt: NOW - 10 * MINUTE, detail: 'its driver had gone' },
    ]);
  });

  it.each([
    ['is open within its longest duration', 20 * MINUTE, PLAN, 'open'],
    ['is open while it gives the traffic back', 34 * MINUTE, PLAN, 'open'],
    ['has no end on record after that', 36 * MINUTE, PLAN, 'no-end'],
    ['whose plan cannot be read may last two hours', 110 * MINUTE, null, 'open'],
    ['whose plan cannot be read, and no longer', 130 * MINUTE, null, 'no-end'],
  ])('one without an end %s', async (_, ago, planned, outcome) => {
    const begun = start(NOW - ago, 'r1', { plan: planned });
    expect(await listed([log(begun, change(NOW - ago + MINUTE))])).toMatchObject([
      { outcome, endedAt: null, lastSeenAt: NOW - ago + MINUTE, detail: 'last recorded: settling, step 3', safeLimit: null },
    ]);
  });

  it('a log without its beginning is left out', async () => {
    expect(await listed([log(change(NOW - HOUR))])).toEqual([]);
  });

  it('those that overlap the window are listed, newest first', async () => {
    const whole = (run: string, from: number, to: number) => log(start(from, run), end(to, 'limit-found', stored(FOUND), run));
    const tests = await listed([
      whole('before', WINDOW.from - 2 * HOUR, WINDOW.from - HOUR),
      whole('reaches in', WINDOW.from - HOUR, WINDOW.from + MINUTE),
      whole('within', NOW - HOUR, NOW - MINUTE),
      whole('reaches out', NOW - MINUTE, NOW + HOUR),
      whole('after', NOW + MINUTE, NOW + HOUR),
    ]);
    expect(Array.isArray(tests) && tests.map(({ run }) => run)).toEqual(['reaches out', 'within', 'reaches in']);
  });
});

describe('benchmarks beside the run log', () => {
  const run = log(start(NOW - HOUR), end(NOW - MINUTE, 'limit-found', stored(FOUND)));

  it('a run counts with the benchmark it left', async () => {
    const left = benchmark(111, { at: NOW - MINUTE, version: 'v8', note: 'Load test r1; limited by: CPU' });
    expect(await listed([run], [left])).toMatchObject([{ run: 'r1', safeLimit: 111, version: 'v8', outcome: 'limit-found' }]);
  });

  it('a benchmark whose run is no longer on record stands for it', async () => {
    const left = benchmark(99, { at: NOW - 2 * HOUR, version: null, note: 'Load test gone; limited by: CPU' });
    expect(await listed([run], [left])).toMatchObject([
      { run: 'r1', safeLimit: 118 },
      { run: null, outcome: 'measured', startedAt: NOW - 2 * HOUR, endedAt: null, safeLimit: 99, detail: left.note },
    ]);
  });

  it('declared ones are no load tests', async () => {
    expect(await listed([], [benchmark(4, { at: NOW - MINUTE, origin: 'declared' })])).toEqual([]);
  });
});

describe('reading the stores', () => {
  const problem = { kind: 'forbidden' as const, message: 'no' };

  it('is shared by questions of the same moment, and done again later', async () => {
    const { world, tests } = desk([log(start(NOW - HOUR))]);
    await Promise.all([tests.list(WINDOW), tests.list({ from: 0, to: 1 }), tests.list(WINDOW)]);
    expect(world.reads).toBe(1);
    world.now += 11 * SECOND;
    await tests.list(WINDOW);
    expect(world.reads).toBe(2);
  });

  it('passes on that the log cannot be read, and tries again at once', async () => {
    const { world, tests } = desk([]);
    world.runs = err(problem);
    expect(await tests.list(WINDOW)).toEqual({ ok: false, error: problem });
    world.runs = ok({ runs: [log(start(NOW - MINUTE))], unreadable: 0 });
    expect(await tests.list(WINDOW)).toMatchObject({ ok: true, value: { tests: [{ run: 'r1' }] } });
  });

  it('passes on that benchmarks cannot be read', async () => {
    const { world, tests } = desk([]);
    world.benchmarks = err(problem);
    expect(await tests.list(WINDOW)).toEqual({ ok: false, error: problem });
  });

  it('counts what could not be read', async () => {
    expect(await desk([], [], 4).tests.list(WINDOW)).toMatchObject({ ok: true, value: { unreadable: 4 } });
  });
});
