/** @jest-environment node */
import { parseConfig } from '../../keeper/config/parseConfig';
import { DemoPaths } from '../demoPaths';
import { SERVICES } from '../history/services';
import { liveTargets } from '../live/liveTargets';
import { timelineFrom } from '../model/timeline';
import { keeperConfig } from './keeperConfig';

const timeline = timelineFrom(Date.UTC(2026, 10, 21, 12));
const ports = { web: 3000, prometheus: 9090, live: 24_080 };
const targets = liveTargets(SERVICES, timeline, timeline.anchor, ports);
const config = parseConfig(JSON.stringify(keeperConfig(new DemoPaths('/srv/headroom'), ports, targets)));

describe('configuration of the keeper', () => {
  it('is one that the keeper reads, with a pool for each live service', () => {
    expect(config.pools.map(({ id, service }) => [id, service])).toEqual(
      targets.map(({ service }) => [service.name, `${service.namespace}/${service.name}`])
    );
    expect(config.listen).toEqual({ host: '127.0.0.1', port: 24_093 });
  });

  it('names each target as HAProxy and Prometheus do', () => {
    config.pools.forEach((pool, index) => {
      const names = targets[index]?.instances.map(({ slot }) => slot.name) ?? [];
      expect(pool.members).toEqual(Object.fromEntries(names.map((name) => [name, name])));
    });
  });

  it('holds every pool to the lease in HAProxy', () => {
    expect(config.pools.every(({ requireRouterLease }) => requireRouterLease)).toBe(true);
    expect(config.routers.haproxy?.adapter).toBe('haproxy-lua');
  });
});
