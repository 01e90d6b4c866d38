import { type ServiceDefinition } from '../history/serviceDefinition';
import { type Timeline } from './timeline';
import { trendAt } from './demandAt';
import { phaseAt } from './phaseAt';

const MINUTE = 60_000;
const SCALE_IN_WINDOW = [0, 2.5, 5] as const;
const START_UP = 3 * MINUTE;

function wantedAt(service: ServiceDefinition, timeline: Timeline, at: number): number {
  const scaler = service.autoscaler;
  const phase = phaseAt(service, timeline, 0, at);
  if (!scaler || !phase) {
    return phase?.instances ?? 0;
  }
  const coresPerRequest = phase.cpuMs / 1000;
  const room = scaler.targetUse * service.cores - service.idleCpu;
  const wanted = Math.ceil((trendAt(service, timeline, at) * coresPerRequest) / room);
  return Math.min(scaler.max, Math.max(scaler.min, wanted));
}

/** What the autoscaler asks for: scale-in waits for its stabilisation window. */
export function desiredReplicasAt(service: ServiceDefinition, timeline: Timeline, at: number): number {
  return Math.max(...SCALE_IN_WINDOW.map((minutes) => wantedAt(service, timeline, at - minutes * MINUTE)));
}

/** What is ready: new instances need their start-up time. */
export function readyReplicasAt(service: ServiceDefinition, timeline: Timeline, at: number): number {
  return desiredReplicasAt(service, timeline, at - START_UP);
}
