import * as fc from 'fast-check';
import { inputs } from './capacityInputs.fixture';
import { capacityOf } from './capacityOf';
import { mixedSpecs } from './mixedSpecs';

describe('mixedSpecs', () => {
  it('sums what instances carry by spec', () => {
    const mixed = mixedSpecs([
      { spec: 'large', instances: 4, limits: { benchmark: 300 } },
      { spec: 'small', instances: 6, limits: { benchmark: 200, cpu: { cores: 1, secondsPerRequest: 0.01 } } },
    ]);
    expect(mixed).toEqual({
      limits: { benchmark: 180 },
      instances: 10,
      total: 1800,
      lines: [
        'large: 4 × 300 (benchmark) = 1200',
        'small: 6 × 100 (by CPU) = 600',
        'average instance = 1800 / 10 = 180',
      ],
    });
  });

  it('carries what its parts carry', () => {
    const group = fc.record({
      spec: fc.constant('s'),
      instances: fc.integer({ min: 1, max: 50 }),
      benchmark: fc.double({ min: 1, max: 1e4, noNaN: true }),
    });
    fc.assert(
      fc.property(fc.array(group, { minLength: 1, maxLength: 4 }), (groups) => {
        const mixed = mixedSpecs(groups.map(({ benchmark, ...rest }) => ({ ...rest, limits: { benchmark } })));
        const policy = inputs({ survival: { kind: 'none' }, degradedReserve: 0, limits: mixed.limits });
        const parts = groups.reduce(
          (sum, g) => sum + capacityOf(g.instances, { ...policy, limits: { benchmark: g.benchmark } }),
          0
        );
        expect(capacityOf(mixed.instances, policy) / parts).toBeCloseTo(1, 9);
      })
    );
  });

  it('refuses specs without instances or limits', () => {
    expect(() => mixedSpecs([])).toThrow('invalid specs: no instance in any of them');
    expect(() => mixedSpecs([{ spec: 'a', instances: 1.5, limits: { benchmark: 1 } }])).toThrow(
      'invalid number of instances: 1.5'
    );
    expect(() => mixedSpecs([{ spec: 'a', instances: 1, limits: {} }])).toThrow('none is known');
  });
});
