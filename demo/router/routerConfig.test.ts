/** @jest-environment node */
import { SERVICES } from '../history/services';
import { liveTargets } from '../live/liveTargets';
import { timelineFrom } from '../model/timeline';
import { routerConfig } from './routerConfig';

const timeline = timelineFrom(Date.UTC(2026, 10, 21, 12));
const targets = liveTargets(SERVICES, timeline, timeline.anchor, { web: 3000, prometheus: 9090, live: 24_080 });
const lines = routerConfig(targets, 24_090).split('\n');

describe('router configuration', () => {
  it('has a server for each live instance, named as its instance label, with weight 100 and a health check', () => {
    for (const { slot, port } of targets.flatMap(({ instances }) => instances)) {
      expect(lines).toContain(`    server ${slot.name} 127.0.0.1:${port} check weight 100`);
    }
    expect(lines.filter((line) => line.trim().startsWith('server ')).length).toBe(14);
  });

  it('binds the loopback address only', () => {
    const binds = lines.filter((line) => line.trim().startsWith('bind '));
    expect(binds).toHaveLength(4);
    expect(binds.every((line) => line.includes('127.0.0.1:'))).toBe(true);
  });
});
