import { unknown, valueOf } from '../../../domain/base/Figure';
import { judgedFixture } from '../../testing/judgedFixture';
import { sortFleet, type SortValue } from './sortFleet';

const name: SortValue = (s) => s.facts.service.name;
const instances: SortValue = (s) => valueOf(s.facts.instances);
const fleet = [
  judgedFixture({ name: 'web-10', ready: 5 }),
  judgedFixture({ name: 'Web-9', instances: unknown('instances', 'not counted') }),
  judgedFixture({ name: 'api', ready: 9 }),
];
const order = (column: 'service' | 'instances', descending: boolean, value: SortValue) =>
  sortFleet(fleet, { column, descending }, value).map((s) => s.facts.service.name);

describe('sortFleet', () => {
  it('sorts names as people do: numbers as numbers, any case', () => {
    expect(order('service', false, name)).toEqual(['api', 'Web-9', 'web-10']);
    expect(order('service', true, name)).toEqual(['web-10', 'Web-9', 'api']);
  });

  it.each([true, false])('puts unknown last, descending %p: it is not the least', (descending) => {
    expect(order('instances', descending, instances).at(-1)).toBe('Web-9');
  });

  it('does not touch the list it was given', () => {
    const before = [...fleet];
    order('service', true, name);
    expect(fleet).toEqual(before);
  });

  it('is worst first within tier for a column it does not know', () => {
    const p0 = judgedFixture({ name: 'z', tier: 'P0' });
    expect(sortFleet([...fleet, p0], null, null)[0]).toBe(p0);
  });
});
