import { unknown } from '../../../domain/base/Figure';
import { judgedFixture } from '../../testing/judgedFixture';
import { breakingList } from './breakingList';

describe('breakingList', () => {
  it('stands in the order in which services break and counts those nobody can tell', () => {
    const list = breakingList([
      judgedFixture({ name: 'roomy', ready: 60 }),
      judgedFixture({ name: 'dark', instances: unknown('instances', 'not counted') }),
      judgedFixture({ name: 'tight', ready: 7 }),
      judgedFixture({ name: 'broken', ready: 2 }),
    ]);
    expect(list.breaking.map((b) => b.service.name)).toEqual(['broken', 'tight', 'roomy']);
    expect(list.breaking[0]?.breaksAbove).toBeLessThan(0);
    expect(list.unknown).toBe(1);
  });
});
