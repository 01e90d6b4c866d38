import { ok } from '../../domain/base/Result';
import type { RunRecord } from '../../domain/records/runRecord';
import { capabilities } from '../../domain/routing/capabilities.fixture';
import { AbortError } from '../../ports/AbortError';
import type { Router } from '../../ports/Router';
import type { RunLog, RunStore } from '../../ports/RunStore';
import type { LoadTestView } from './LoadTestView';
import { openLog, overrideOf, poolWith } from './runLog.fixture';
import { watchedRun } from './watchedRun';

const common = { schema: 1, run: 'r', service: 's', by: 'ed' } as const;
const start: RunRecord = { ...common, seq: 0, at: 0, event: 'start', pool: 'p', target: 'a', mode: 'limit', reason: 'why', plan: null };
const end: RunRecord = { ...common, seq: 1, at: 1, event: 'end', outcome: 'stopped-by-operator', detail: 'Stopped by ann.', report: null };
const open: RunLog = { run: 'r', service: 's', records: [start], open: true };
const ended: RunLog = { ...open, records: [start, end], open: false };

/** What a watcher sees in the first fifteen seconds of a run that ends in the log meanwhile, or whose log cannot be read. */
async function seen(later: Awaited<ReturnType<RunStore['run']>>): Promise<{ readonly views: readonly LoadTestView[]; readonly complete: boolean }> {
  const away = () => Promise.resolve({ kind: 'unknown', message: 'away' });
  const router = { pool: away, capabilities: away } as unknown as Router;
  const store = { run: () => Promise.resolve(later) } as unknown as RunStore;
  const views: LoadTestView[] = [];
  let complete = false;
  const watching = watchedRun(open, { router, store }, true).subscribe({ next: (view) => views.push(view), complete: () => (complete = true) });
  await jest.advanceTimersByTimeAsync(15_000);
  watching.unsubscribe();
  return { views, complete };
}

beforeEach(() => void jest.useFakeTimers());
afterEach(() => void jest.useRealTimers());

describe('a run that somebody else drives', () => {
  it('is seen to end when the log says so, and then there is nothing left to stop', async () => {
    const { views, complete } = await seen(ok(ended));
    expect(views[0]).toMatchObject({ phase: 'unknown', lease: { state: 'unknown' }, mayStop: true });
    expect(views.at(-1)).toMatchObject({ phase: 'finished', mayStop: false, headline: 'Stopped by an operator. Stopped by ann.' });
    expect(complete).toBe(true);
  });

  it('is still watched while its log cannot be read', async () => {
    const { views, complete } = await seen({ ok: false, error: { kind: 'unreachable', message: 'away' } });
    expect(views.at(-1)).toMatchObject({ phase: 'unknown', lease: { state: 'unknown' }, mayStop: true });
    expect(complete).toBe(false);
  });

  it('is told who holds its lease by an endpoint that says so late, and asks no more then', async () => {
    const log = openLog('judging', 2_000);
    const asked = jest.fn<ReturnType<Router['capabilities']>, []>().mockResolvedValueOnce({ kind: 'unknown', message: 'away' }).mockResolvedValue({ kind: 'done', value: capabilities });
    const router = { pool: () => Promise.resolve({ kind: 'done', value: poolWith(overrideOf('r')) }), capabilities: asked } as unknown as Router;
    const views: LoadTestView[] = [];
    const watching = watchedRun(log, { router, store: { run: () => Promise.resolve(ok(log)) } as unknown as RunStore }, true).subscribe((view) => views.push(view));
    await jest.advanceTimersByTimeAsync(30_000);
    watching.unsubscribe();
    expect(views[0]?.lease).toMatchObject({ state: 'held', enforcedBy: null, promiseMs: null });
    expect(views.at(-1)?.lease).toMatchObject({ state: 'held', enforcedBy: 'both', promiseMs: 16_500 });
    expect(asked).toHaveBeenCalledTimes(2);
  });

  it('is not known to hold anything when a stop from here cut the read off', async () => {
    const log = openLog('judging', 2_000);
    const cut = () => Promise.reject(new AbortError());
    const views: LoadTestView[] = [];
    const watching = watchedRun(log, { router: { pool: cut, capabilities: cut } as unknown as Router, store: { run: () => Promise.resolve(ok(log)) } as unknown as RunStore }, true).subscribe((view) => views.push(view));
    await jest.advanceTimersByTimeAsync(1_000);
    watching.unsubscribe();
    expect(views[0]).toMatchObject({ lease: { state: 'unknown', reason: 'the routing endpoint cannot be read, the read was given up for a stop' }, mayStop: true });
  });
});
