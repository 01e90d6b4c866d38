import { evaluateGuard } from '../../src/domain/guards/evaluateGuard';
import { guardSpecs } from '../../src/domain/ramp/guardSpecs';
import type { RampPlan } from '../../src/domain/ramp/Plan';
import { SIGNAL, type Signal } from '../../src/domain/ramp/Signal';
import { SeededRandom } from '../../src/engine/loadtest/simulated/SeededRandom';
import { SimulatedMember } from '../../src/engine/loadtest/simulated/SimulatedMember';
import type { SimulatedTargetOptions } from '../../src/engine/loadtest/simulated/SimulatedTargetOptions';

const MINUTES = 10;
const SIGNALS: ReadonlySet<Signal> = new Set([SIGNAL.requests, SIGNAL.errors, SIGNAL.cpu, SIGNAL.latencySum, SIGNAL.latencyCount]);

/** The design's true limit: greatest constant open-loop demand carried ten minutes without a guard, to half a percent. */
export function trueLimit(options: SimulatedTargetOptions, plan: RampPlan): number {
  let low = 0.5 * options.capacityRps;
  let high = options.capacityRps;
  while (high / low > 1.005) {
    const middle = (low + high) / 2;
    if (carries(options, plan, middle)) {
      low = middle;
    } else {
      high = middle;
    }
  }
  return low;
}

function carries({ capacityRps, workers, serviceTimeSeconds, noise, scrapeSeconds, seed }: SimulatedTargetOptions, plan: RampPlan, rps: number): boolean {
  const traits = { id: 'a', capacityRps, workers, serviceSeconds: serviceTimeSeconds, noise, startedSeconds: 0 };
  const member = new SimulatedMember(traits, new SeededRandom(seed ^ 0x1234567));
  const facts = { signals: SIGNALS, buckets: true, cores: workers, targetStartedSeconds: null, memoryBytes: null };
  const guards = guardSpecs({ ...plan, guards: { ...plan.guards, peers: false } }, facts).filter(({ spec }) => spec.role === 'limit');
  const scrapeMs = scrapeSeconds * 1000;
  for (let at = 0; at <= MINUTES * 60_000; at += scrapeMs) {
    for (let i = 0; i < scrapeMs / 500; i++) {
      member.step(rps, 0.5);
    }
    member.scrape(at, 120_000);
    const samples = { scrapeMs, subjects: [member.samples('target', at - 50_000)], router: null };
    if (at > 60_000 && guards.some(({ spec }) => evaluateGuard(spec, samples, at).verdict === 'stop')) {
      return false;
    }
  }
  return true;
}
