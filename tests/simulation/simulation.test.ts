import type { RampEvent } from '../../src/domain/ramp/RampEvent';
import { promisedReturnMs } from '../../src/domain/ramp/rehearsal';
import { MachineBench } from '../../src/domain/ramp/run.fixture';
import { SimulatedKeeper } from '../../src/engine/loadtest/simulated/SimulatedKeeper';
import { SimulatedWorld } from '../../src/engine/loadtest/simulated/SimulatedWorld';
import { Invariants, OTHER_RUN } from './Invariants';
import { runChunk } from './runChunk';
import { FAULTS, scenarioOf, type FaultKind } from './Scenario';
import { simulateRun } from './simulateRun';
import { ORIGIN, VirtualTime } from './VirtualTime';

const RUNS = 120;
const STEPS = { ...scenarioOf(3).plan, course: { kind: 'steps', sharesBp: [2_500, 3_000] }, result: 'hold', goal: null, dwellSeconds: 60 } as const;
const CALM = {
  options: { members: 5, poolRps: 500, capacityRps: 400, workers: 4, serviceTimeSeconds: 0.01, noise: 0.03, scrapeSeconds: 5, seed: 5, speed: 1 },
  plan: { ...STEPS, limits: { shareBp: 4_000, demandRps: null, stepBp: 4_000, runSeconds: 1_200, harmedRequests: 100_000 }, ttlSeconds: 20 },
  rehearsed: true,
  propagationMs: 500,
};

describe('whole runs with faults', () => {
  it(`break no invariant in ${RUNS} seeds`, async () => {
    const { violations, outcomes, runs } = await runChunk({ from: 1_000_000, count: RUNS });
    expect(violations).toEqual([]);
    expect(runs).toBe(RUNS);
    expect(Object.keys(outcomes).length).toBeGreaterThan(4);
  });

  it('look at the weights when a second operator who came late has given them back', async () => {
    expect(await simulateRun(1_000_526)).toMatchObject({ outcome: 'inconclusive', violations: [] });
  });

  it('give back within the promise although renewals held up on the wire come after the last look', async () => {
    expect((await simulateRun(5_007_089)).violations).toEqual([]);
  });

  it.each([7_000_347, 7_005_629])('answer for their own way back, not for that of a second operator who took the pool during it: %i', async (seed) => {
    expect((await simulateRun(seed)).violations).toEqual([]);
  });

  it('leave a second operator alone who took the pool while ours had lapsed', async () => {
    expect((await simulateRun(8_066_271)).violations).toEqual([]);
  });

  it('take no lease again, after an answer that was lost, while a guard is in doubt', async () => {
    expect((await simulateRun(10_064_364)).violations).toEqual([]);
  });

  it('are the same whenever they are run', async () => {
    const [first, second] = [await simulateRun(17), await simulateRun(17)];
    expect(second).toEqual(first);
  });

  it('of a calm service carry the plan', async () => {
    expect(await simulateRun(5, null, { ...CALM, faults: [] })).toMatchObject({ outcome: 'carried-plan', violations: [] });
  });

  it.each<[FaultKind, string]>([
    ['target-ejected', 'target-ejected'],
    ['peer-dies', 'stopped-by-guard'],
    ['target-errors', 'stopped-by-guard'],
    ['target-hangs', 'stopped-by-guard'],
    ['target-silent', 'stopped-by-guard'],
    ['target-restarts', 'stopped-by-guard'],
    ['scrape-gap', 'stopped-by-guard'],
    ['peer-errors', 'stopped-by-guard'],
    ['router-reset', 'lost-control'],
    ['keeper-restart', 'lost-control'],
    ['session-expired', 'lost-control'],
    ['somebody-stops', 'stopped-by-operator'],
    ['somebody-freezes', 'stopped-by-operator'],
    ['operator-stops', 'stopped-by-operator'],
    ['tab-dies', 'driver-died'],
    ['wall-clock-jumps', 'carried-plan'],
    ['operator-holds', 'carried-plan'],
    ['second-operator', 'carried-plan'],
  ])('with %s half-way end as %s', async (kind, outcome) => {
    const run = await simulateRun(6, null, { ...CALM, plan: { ...CALM.plan, guards: { ...CALM.plan.guards, peers: true } }, faults: [{ kind, at: 60_000, lasts: 40_000, size: 0.5 }] });
    expect([run.outcome, run.violations]).toEqual([outcome, []]);
  });

  it('know every fault', () => {
    const seen = new Set(Array.from({ length: 3_000 }, (_, i) => scenarioOf(i + 1).faults.map((f) => f.kind)).flat());
    expect([...seen].sort()).toEqual([...FAULTS].sort());
  });
});

describe('the invariants themselves', () => {
  function watched() {
    const time = new VirtualTime(ORIGIN);
    const scenario = scenarioOf(1);
    const world = new SimulatedWorld(scenario.options, time.world);
    const keeper = new SimulatedKeeper(world);
    return { time, scenario, world, keeper, invariants: new Invariants(scenario, world, keeper, () => time.frozenUntil) };
  }
  const target = 'instance-1';
  const acquire = { kind: 'acquire', key: 'k', revision: 1, sharesBp: { [target]: 100 }, ttlSeconds: 20, maxLifetimeSeconds: 60, ceilingBp: 100, ceilingRps: null, evidenceAt: 0 } as const;
  const resumed: RampEvent = { kind: 'resume', by: 'x' };

  it('notice a write after a stop', () => {
    const { invariants } = watched();
    const bench = new MachineBench().judging();
    const before = bench.state;
    invariants.onEvent({ kind: 'stop', by: 'x' }, before, bench.feed({ kind: 'stop', by: 'x' }).state, [{ kind: 'stop' }], ORIGIN);
    invariants.onEvent(resumed, before, before, [acquire], ORIGIN);
    expect(invariants.violations.join()).toContain('after a stop');
  });

  it('notice a raise without evidence, and one above the ceiling', () => {
    const { invariants, scenario } = watched();
    const bench = new MachineBench().started();
    invariants.onEvent(resumed, bench.state, bench.state, [{ ...acquire, sharesBp: { [target]: scenario.plan.limits.shareBp + 1 } }], ORIGIN);
    expect(invariants.violations.join()).toContain('missing data');
    expect(invariants.violations.join()).toContain("above the plan's ceiling");
  });

  it('notice stale samples in the world, whatever the engine believes', () => {
    const { invariants } = watched();
    const bench = new MachineBench().started().look();
    invariants.onEvent(resumed, bench.state, bench.state, [acquire], ORIGIN + 30_000);
    expect(invariants.violations.join()).toContain('stale samples');
  });

  it('notice a share above its ceiling for longer than the keeper needs, and weights without a lease', () => {
    const { invariants, world } = watched();
    world.weights.set(target, 1e9);
    for (let at = 0; at <= 10_000; at += 500) {
      invariants.onWorld(ORIGIN + at);
    }
    expect(invariants.violations.join()).toContain('above its ceiling');
    expect(invariants.violations.join()).toContain('without a lease');
  });

  function givingBack() {
    const stage = watched();
    const bench = new MachineBench().judging();
    const before = bench.state;
    const request = { shares: { [target]: 100 }, ttlSeconds: 20, reason: 'a test', holder: 'x', evidenceAgeMs: 0, maxLifetimeSeconds: 60, ceilingBp: 200, ceilingRps: null };
    const hold = (runId: string, key: string): void => {
      stage.keeper.stop(null);
      expect(stage.keeper.acquire({ ...request, runId }, stage.keeper.pool().revision, key).kind).not.toBe('refused');
    };
    const look = (from: number, to: number): void => {
      for (let at = from; at <= to; at += 500) {
        stage.invariants.onWorld(ORIGIN + at);
      }
    };
    const bound = promisedReturnMs(stage.scenario.plan.ttlSeconds, stage.scenario.propagationMs) + 1_000;
    hold('ours', 'first');
    stage.invariants.onEvent({ kind: 'stop', by: 'x' }, before, bench.feed({ kind: 'stop', by: 'x' }).state, [{ kind: 'stop' }], ORIGIN);
    return { ...stage, hold, look, bound };
  }

  it('notice traffic that is not back within the promise', () => {
    const { invariants, look, bound } = givingBack();
    look(0, bound);
    expect(invariants.violations).toEqual([]);
    look(bound + 1, bound + 501);
    expect(invariants.violations.join()).toContain('after giving back began');
  });

  it('leave to a second operator the way back from what they hold, and notice what of ours comes after it', () => {
    const { invariants, hold, look, bound } = givingBack();
    hold(OTHER_RUN, 'second');
    look(500, 2 * bound);
    hold('late', 'third');
    look(2 * bound, 3 * bound - 1_000);
    expect(invariants.violations).toEqual([]);
    look(3 * bound - 1_000, 3 * bound + 1_000);
    expect(invariants.violations.join()).toContain('after giving back began');
  });

  it.each<FaultKind>(['tab-dies', 'tab-freezes'])('notice a keeper that prolongs a lease by minutes, in a run with %s', async (kind) => {
    const { renew } = SimulatedKeeper.prototype;
    const generous = jest.spyOn(SimulatedKeeper.prototype, 'renew').mockImplementation(function (this: SimulatedKeeper, request) {
      return renew.call(this, { ...request, ttlSeconds: request.ttlSeconds + 180 });
    });
    const asleep = await simulateRun(6, null, { ...CALM, faults: [{ kind, at: 60_000, lasts: 120_000, size: 0.5 }] });
    generous.mockRestore();
    expect(asleep.violations.join()).toContain('after the page fell silent');
    expect((await simulateRun(6, null, { ...CALM, faults: [{ kind, at: 60_000, lasts: 120_000, size: 0.5 }] })).violations).toEqual([]);
  });

  it('have nothing against a page that sleeps while the traffic is back', () => {
    const { invariants, keeper, time, look, bound } = givingBack();
    invariants.onWorld(ORIGIN);
    keeper.stop(null);
    look(0, bound);
    time.frozenUntil = ORIGIN + 2 * bound;
    look(bound, 3 * bound);
    expect(invariants.violations).toEqual([]);
  });

  it('notice weights left away from baseline at the end', () => {
    const { invariants, world } = watched();
    invariants.onOver(true, true);
    expect(invariants.violations.join()).not.toContain('not at baseline');
    world.weights.set(target, 1);
    invariants.onOver(true, true);
    expect(invariants.violations).toContain('the weights are not at baseline at the end');
  });

  it('notice a run that never ends', () => {
    const { invariants } = watched();
    invariants.onOver(false, false);
    expect(invariants.violations).toContain('the run never ended');
  });
});
