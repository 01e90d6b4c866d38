import { type DemoPorts, frontendPort, instancePort } from '../demoPorts';
import { type ServiceDefinition } from '../history/serviceDefinition';
import { type InstanceSlot, instanceSlotsAt } from '../model/instanceSlot';
import { type Timeline } from '../model/timeline';

export interface LiveInstance {
  readonly slot: InstanceSlot;
  readonly port: number;
}

/** A service of the live part: where the router takes its requests, and the instances behind it. */
export interface LiveTarget {
  readonly service: ServiceDefinition;
  readonly frontend: number;
  readonly instances: readonly LiveInstance[];
}

export function isLive(service: ServiceDefinition): boolean {
  return service.situations.includes('live');
}

export function liveTargets(
  services: readonly ServiceDefinition[],
  timeline: Timeline,
  at: number,
  ports: DemoPorts
): LiveTarget[] {
  return services.filter(isLive).map((service, index) => ({
    service,
    frontend: frontendPort(ports, index),
    instances: instanceSlotsAt(service, timeline, at).map((slot) => ({
      slot,
      port: instancePort(ports, index, slot.index),
    })),
  }));
}
