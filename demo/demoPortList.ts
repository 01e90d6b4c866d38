import { type NamedPort } from './cli/requireFreePorts';
import { continuationPort, type DemoPorts, keeperPort, leasePort, loadGeneratorPort, routerMetricsPort } from './demoPorts';
import { type LiveTarget } from './live/liveTargets';

/** Every port the demo is about to take, with what for. */
export function demoPortList(ports: DemoPorts, targets: readonly LiveTarget[], withHost: boolean): NamedPort[] {
  const live = (port: number, what: string): NamedPort => ({ port, what, option: '--live-port' });
  return [
    ...(withHost ? [{ port: ports.web, what: 'web page', option: '--port' }] : []),
    { port: ports.prometheus, what: 'Prometheus', option: '--prometheus-port' },
    live(routerMetricsPort(ports), 'HAProxy metrics'),
    live(loadGeneratorPort(ports), 'load generator'),
    live(continuationPort(ports), 'continued services'),
    live(keeperPort(ports), 'keeper'),
    live(leasePort(ports), 'lease in HAProxy'),
    ...targets.flatMap(({ service, frontend, instances }) => [
      live(frontend, `router for ${service.name}`),
      ...instances.map(({ slot, port }) => live(port, slot.name)),
    ]),
  ];
}
