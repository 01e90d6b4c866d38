import { ok } from '../../src/domain/base/Result';
import { headroomJudge } from '../../src/domain/canary/headroomJudge';
import type { RampState } from '../../src/domain/ramp/RampState';
import { RunController } from '../../src/engine/loadtest/RunController';
import { SeededRandom } from '../../src/engine/loadtest/simulated/SeededRandom';
import { SimulatedKeeper, SIMULATED_POOL } from '../../src/engine/loadtest/simulated/SimulatedKeeper';
import { SimulatedRouter } from '../../src/engine/loadtest/simulated/SimulatedRouter';
import { SimulatedTelemetry } from '../../src/engine/loadtest/simulated/SimulatedTelemetry';
import { SimulatedWorld } from '../../src/engine/loadtest/simulated/SimulatedWorld';
import type { RunStore } from '../../src/ports/RunStore';
import { applyFault } from './applyFault';
import { Invariants, OTHER_RUN } from './Invariants';
import { scenarioOf, type Scenario } from './Scenario';
import { noTrouble } from './Trouble';
import { TroubledRouter } from './TroubledRouter';
import { TroubledTelemetry } from './TroubledTelemetry';
import { ORIGIN, VirtualTime } from './VirtualTime';

export interface SimulatedOutcome {
  readonly seed: number;
  readonly outcome: string;
  readonly violations: readonly string[];
  readonly seconds: number;
  readonly steps: number;
  readonly state: RampState;
}

/** Longer than any run may last, with the way back. */
const LONGEST_MS = 2_400_000;
/** After a tab died: until the lease is long over. */
const AFTERMATH_MS = 90_000;
/** Then until every other operator, who never renews, is gone and what was theirs is back. */
const OTHERS_MS = 90_000;
const OTHERS_TTL_SECONDS = 20;

export type Narrator = (line: string) => void;

/** One whole run under virtual time, with the faults of its seed and every invariant checked. */
export async function simulateRun(seed: number, narrate: Narrator | null = null, changed: Partial<Scenario> = {}): Promise<SimulatedOutcome> {
  const scenario = { ...scenarioOf(seed), ...changed };
  const time = new VirtualTime(ORIGIN);
  const world = new SimulatedWorld(scenario.options, time.world);
  const keeper = new SimulatedKeeper(world);
  keeper.propagationMs = () => scenario.propagationMs;
  const tick = world.onStep;
  const invariants = new Invariants(scenario, world, keeper, () => time.frozenUntil);
  world.onStep = (at) => {
    tick(at);
    invariants.onWorld(at);
  };
  const trouble = noTrouble();
  const router = new TroubledRouter(new SimulatedRouter(world, keeper), time, trouble, new SeededRandom(seed ^ 0x27d4eb2f));
  const telemetry = new TroubledTelemetry(new SimulatedTelemetry(world, scenario.plan.target), time, trouble);
  const ports = { router, store: SILENT_STORE, clock: time, monotonic: time.monotonic, ticker: time, log: { warn: () => undefined }, judgeFor: () => headroomJudge, page: () => undefined };
  const lastRehearsal = scenario.rehearsed ? { at: ORIGIN - 1000, returnMs: 2_000, server: 'simulated 1 simulated' } : null;
  const options = { plan: scenario.plan, runId: `run-${seed}`, by: 'driver', only: 'run', mayRun: true, otherRun: null, lastRehearsal } as const;
  const controller = new RunController(ports, telemetry, options, (event, before, after, commands) => {
    world.sync();
    invariants.onEvent(event, before, after, commands, time.world());
    if (narrate !== null && (event.kind !== 'observed' || before.phase !== after.phase || commands.length > 0)) {
      narrate(`${((time.world() - ORIGIN) / 1000).toFixed(1)} s ${before.phase} -> ${after.phase} on ${JSON.stringify(event).slice(0, 240)} commands ${JSON.stringify(commands).slice(0, 240)}`);
    }
  });
  const secondOperator = (): void => void keeper.acquire(otherRequest(scenario), keeper.pool().revision, `other-${time.world()}`);
  for (const fault of scenario.faults) {
    time.at(ORIGIN + fault.at, () => {
      narrate?.(`${(fault.at / 1000).toFixed(1)} s fault ${fault.kind} for ${(fault.lasts / 1000).toFixed(1)} s, size ${fault.size.toFixed(2)}`);
      const end = applyFault(fault, { time, world, keeper, trouble, controller, secondOperator });
      time.at(ORIGIN + fault.at + fault.lasts, end);
    });
  }
  controller.start();
  keepTurning(time, world);
  const over = (): boolean => controller.state.phase === 'finished' || (time.frozenUntil === Infinity && keeper.lease === null);
  await time.runUntil(ORIGIN + LONGEST_MS, over);
  const ended = time.world();
  await time.runUntil(ended + AFTERMATH_MS, () => false);
  await time.runUntil(ended + AFTERMATH_MS + OTHERS_MS, () => keeper.lease === null && invariants.atBaseline());
  world.sync();
  invariants.onOver(controller.state.phase === 'finished', time.frozenUntil === Infinity);
  return resultOf(seed, controller.state, invariants.violations, (ended - ORIGIN) / 1000);
}

function resultOf(seed: number, state: RampState, violations: readonly string[], seconds: number): SimulatedOutcome {
  const finished = state.phase === 'finished';
  return { seed, outcome: finished ? state.outcome.kind : 'driver-died', violations, seconds, steps: 'run' in state ? (state.run?.steps.length ?? 0) : 0, state };
}

/** The world goes on whether or not anybody looks. */
function keepTurning(time: VirtualTime, world: SimulatedWorld): void {
  const turn = (): void => {
    world.sync();
    time.at(time.world() + 5_000, turn);
  };
  turn();
}

const otherRequest = ({ plan }: Scenario) => ({
  shares: { [plan.target]: 1_500 },
  ttlSeconds: OTHERS_TTL_SECONDS,
  runId: OTHER_RUN,
  reason: 'another test',
  holder: 'somebody else',
  evidenceAgeMs: 0,
  maxLifetimeSeconds: 600,
  ceilingBp: 2_000,
  ceilingRps: null,
});

const SILENT_STORE: RunStore = {
  append: () => Promise.resolve({ kind: 'stored', id: SIMULATED_POOL }),
  flush: () => Promise.resolve({ waiting: 0, problem: null }),
  runs: () => Promise.resolve(ok({ runs: [], unreadable: 0 })),
  run: () => Promise.resolve(ok(null)),
};
