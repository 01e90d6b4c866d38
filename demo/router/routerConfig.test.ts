/** @jest-environment node */
import { SERVICES } from '../history/services';
import { liveTargets } from '../live/liveTargets';
import { timelineFrom } from '../model/timeline';
import { routerConfig } from './routerConfig';

const timeline = timelineFrom(Date.UTC(2026, 10, 21, 12));
const targets = liveTargets(SERVICES, timeline, timeline.anchor, { web: 3000, prometheus: 9090, live: 24_080 });
const options = { metricsPort: 24_090, leasePort: 24_094, leaseToken: 'token-of-the-test', scripts: '/srv/routers' };
const lines = routerConfig(targets, options).split('\n');

describe('router configuration', () => {
  it('has a server for each live instance, named as its instance label, with weight 16 and a health check', () => {
    for (const { slot, port } of targets.flatMap(({ instances }) => instances)) {
      expect(lines).toContain(`    server ${slot.name} 127.0.0.1:${port} check weight 16`);
    }
    expect(lines.filter((line) => line.trim().startsWith('server ')).length).toBe(20);
  });

  it('binds the loopback address only', () => {
    const binds = lines.filter((line) => line.trim().startsWith('bind '));
    expect(binds).toHaveLength(6);
    expect(binds.every((line) => line.includes('127.0.0.1:'))).toBe(true);
  });

  it('offers the lease on its own port, to who has the token', () => {
    const lease = lines.slice(lines.indexOf('frontend headroom-lease'), lines.indexOf('frontend headroom-lease') + 5).join('\n');
    expect(lease).toContain('bind 127.0.0.1:24094');
    expect(lease).toMatch(/deny .* unless .* "Bearer token-of-the-test"/);
    expect(lease.indexOf('deny')).toBeLessThan(lease.indexOf('use-service lua.headroom'));
  });

  it('bounds the life of old workers', () => {
    expect(lines).toContain('    hard-stop-after 10s');
  });
});
