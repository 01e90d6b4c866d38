import { HOUR } from '../../../domain/base/Duration';
import { fleetSummary } from '../../../domain/capacity/fleetSummary';
import { fleetFixture } from '../../testing/fleetFixture';
import { judged, judgedFixture } from '../../testing/judgedFixture';
import { NOW } from '../../testing/NOW';
import { arrangeFleet } from './arrangeFleet';
import { DEFAULT_QUERY, type FleetQuery } from './FleetQuery';
import type { JudgedService } from './JudgedService';

const names = (services: readonly JudgedService[]) => services.map((s) => s.facts.service.name);
const arrange = (services: readonly JudgedService[], query: Partial<FleetQuery>) =>
  arrangeFleet(services, { ...DEFAULT_QUERY, ...query }, (s) => s.facts.service.name);

describe('arrangeFleet', () => {
  const fleet = [
    judgedFixture({ name: 'mail', owner: 'a', tier: 'P2' }),
    judgedFixture({ name: 'cart', owner: null, tier: 'P0', ready: 60 }),
    judgedFixture({ name: 'pay', owner: 'b', tier: 'P0', ready: 2 }),
    judgedFixture({ name: 'auth', owner: 'a', tier: 'P0', ready: 90 }),
  ];

  it('stands worst first within tier', () => {
    expect(names(arrange(fleet, {}).matching)).toEqual(['pay', 'cart', 'auth', 'mail']);
  });

  it('groups by owner, the owner of the worst first, nobody among them', () => {
    const { groups } = arrange(fleet, { byOwner: true });
    expect(groups.map((g) => [g.owner, names(g.services), g.total, g.short])).toEqual([
      ['b', ['pay'], 1, 1],
      ['', ['cart'], 1, 0],
      ['a', ['auth', 'mail'], 2, 0],
    ]);
  });

  it('counts a stale service that lacks instances as short, as the summary does', () => {
    const stale = judgedFixture({ name: 'pay', owner: 'b', tier: 'P0', ready: 2, lastSeen: NOW - HOUR });
    expect(stale.judgement.status.kind).toBe('stale');
    expect(arrange([stale], { byOwner: true }).groups[0]?.short).toBe(1);
    expect(fleetSummary([stale], NOW).shortByTier.P0).toBe(1);
  });

  it('cuts pages across groups and still counts the whole group', () => {
    const many = judged(fleetFixture(60));
    const first = arrange(many, { byOwner: true, pageSize: 25 });
    const second = arrange(many, { byOwner: true, pageSize: 25, page: 2 });
    const third = arrange(many, { byOwner: true, pageSize: 25, page: 3 });
    const seen = [first, second, third].map((a) => a.groups.flatMap((g) => names(g.services)));
    expect(seen.map((page) => page.length)).toEqual([25, 25, 10]);
    expect(new Set(seen.flat()).size).toBe(60);
    expect(seen.flat()).toEqual(names(first.matching));
  });

  it('shows the last page when the address asks for one beyond it', () => {
    expect(arrange(fleet, { page: 99 })).toMatchObject({ page: 1, pages: 1 });
  });

  it('has one empty page when nothing matches', () => {
    expect(arrange(fleet, { search: 'nothing of that name' })).toMatchObject({
      matching: [],
      groups: [],
      page: 1,
      pages: 1,
    });
  });
});
