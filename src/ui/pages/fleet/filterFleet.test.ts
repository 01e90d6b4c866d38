import { judgedFixture } from '../../testing/judgedFixture';
import { DEFAULT_QUERY, type FleetQuery } from './FleetQuery';
import { filterFleet } from './filterFleet';

const fleet = [
  judgedFixture({ name: 'cart', namespace: 'shop', owner: 'Team Ö', tier: 'P0', ready: 2 }),
  judgedFixture({ name: 'cart', namespace: 'edge', owner: null, tier: 'P1', ready: 12 }),
  judgedFixture({ name: '[a-z]+', namespace: 'shop', owner: 'x', tier: 'P2', ready: 12 }),
];
const left = (query: Partial<FleetQuery>) =>
  filterFleet(fleet, { ...DEFAULT_QUERY, ...query }).map((s) => `${s.facts.service.scope}/${s.facts.service.name}`);

describe('filterFleet', () => {
  it.each<[name: string, query: Partial<FleetQuery>, expected: string[]]>([
    ['nothing asked', {}, ['shop/cart', 'edge/cart', 'shop/[a-z]+']],
    ['blanks only', { search: '  ' }, ['shop/cart', 'edge/cart', 'shop/[a-z]+']],
    ['one word, any case', { search: 'CART' }, ['shop/cart', 'edge/cart']],
    ['every word must match', { search: 'cart shop' }, ['shop/cart']],
    ['owner, any case', { search: 'team ö' }, ['shop/cart']],
    ['a search is no pattern', { search: '[a-z]+' }, ['shop/[a-z]+']],
    ['tier', { tiers: ['P1', 'P2'] }, ['edge/cart', 'shop/[a-z]+']],
    ['nobody as owner', { owners: [''] }, ['edge/cart']],
    ['status', { statuses: ['short'] }, ['shop/cart']],
    ['all of them together', { search: 'cart', tiers: ['P0'], owners: [''] }, []],
  ])('%s', (_, query, expected) => {
    expect(left(query)).toEqual(expected);
  });
});
