import { unknown, valueOf } from '../base/Figure';
import { breakingOrder } from './breakingOrder';
import { judgeService } from './judgeService';
import { NOW } from './serviceFacts.fixture';
import { FLEET } from './fleet.fixture';

describe('breakingOrder', () => {
  it('is by growth the service takes, unknown last', () => {
    const order = breakingOrder(FLEET, NOW);
    expect(order.map((b) => b.facts.service.name).slice(0, 2)).toEqual(['low tier short', 'short by much']);
    expect(order.at(-1)).toMatchObject({ facts: { service: { name: 'unknown' } }, breaksAbove: { known: false } });
    const growths = order.map((b) => valueOf(b.breaksAbove)).filter((g) => g !== null);
    expect(growths).toEqual([...growths].sort((a, b) => a - b));
  });

  it.each(FLEET.filter((f) => f.service.name !== 'unknown').map((f) => [f.service.name, f] as const))(
    'just below the growth %s holds without event factor, just above it is short',
    (_, f) => {
      const growth = valueOf(breakingOrder([f], NOW)[0]?.breaksAbove ?? unknown('growth', 'none')) ?? NaN;
      const spare = (at: number) =>
        valueOf(judgeService(f, { growth: at, now: NOW, overrides: { eventFactor: 1 } }).spare) ?? NaN;
      expect(spare(growth - 1e-6)).toBeGreaterThanOrEqual(0);
      expect(spare(growth + 1e-6)).toBeLessThan(0);
    }
  );
});
