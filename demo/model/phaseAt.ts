import { type Phase, type ServiceDefinition } from '../history/serviceDefinition';
import { type Timeline, workMorning } from './timeline';

const ROLL_OUT_STEP = 5 * 60_000;

/** The release an instance slot runs at a time; undefined before the first one. Slots follow one another in a roll-out. */
export function phaseAt(service: ServiceDefinition, timeline: Timeline, slot: number, at: number): Phase | undefined {
  for (let i = service.phases.length - 1; i >= 0; i--) {
    const phase = service.phases[i];
    if (phase && workMorning(timeline, phase.daysAgo) + slot * ROLL_OUT_STEP <= at) {
      return phase;
    }
  }
  return undefined;
}
