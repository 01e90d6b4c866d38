import type { ServiceFacts } from '../../domain/capacity/ServiceFacts';
import type { Clock } from '../../ports/Clock';
import type { AssemblyContext } from './AssemblyContext';
import { FactsAssembler } from './FactsAssembler';
import type { ProfileReadings } from './ProfileReadings';
import { servicesOf } from './servicesOf';

/** Longest stretch of work before the page gets a turn, milliseconds. */
const SLICE = 12;

/** Turns readings into facts of every service, in slices so that a thousand services do not freeze the page. */
export class FleetAssembler {
  readonly facts = new FactsAssembler();

  constructor(private readonly clock: Clock) {}

  /** @throws AbortError when cancelled between slices */
  async assemble(all: readonly ProfileReadings[], context: AssemblyContext, signal: AbortSignal): Promise<readonly ServiceFacts[]> {
    const fleet: ServiceFacts[] = [];
    let sliceStart = this.clock.now();
    for (const readings of all) {
      for (const found of servicesOf(readings)) {
        const facts = this.facts.assemble(readings, found, context);
        if (facts) {
          fleet.push(facts);
        }
        if (this.clock.now() - sliceStart > SLICE) {
          await this.clock.sleep(0, signal);
          sliceStart = this.clock.now();
        }
      }
    }
    return fleet;
  }
}
