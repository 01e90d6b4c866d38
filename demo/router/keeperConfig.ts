import { type DemoPaths } from '../demoPaths';
import { type DemoPorts, keeperPort, leasePort } from '../demoPorts';
import { type LiveTarget } from '../live/liveTargets';

/** Wide, because the point of the demo is to find a limit with the traffic there is. */
const LIMITS = { ceilingBp: 9000, largestStepBp: 4000, minDwellSeconds: 5, maxLifetimeSeconds: 7200, minTtlSeconds: 5, maxTtlSeconds: 120 } as const;

const poolOf = ({ service, instances }: LiveTarget): object => ({
  id: service.name,
  service: `${service.namespace}/${service.name}`,
  router: 'haproxy',
  routerPool: service.name,
  kind: 'instance',
  // A target of the contract, a server of HAProxy and the `instance` label of Prometheus are one name.
  members: Object.fromEntries(instances.map(({ slot }) => [slot.name, slot.name])),
  scrapeIntervalSeconds: 5,
  requireRouterLease: true,
  limits: LIMITS,
});

/** Configuration of the keeper beside the demo's HAProxy: one pool a live service, the lease in HAProxy itself. */
export function keeperConfig(paths: DemoPaths, ports: DemoPorts, targets: readonly LiveTarget[]): object {
  return {
    listen: { host: '127.0.0.1', port: keeperPort(ports) },
    token: { file: paths.keeperToken },
    stateDirectory: paths.keeperState,
    routers: {
      haproxy: {
        adapter: 'haproxy-lua',
        options: { urls: [`http://127.0.0.1:${leasePort(ports)}/headroom`], tokenFile: paths.leaseToken },
      },
    },
    pools: targets.map(poolOf),
  };
}
