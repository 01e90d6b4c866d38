import { FLEET, rows } from '../../domain/capacity/fleet.fixture';
import { facts } from '../../domain/capacity/serviceFacts.fixture';
import { EVERYTHING } from './Selection';
import { selectRows } from './selectRows';

const CART = facts();
const fleet = rows([...FLEET, CART]);
const names = (selection: Partial<typeof EVERYTHING>) =>
  selectRows(fleet, { ...EVERYTHING, ...selection }).rows.map(({ facts: f }) => f.service.name);

describe('selectRows', () => {
  it.each([
    ['all of them when nothing is named', {}, fleet.length],
    ['one by its name', { services: ['cart'] }, 1],
    ['one by scope and name', { services: ['shop/cart'] }, 1],
    ['one by its key', { services: [CART.service.key] }, 1],
    ['one however often it is named', { services: ['cart', 'shop/cart', CART.service.key] }, 1],
    ['those of a tier', { tiers: ['P2'] }, 1],
    ['those of two tiers', { tiers: ['P1', 'P2'] }, 4],
    ['those that are both', { services: ['cart', 'fine'], tiers: ['P0'] }, 1],
    ['those of an owner', { owners: ['team-cart'] }, fleet.length],
  ])('%s', (_, selection, count) => expect(names(selection)).toHaveLength(count));

  it('tells what was named and is not there', () => {
    expect(selectRows(fleet, { services: ['cart', 'crat'], tiers: [], owners: ['nobody'] })).toEqual({
      rows: [],
      absent: ['crat', 'owner nobody'],
    });
  });

  it('does not call a service absent that another filter leaves out', () => {
    expect(selectRows(fleet, { services: ['cart'], tiers: ['P2'], owners: [] })).toEqual({ rows: [], absent: [] });
  });

  it('asks for every service of a name that several carry', () => {
    const twice = rows([CART, facts({ service: { ...CART.service, key: 'other', sourceUid: 'other' } })]);
    expect(selectRows(twice, { ...EVERYTHING, services: ['shop/cart'] }).rows).toHaveLength(2);
  });

  it('finds 1500 named services among 1500', () => {
    const many = rows(
      Array.from({ length: 1500 }, (_, i) => facts({ service: { ...CART.service, key: `k${i}`, name: `s${i}` } }))
    );
    const services = many.map(({ facts: f }) => `shop/${f.service.name}`);
    expect(selectRows(many, { ...EVERYTHING, services })).toMatchObject({ rows: { length: 1500 }, absent: [] });
  });
});
