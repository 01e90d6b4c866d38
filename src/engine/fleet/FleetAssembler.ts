import type { ServiceFacts } from '../../domain/capacity/ServiceFacts';
import type { AssemblyContext } from './AssemblyContext';
import { FactsAssembler } from './FactsAssembler';
import type { ProfileReadings } from './ProfileReadings';
import { servicesOf } from './servicesOf';
import type { WorkSlices } from './WorkSlices';

/** Turns readings into facts of every service, in slices so that a thousand services do not freeze the page. */
export class FleetAssembler {
  readonly facts = new FactsAssembler();

  /** @throws AbortError when cancelled between slices */
  async assemble(all: readonly ProfileReadings[], context: AssemblyContext, slices: WorkSlices): Promise<readonly ServiceFacts[]> {
    const fleet: ServiceFacts[] = [];
    for (const readings of all) {
      for (const found of servicesOf(readings)) {
        const facts = this.facts.assemble(readings, found, context);
        if (facts) {
          fleet.push(facts);
        }
        await slices.breathe();
      }
    }
    return fleet;
  }
}
