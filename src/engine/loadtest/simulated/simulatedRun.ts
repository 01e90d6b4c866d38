import type { RampPlan } from '../../../domain/ramp/Plan';
import type { RunStore } from '../../../ports/RunStore';
import { ok } from '../../../domain/base/Result';
import { DrivenRun } from '../DrivenRun';
import type { LoadTestPorts } from '../LoadTestPorts';
import { RunController, type RunOptions } from '../RunController';
import { ScaledTime } from './ScaledTime';
import { SimulatedKeeper, SIMULATED_POOL } from './SimulatedKeeper';
import { SimulatedRouter } from './SimulatedRouter';
import type { SimulatedTargetOptions } from './SimulatedTargetOptions';
import { SimulatedTelemetry } from './SimulatedTelemetry';
import { SimulatedWorld } from './SimulatedWorld';

const TARGET = 'instance-1';
/** Above it a tick of the page would be longer than the run's own. */
const FASTEST = 10;

/** The real engine on a pretended pool: nothing of it leaves the page, and nothing is written to the log. */
export function simulatedRun(ports: LoadTestPorts, plan: RampPlan, options: SimulatedTargetOptions, runId: string, by: string): DrivenRun {
  const time = new ScaledTime(ports.clock, ports.ticker, ports.monotonic, Math.min(FASTEST, Math.max(1, options.speed)));
  const world = new SimulatedWorld(options, () => time.now());
  const router = new SimulatedRouter(world, new SimulatedKeeper(world));
  // The pretended service calls nobody and publishes nothing beside its requests and CPU.
  const alone = { dependencies: [], extraGuards: [] };
  const pretended: RampPlan = { ...plan, ...alone, pool: SIMULATED_POOL, target: TARGET, pairedWith: plan.pairedWith === null ? null : 'instance-2', tier: plan.tier, stateless: true };
  const run: RunOptions = { plan: pretended, runId, by, only: 'run', mayRun: true, otherRun: null, lastRehearsal: null };
  const controller = new RunController({ ...ports, router, store: FORGETFUL, clock: time, monotonic: time.monotonic, ticker: time }, new SimulatedTelemetry(world, TARGET), run);
  return new DrivenRun(controller, run, true);
}

const FORGETFUL: RunStore = {
  append: () => Promise.resolve({ kind: 'stored', id: '' }),
  flush: () => Promise.resolve({ waiting: 0, problem: null }),
  runs: () => Promise.resolve(ok({ runs: [], unreadable: 0 })),
  run: () => Promise.resolve(ok(null)),
};
