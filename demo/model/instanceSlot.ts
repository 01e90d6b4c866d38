import { type Phase, type ServiceDefinition } from '../history/serviceDefinition';
import { hashText } from './hashText';
import { isDrillAt } from './isDrillAt';
import { phaseAt } from './phaseAt';
import { readyReplicasAt } from './replicasAt';
import { type Timeline } from './timeline';

/** One place in the service's pool and what runs in it. */
export interface InstanceSlot {
  readonly index: number;
  readonly name: string;
  readonly zone: string;
  readonly phase: Phase;
  /** Weight in the router: never quite equal. */
  readonly weight: number;
}

const SUFFIX = 'bcdfghjklmnpqrstvwxz2456789';

function suffix(text: string, length: number): string {
  let hash = hashText(text);
  let out = '';
  for (let i = 0; i < length; i++) {
    out += SUFFIX[hash % SUFFIX.length];
    hash = hashText(`${out}${hash}`);
  }
  return out;
}

function instanceName(service: ServiceDefinition, version: string, index: number): string {
  const release = `${service.name}${version}`;
  if (service.family === 'opentelemetry') {
    return `${service.name}-${suffix(release, 9)}-${suffix(`${release}/${index}`, 5)}`;
  }
  return `${service.name}-${suffix(release, 4)}-${index + 1}`;
}

// Asked at every tick of 90 days: names are made once.
const made = new WeakMap<ServiceDefinition, Map<string, InstanceSlot>>();

function slotOf(service: ServiceDefinition, phase: Phase, index: number): InstanceSlot {
  const known = made.get(service) ?? new Map<string, InstanceSlot>();
  made.set(service, known);
  const key = `${phase.daysAgo}/${index}`;
  const slot = known.get(key) ?? newSlot(service, phase, index);
  known.set(key, slot);
  return slot;
}

function newSlot(service: ServiceDefinition, phase: Phase, index: number): InstanceSlot {
  return {
    index,
    name: instanceName(service, phase.version, index),
    zone: service.zones[index % service.zones.length] ?? 'eu-1a',
    phase,
    weight: 1 + ((hashText(`${service.name}${index}`) % 100) / 100 - 0.5) * 0.04,
  };
}

function mostSlots(service: ServiceDefinition, timeline: Timeline, at: number): number {
  if (isDrillAt(service, timeline, at)) {
    return service.drills?.keep ?? 0;
  }
  const highest = Math.max(...service.phases.map((phase) => phase.instances));
  return service.autoscaler ? readyReplicasAt(service, timeline, at) : highest;
}

/** The instances that take traffic at a time, in slot order. */
export function instanceSlotsAt(service: ServiceDefinition, timeline: Timeline, at: number): InstanceSlot[] {
  const slots: InstanceSlot[] = [];
  const most = mostSlots(service, timeline, at);
  for (let index = 0; index < most; index++) {
    const phase = phaseAt(service, timeline, index, at);
    if (phase && (service.autoscaler || index < phase.instances)) {
      slots.push(slotOf(service, phase, index));
    }
  }
  return slots;
}
