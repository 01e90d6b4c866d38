import { DAY } from '../base/Duration';
import { fleetSummary } from './fleetSummary';
import { NOW } from './serviceFacts.fixture';
import { FLEET, rows } from './fleet.fixture';

describe('fleetSummary', () => {
  it('counts what is missing, what can go and what is not known', () => {
    const summary = fleetSummary(rows(FLEET), NOW);
    expect(summary).toMatchObject({
      services: 10,
      byStatus: { short: 3, unbalanced: 1, unknown: 1, stale: 1, ok: 2, idle: 2 },
      shortByTier: { P0: 2, P1: 0, P2: 1 },
      // 47 - 45, 47 - 30, 16 - 6.
      instancesToAdd: 2 + 17 + 10,
      // P1: 31 required of 120.
      instancesToGiveBack: 2 * 89,
      givesBackPerMonth: 89 * 730,
      givesBackUnpriced: 89,
      withoutBenchmark: 1,
      judgedShare: 0.8,
    });
    expect(summary.oldestBenchmark).toMatchObject({ service: { name: 'holds' }, ageMs: 30 * DAY });
    expect(summary.coverage).toBeCloseTo(0.99, 9);
  });

  it('of an empty fleet knows nothing and invents nothing', () => {
    expect(fleetSummary([], NOW)).toEqual({
      services: 0,
      byStatus: { short: 0, unbalanced: 0, unknown: 0, stale: 0, ok: 0, idle: 0 },
      shortByTier: { P0: 0, P1: 0, P2: 0 },
      instancesToAdd: 0,
      instancesToGiveBack: 0,
      givesBackPerMonth: null,
      givesBackUnpriced: 0,
      oldestBenchmark: null,
      withoutBenchmark: 0,
      judgedShare: null,
      coverage: null,
    });
  });
});
