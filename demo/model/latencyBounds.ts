import { type ServiceDefinition } from '../history/serviceDefinition';

const LADDER = [0.002, 0.003, 0.005, 0.008, 0.012, 0.02, 0.03, 0.05, 0.08, 0.12, 0.2, 0.3, 0.5, 0.8, 1.2, 2, 3, 5];
const FINITE_BOUNDS = 8;
const known = new WeakMap<ServiceDefinition, readonly number[]>();

/** Histogram bounds of a service in seconds: eight steps that begin below its quiet latency (+Inf makes nine). */
export function latencyBounds(service: ServiceDefinition): readonly number[] {
  const bounds = known.get(service) ?? boundsOf(service);
  known.set(service, bounds);
  return bounds;
}

function boundsOf(service: ServiceDefinition): readonly number[] {
  const quiet = ((service.phases[0]?.cpuMs ?? 10) + service.ioMs) / 1000;
  const first = Math.max(
    0,
    LADDER.findIndex((bound) => bound > quiet * 0.5)
  );
  return LADDER.slice(Math.min(first, LADDER.length - FINITE_BOUNDS)).slice(0, FINITE_BOUNDS);
}
