import fc from 'fast-check';
import { TIERS } from '../../../domain/catalogue/Tier';
import { COLUMN_IDS } from './ColumnId';
import { DEFAULT_QUERY, MAX_GROWTH_PERCENT, PAGE_SIZES, type FleetQuery } from './FleetQuery';
import { parseFleetQuery } from './parseFleetQuery';
import { serialiseFleetQuery } from './serialiseFleetQuery';
import { STATUS_KINDS } from './STATUS_KINDS';

const parse = (address: string) => parseFleetQuery(new URLSearchParams(address));
const write = (query: FleetQuery, others = '') => serialiseFleetQuery(query, new URLSearchParams(others)).toString();

describe('the view in the address', () => {
  it('is the default where the address says nothing', () => {
    expect(parse('')).toEqual(DEFAULT_QUERY);
    expect(write(DEFAULT_QUERY)).toBe('');
  });

  it('is read', () => {
    expect(
      parse('q=cart&tier=P0&tier=P1&owner=a&owner=&status=short&sort=-spare&group=owner&growth=20&page=3&size=50')
    ).toEqual({
      search: 'cart',
      tiers: ['P0', 'P1'],
      owners: ['a', ''],
      statuses: ['short'],
      sort: { column: 'spare', descending: true },
      byOwner: true,
      growthPercent: 20,
      page: 3,
      pageSize: 50,
    });
  });

  it.each<[address: string, field: keyof FleetQuery]>([
    ['tier=P9', 'tiers'],
    ['status=fine', 'statuses'],
    ['sort=colour', 'sort'],
    ['sort=-', 'sort'],
    ['group=tier', 'byOwner'],
    ['growth=-5', 'growthPercent'],
    ['growth=201', 'growthPercent'],
    ['growth=1e2', 'growthPercent'],
    ['growth=NaN', 'growthPercent'],
    ['page=0', 'page'],
    ['page=1.5', 'page'],
    ['page=99999999999999999999', 'page'],
    ['size=7', 'pageSize'],
  ])('ignores %s alone and keeps the rest', (address, field) => {
    expect(parse(`${address}&q=cart`)).toEqual({ ...DEFAULT_QUERY, search: 'cart', [field]: DEFAULT_QUERY[field] });
  });

  it('keeps the good values of a list that holds a bad one', () => {
    expect(parse('tier=P9&tier=P1').tiers).toEqual(['P1']);
  });

  it('leaves parameters of others alone', () => {
    expect(write({ ...DEFAULT_QUERY, search: 'a' }, 'orgId=2&kiosk&q=old&page=9')).toBe('orgId=2&kiosk=&q=a');
  });

  it('comes back as it was written, whatever people type and whatever owners are called', () => {
    const query = fc.record({
      search: fc.string(),
      tiers: fc.subarray([...TIERS]),
      owners: fc.uniqueArray(fc.string()),
      statuses: fc.subarray([...STATUS_KINDS]),
      sort: fc.option(fc.record({ column: fc.constantFrom(...COLUMN_IDS), descending: fc.boolean() })),
      byOwner: fc.boolean(),
      growthPercent: fc.integer({ min: 0, max: MAX_GROWTH_PERCENT }),
      page: fc.integer({ min: 1, max: 999 }),
      pageSize: fc.constantFrom(...PAGE_SIZES),
    });
    fc.assert(fc.property(query, (q) => expect(parse(write(q))).toEqual(q)));
  });
});
