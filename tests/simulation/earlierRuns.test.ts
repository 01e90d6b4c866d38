import { DAY } from '../../src/domain/base/Duration';
import type { RampPlan } from '../../src/domain/ramp/Plan';
import type { StepCurves } from '../../src/domain/ramp/RunReport';
import { earlierRuns } from '../../src/engine/loadtest/earlierRuns';
import { SimulatedTelemetry } from '../../src/engine/loadtest/simulated/SimulatedTelemetry';
import { MemoryRunStore, PLAN, setup } from './LoadTestPage';

/** A search for the limit on a fixed course, so that every step is judged. */
const LIMIT: RampPlan = { ...PLAN, result: 'limit', course: { kind: 'steps', sharesBp: [2_500, 3_500, 4_500, 5_500] }, limits: { ...PLAN.limits, shareBp: 6_000, runSeconds: 2_400 } };

type World = ReturnType<typeof setup>;

async function ran(world: World): Promise<{ readonly runId: string; readonly latency: readonly string[]; readonly steps: readonly StepCurves[] }> {
  const before = world.store.records.filter((r) => r.event === 'end').length;
  const run = await world.during(world.tests.start(LIMIT));
  if (!run.ok) {
    throw new Error(run.error.message);
  }
  await world.time.runUntil(world.time.world() + 3_600_000, () => world.store.records.filter((r) => r.event === 'end').length > before);
  const report = await world.during(world.tests.report(run.value.runId));
  const rules = report.ok ? report.value.verdicts.flatMap(({ verdict }) => verdict.metrics.filter((m) => m.name === 'latency').map((m) => m.rule)) : [];
  return { runId: run.value.runId, latency: rules, steps: report.ok ? report.value.steps : [] };
}

const shown = async (world: World): Promise<string> => {
  const report = await world.during(world.tests.preflight(LIMIT));
  return (report.ok && report.value.checks.find((c) => c.id === 'noise')?.evidence) || '';
};

describe('a search for the limit after another', () => {
  it('holds latency against the steps of the one before, and says so', async () => {
    const store = new MemoryRunStore();
    const first = await ran(setup({}, store));
    expect(first.latency.length).toBeGreaterThan(0);
    expect(first.latency.filter((rule) => rule.includes('earlier latency'))).toEqual([]);
    // A day later: the world has forgotten the run, its Prometheus has not.
    store.records.forEach((record) => Object.assign(record, { at: record.at - DAY }));
    const world: World = setup({ telemetryFor: async (plan) => Object.assign(new SimulatedTelemetry(world.world, plan.target), { curves: async () => ({ ok: true as const, value: first.steps }) }) }, store);
    expect(await shown(world)).toContain(`held against run ${first.runId} of`);
    const second = await ran(world);
    expect(second.latency.filter((rule) => rule.includes(`earlier latency at the same demand (run ${first.runId} of`)).length).toBeGreaterThan(0);
  });

  it('says so where there was none', async () => {
    expect(await shown(setup())).toContain('cannot be held against earlier runs: no earlier run of this version and spec');
  });
});

describe('what earlier runs tell', () => {
  const { signal } = new AbortController();
  const read = async (world: World, now: { readonly version?: string; readonly inDays?: number; readonly gone?: boolean }) =>
    world.during(
      earlierRuns('shop', world.store, async (plan) => (now.gone ? null : new SimulatedTelemetry(world.world, plan.target)))({ version: now.version ?? 'simulated', spec: null, now: world.time.world() + (now.inDays ?? 0) * DAY }, signal)
    );

  it('is nothing of another version, of old, of a service that is gone, or of a log that cannot be read', async () => {
    const world = setup();
    await ran(world);
    expect((await read(world, {})).runs).toEqual([expect.objectContaining({ target: 'instance-1', version: 'simulated' })]);
    expect(await read(world, { version: 'other' })).toMatchObject({ runs: [], lack: expect.stringContaining('no earlier run') });
    expect(await read(world, { inDays: 91 })).toMatchObject({ runs: [] });
    expect(await read(world, { gone: true })).toMatchObject({ runs: [], lack: expect.stringContaining('no longer hold') });
    const away = { runs: async () => ({ ok: false as const, error: { kind: 'unreachable' as const, message: 'away' } }) };
    expect(await earlierRuns('shop', away, async () => null)({ version: null, spec: null, now: 0 }, signal)).toEqual({ runs: [], lack: 'earlier runs could not be read: away' });
    expect((await earlierRuns('shop', new MemoryRunStore(), async () => null)({ version: null, spec: null, now: 0 }, signal)).runs).toEqual([]);
  });
});
