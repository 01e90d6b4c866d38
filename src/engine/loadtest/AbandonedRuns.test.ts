import { err, ok, type Result } from '../../domain/base/Result';
import type { RunRecord } from '../../domain/records/runRecord';
import type { RoutingPool } from '../../domain/routing/poolSchema';
import type { StoreProblem } from '../../ports/BenchmarkStore';
import type { RunLog } from '../../ports/RunStore';
import { AbandonedRuns } from './AbandonedRuns';
import type { LoadTestPorts } from './LoadTestPorts';

const start: RunRecord = { schema: 1, run: 'r', service: 's', by: 'ed', seq: 0, at: 0, event: 'start', pool: 'p', target: 'a', mode: 'limit', reason: 'why', plan: null };
const open: RunLog = { run: 'r', service: 's', records: [start], open: true };

type Logged = Promise<Result<RunLog | null, StoreProblem>>;
const silent: Logged = new Promise(() => undefined);
const unreadable: Logged = Promise.resolve(err({ kind: 'unreachable', message: 'annotations answered 500' }));

const pool = (runId: string | null) => ({ id: 'p', override: runId === null ? null : { runId }, lastEnd: null, serverTime: 0 }) as unknown as RoutingPool;

/** A stop of run `r`, and the pools that were stopped within twelve seconds. */
async function stopping(logged: Logged, known: string | null, held: string | null = 'r') {
  const stops: Array<readonly [string, string | null]> = [];
  const runs = new AbandonedRuns({
    router: {
      pool: () => Promise.resolve({ kind: 'done', value: pool(held) }),
      stop: (id: string, runId: string | null) => (stops.push([id, runId]), Promise.resolve({ kind: 'done', value: { pool: pool(null) } })),
    },
    store: { run: () => logged },
    clock: { now: () => Date.now(), sleep: (ms: number) => new Promise<void>((resolve) => void setTimeout(resolve, ms)) },
    identity: { login: 'ann' },
    log: { warn: () => undefined },
  } as unknown as LoadTestPorts);
  const answer = runs.stop('r', known);
  let atOnce = 0;
  await jest.advanceTimersByTimeAsync(0);
  atOnce = stops.length;
  await jest.advanceTimersByTimeAsync(12_000);
  return { answer: await answer, stops, atOnce };
}

beforeEach(() => void jest.useFakeTimers());
afterEach(() => void jest.useRealTimers());

describe('a stop of a run that this page does not drive', () => {
  it.each<[string, Logged]>([
    ['silent', silent],
    ['unreadable', unreadable],
    ['without the run', Promise.resolve(ok(null))],
  ])('waits for no log that is %s where the pool is known', async (_name, logged) => {
    expect(await stopping(logged, 'p')).toEqual({ answer: ok(null), stops: [['p', 'r']], atOnce: 1 });
  });

  it('asks the log for the pool where the page does not know it', async () => {
    expect(await stopping(Promise.resolve(ok(open)), null)).toEqual({ answer: ok(null), stops: [['p', 'r']], atOnce: 1 });
  });

  it.each<[string, Logged, string, string]>([
    ['a log that cannot be read', unreadable, 'unreachable', 'annotations answered 500'],
    ['a log that stays silent', silent, 'unreachable', 'no answer within 10 s'],
    ['a run that is not in it', Promise.resolve(ok(null)), 'not-found', 'not in the log'],
  ])('tells %s from the others where the pool is not known', async (_name, logged, kind, words) => {
    const { answer, stops } = await stopping(logged, null);
    expect(answer).toMatchObject({ ok: false, error: { kind, message: expect.stringContaining(words) } });
    expect(stops).toEqual([]);
  });

  it('leaves the pool alone that somebody else holds meanwhile', async () => {
    expect(await stopping(Promise.resolve(ok(open)), 'p', 'other')).toMatchObject({ answer: ok(null), stops: [] });
  });
});
