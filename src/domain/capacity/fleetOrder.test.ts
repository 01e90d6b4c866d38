import { fleetOrder } from './fleetOrder';
import { FLEET, rows } from './fleet.fixture';

describe('fleetOrder', () => {
  it('is by tier, then worst first', () => {
    const names = rows(FLEET)
      .sort(fleetOrder)
      .map((r) => r.facts.service.name);
    expect(names).toEqual([
      'short by much',
      'short by little',
      'stale',
      'uneven',
      'unknown',
      'holds',
      'fine',
      'idle',
      'unpriced',
      'low tier short',
    ]);
  });

  it('gives one order from any start', () => {
    const forward = rows(FLEET).sort(fleetOrder);
    const backward = rows([...FLEET].reverse()).sort(fleetOrder);
    expect(backward.map((r) => r.facts.service.key)).toEqual(forward.map((r) => r.facts.service.key));
  });
});
