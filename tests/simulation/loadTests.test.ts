import { firstValueFrom, lastValueFrom } from 'rxjs';
import { err } from '../../src/domain/base/Result';
import type { LoadTestView } from '../../src/engine/loadtest/LoadTestView';
import type { LoadTestSurroundings } from '../../src/engine/loadtest/LoadTests';
import { SIMULATED_POOL } from '../../src/engine/loadtest/simulated/SimulatedKeeper';
import { MemoryRunStore, OPTIONS, PLAN, setup, started } from './LoadTestPage';
import { ORIGIN } from './VirtualTime';

describe('a run through the use case', () => {
  it('is watched to its end, kept in the log, and reported with figures of every step', async () => {
    const world = setup();
    const runId = await started(world);
    const last = lastValueFrom(world.tests.watch(runId));
    await world.time.runUntil(ORIGIN + 3_600_000, () => world.store.records.some((r) => r.event === 'end'));
    expect(await last).toMatchObject({ role: 'driver', outcome: { kind: 'carried-plan', headline: 'Carried the plan' }, logKept: 'stored' });
    expect(world.store.records.map((r) => r.seq)).toEqual(world.store.records.map((_, i) => i));
    const report = await world.during(world.tests.report(runId));
    expect(report).toMatchObject({ ok: true, value: { benchmark: { high: null }, measuredReturnMs: expect.any(Number), link: expect.stringContaining('/explore') } });
    expect(report.ok && report.value.steps[0]?.target.cpuCores).toBeGreaterThan(0);
    const history = await world.during(world.tests.history(null, 90));
    expect(history).toMatchObject({ ok: true, value: [{ runId, outcome: 'carried-plan', ours: false }] });
  });

  it('leaves its benchmark once, for the fleet; a run that is watched or read again leaves none', async () => {
    const world = setup();
    const runId = await started(world);
    await world.time.runUntil(ORIGIN + 3_600_000, () => world.store.records.some((r) => r.event === 'end'));
    await world.during(world.tests.report(runId));
    expect(world.declared).toEqual([['shop', expect.objectContaining({ origin: 'load-test', high: null, by: 'ed', version: 'simulated', spec: '4 workers', note: expect.stringContaining(runId) })]]);
    const carried = world.declared[0]?.[1].low ?? 0;
    expect(carried).toBeGreaterThan(0.8 * 0.25 * OPTIONS.poolRps);
    expect(carried).toBeLessThan(1.2 * 0.25 * OPTIONS.poolRps);
    const other = setup({}, world.store);
    await other.during(other.tests.report(runId));
    expect(other.declared).toEqual([]);
  });

  it('is stopped from here at once, whoever asks', async () => {
    const world = setup();
    const runId = await started(world);
    await world.time.runUntil(ORIGIN + 120_000, () => world.keeper.lease !== null);
    await world.during(world.tests.stop(runId), 0);
    expect(world.keeper.lease).toBeNull();
    expect(world.declared).toEqual([]);
  });

  it('goes on when its log is refused, and says so', async () => {
    const store = new MemoryRunStore();
    store.refuses = true;
    const world = setup({}, store);
    const runId = await started(world);
    await world.time.runUntil(ORIGIN + 60_000, () => world.keeper.lease !== null);
    expect(await firstValueFrom(world.tests.watch(runId))).toMatchObject({ logKept: 'refused', phase: 'rehearsal' });
  });

  it('sends its end by itself once a log that was away is back, and says so', async () => {
    const world = setup();
    const runId = await started(world);
    const kept: string[] = [];
    world.tests.watch(runId).subscribe((view) => view && view.phase === 'finished' && kept.push(view.logKept));
    await world.time.runUntil(ORIGIN + 300_000, () => world.store.records.some((r) => r.event === 'change' && r.state === 'judging'));
    world.store.away = true;
    await world.time.runUntil(ORIGIN + 3_600_000, () => world.store.waiting.some((r) => r.event === 'end'));
    await world.during(Promise.resolve(), 60);
    expect(world.store.records.some((r) => r.event === 'end')).toBe(false);
    expect(kept.at(-1)).toBe('waiting');
    world.store.away = false;
    await world.during(Promise.resolve(), 300);
    expect(world.store.records.filter((r) => r.event === 'end')).toHaveLength(1);
    expect(kept.at(-1)).toBe('stored');
  });

  it('can be opened again after its end, with all that was seen of it', async () => {
    const world = setup();
    const runId = await started(world);
    await world.time.runUntil(ORIGIN + 3_600_000, () => world.store.records.some((r) => r.event === 'end'));
    const views: LoadTestView[] = [];
    let complete = false;
    world.tests.watch(runId).subscribe({ next: (view) => view && views.push(view), complete: () => (complete = true) });
    expect(complete).toBe(true);
    expect(views).toMatchObject([{ role: 'driver', phase: 'finished', outcome: { kind: 'carried-plan' }, mayStop: false }]);
    expect(views[0]?.lines.length).toBeGreaterThan(3);
  });

  it('is the only one this browser drives', async () => {
    const world = setup();
    await started(world);
    expect(await world.during(world.tests.start(PLAN))).toMatchObject({ ok: false, error: { kind: 'busy' } });
  });

  it('is the only one of all tabs of this browser, until it has ended', async () => {
    const world = setup();
    const runId = await started(world);
    const tab = setup({}, world.store, world, world.held);
    const refused = await tab.during(tab.tests.start(PLAN));
    expect(refused).toMatchObject({ ok: false, error: { kind: 'busy' } });
    expect(await tab.during(tab.tests.stop(runId), 240)).toMatchObject({ ok: true });
    await world.time.runUntil(world.time.world() + 600_000, () => world.store.records.some((r) => r.event === 'end'));
    expect(await tab.during(tab.tests.start(PLAN))).toMatchObject({ ok: true });
  });

  it('can be held and resumed by its driver', async () => {
    const world = setup();
    const runId = await started(world);
    await world.time.runUntil(ORIGIN + 300_000, () => world.store.records.some((r) => r.event === 'change' && r.state === 'judging'));
    await world.tests.hold(runId);
    expect(await firstValueFrom(world.tests.watch(runId))).toMatchObject({ phase: 'holding', mayResume: true, headline: expect.stringContaining('Held by ed') });
    await world.tests.resume(runId);
    expect(await firstValueFrom(world.tests.watch(runId))).toMatchObject({ phase: 'settling' });
  });
});

describe('another page', () => {
  it('sees a run of the log, may stop it, never drives it', async () => {
    const world = setup();
    const runId = await started(world);
    await world.time.runUntil(ORIGIN + 120_000, () => world.keeper.lease !== null);
    const other = setup({}, world.store);
    const view = firstValueFrom(other.tests.watch(runId));
    await other.time.runUntil(ORIGIN + 5_000, () => false);
    expect(await view).toMatchObject({ role: 'watcher', mayStop: true, mayHold: false });
    expect(await other.tests.hold(runId)).toMatchObject({ ok: false, error: { kind: 'not-found' } });
    expect(await other.tests.stop(runId)).toEqual({ ok: true, value: null });
  });

  it('tells a run that nobody knows from a log that cannot be read', async () => {
    const { tests, store } = setup();
    expect(await firstValueFrom(tests.watch('nobody'))).toBeNull();
    jest.spyOn(store, 'run').mockReturnValue(Promise.resolve(err({ kind: 'unreachable', message: 'annotations answered 500' })) as never);
    await expect(firstValueFrom(tests.watch('nobody'))).rejects.toThrow('annotations answered 500');
  });
});

describe('a run whose controller died', () => {
  /** The driver's tab dies while it holds traffic; another page looks at the same pool and log. */
  async function left() {
    const world = setup();
    const runId = await started(world);
    await world.time.runUntil(ORIGIN + 300_000, () => world.store.records.some((r) => r.event === 'change' && r.state === 'judging'));
    world.die();
    const visitor = setup({}, world.store, world);
    // The pool's leases end by the world's time, whether or not anybody asks.
    const pass = async (seconds: number): Promise<void> => {
      for (let i = 0; i < seconds; i++) {
        await visitor.time.runUntil(visitor.time.world() + 1_000, () => false);
        world.world.sync();
      }
    };
    return { runId, visitor, pass, keeper: world.keeper, store: world.store };
  }
  const ends = (store: MemoryRunStore) => store.records.filter((r) => r.event === 'closed' || r.event === 'end');

  it('is closed by the visitor who asks, with what its records tell', async () => {
    const { runId, visitor, pass, keeper, store } = await left();
    await pass(60);
    expect(keeper.lease).toBeNull();
    expect(await visitor.during(visitor.tests.stop(runId), 1)).toEqual({ ok: true, value: null });
    expect(ends(store)).toMatchObject([{ event: 'closed', run: runId, by: 'ed', seq: store.records.length - 1, detail: 'its driver had gone, the traffic is back' }]);
    expect(await visitor.during(visitor.tests.history(null, 90))).toMatchObject({ ok: true, value: [{ outcome: 'lost-control', headline: 'Closed by ed: its controller died' }] });
    expect(await visitor.during(visitor.tests.report(runId))).toMatchObject({ ok: true, value: { outcome: { kind: 'lost-control', reason: 'the controller died; closed by ed' }, measuredReturnMs: expect.any(Number) } });
  });

  it('is rolled back at once while its lease lives, and closed when nobody writes its end', async () => {
    const { runId, visitor, pass, keeper, store } = await left();
    expect(await visitor.during(visitor.tests.stop(runId), 0)).toEqual({ ok: true, value: null });
    expect(keeper.lease).toBeNull();
    expect(ends(store)).toEqual([]);
    await pass(20);
    expect(ends(store)).toHaveLength(1);
  });

  it('is closed once, however often it is asked for', async () => {
    const { runId, visitor, pass, store } = await left();
    await visitor.during(Promise.all([visitor.tests.stop(runId), visitor.tests.stop(runId)]), 1);
    await pass(60);
    await visitor.during(visitor.tests.stop(runId), 1);
    expect(ends(store)).toHaveLength(1);
  });

  it('is closed once when two clicks come together after its lease', async () => {
    const { runId, visitor, pass, store } = await left();
    await pass(60);
    await visitor.during(Promise.all([visitor.tests.stop(runId), visitor.tests.stop(runId)]), 1);
    expect(ends(store)).toHaveLength(1);
  });

  it('says so when the record is refused', async () => {
    const { runId, visitor, pass, store } = await left();
    await pass(60);
    store.refuses = true;
    expect(await visitor.during(visitor.tests.stop(runId), 1)).toMatchObject({ ok: false, error: { kind: 'forbidden', message: expect.stringContaining('The traffic is back') } });
  });
});

describe('a run that somebody else drives', () => {
  it('writes its own end when a visitor stops it', async () => {
    const world = setup();
    const runId = await started(world);
    await world.time.runUntil(ORIGIN + 300_000, () => world.store.records.some((r) => r.event === 'change' && r.state === 'judging'));
    const visitor = setup({}, world.store, world);
    await visitor.during(visitor.tests.stop(runId), 240);
    expect(world.store.records.filter((r) => r.event === 'closed' || r.event === 'end')).toMatchObject([{ event: 'end', outcome: 'stopped-by-operator' }]);
  });
});

describe('what is refused', () => {
  it.each<[string, Partial<LoadTestSurroundings>, typeof PLAN | (Omit<typeof PLAN, 'service'> & { service: string }), string]>([
    ['a Viewer', { mayRun: false }, PLAN, 'forbidden'],
    ['an app without an endpoint', { configured: () => Promise.resolve(false) }, PLAN, 'not-configured'],
    ['a service nobody knows', {}, { ...PLAN, service: 'other' }, 'not-found'],
  ])('%s', async (_name, around, asked, kind) => {
    const { tests, keeper } = setup(around);
    expect(await tests.start(asked)).toMatchObject({ ok: false, error: { kind } });
    expect(keeper.lease).toBeNull();
  });

  it('a Viewer may not stop a pool; a report of a run nobody knows is not found', async () => {
    expect(await setup({ mayRun: false }).tests.stopPool(SIMULATED_POOL)).toMatchObject({ ok: false, error: { kind: 'forbidden' } });
    expect(await setup().tests.report('nobody')).toMatchObject({ ok: false, error: { kind: 'not-found' } });
  });
});

describe('a simulated target', () => {
  it('runs the real engine and touches neither pool nor log', async () => {
    const world = setup();
    const run = await world.tests.simulate(PLAN, OPTIONS);
    const runId = run.ok ? run.value.runId : '';
    const last = lastValueFrom(world.tests.watch(runId));
    await world.time.runUntil(ORIGIN + 3_600_000, () => false);
    expect(await last).toMatchObject({ simulated: true, outcome: { kind: 'carried-plan' } });
    expect(world.keeper.lease).toBeNull();
    expect(world.store.records).toEqual([]);
  });
});
