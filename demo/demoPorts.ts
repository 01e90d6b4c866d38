const FRONTEND = 1;
const EXPORTER = 10;
const INSTANCES = 20;
const INSTANCES_PER_SERVICE = 10;

/** Every port the demo listens on, all on the loopback address. */
export interface DemoPorts {
  readonly web: number;
  readonly prometheus: number;
  /** First port of the live part; the others follow from it. */
  readonly live: number;
}

/** Where the router takes requests for the n-th live service. */
export function frontendPort(ports: DemoPorts, service: number): number {
  return ports.live + FRONTEND + service;
}

export function instancePort(ports: DemoPorts, service: number, slot: number): number {
  return ports.live + INSTANCES + service * INSTANCES_PER_SERVICE + slot;
}

export function routerMetricsPort(ports: DemoPorts): number {
  return ports.live + EXPORTER;
}

export function loadGeneratorPort(ports: DemoPorts): number {
  return ports.live + EXPORTER + 1;
}

/** The keeper's HTTP interface: the routing contract and its metrics. */
export function keeperPort(ports: DemoPorts): number {
  return ports.live + EXPORTER + 3;
}

/** The lease inside HAProxy, for the keeper alone. */
export function leasePort(ports: DemoPorts): number {
  return ports.live + EXPORTER + 4;
}

export function continuationPort(ports: DemoPorts): number {
  return ports.live + EXPORTER + 2;
}
