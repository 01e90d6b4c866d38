import fc from 'fast-check';
import { quantise } from './quantise';

const member = (id: string, weight: number, serving = true) => ({ id, weight, serving });
const UNIT = { min: 0, max: 256, step: 1 };

it.each<[string, number[], Record<string, number>, Record<string, number>]>([
  ['a fifth of twenty', Array.from({ length: 20 }, () => 10), { m0: 2000 }, { m0: 47 }],
  ['a half of two', [100, 100], { m0: 5000 }, { m0: 100 }],
  ['nothing', [100, 100], { m0: 0 }, { m0: 0 }],
  ['two of four', [100, 100, 100, 100], { m0: 3000, m1: 3000 }, { m0: 150, m1: 150 }],
])('gives %s', (_name, weights, asked, expected) => {
  expect(quantise(weights.map((w, i) => member(`m${i}`, w)), asked, UNIT)).toMatchObject({ kind: 'quantised', weights: expected });
});

it('counts only members that serve', () => {
  expect(quantise([member('a', 100), member('b', 100), member('c', 100, false)], { a: 5000 }, UNIT)).toMatchObject({ weights: { a: 100 } });
});

it('says what to do about twenty members of weight 100, where a fifth needs 475', () => {
  const members = Array.from({ length: 20 }, (_, i) => member(`m${i}`, 100));
  expect(quantise(members, { m0: 2000 }, UNIT)).toMatchObject({ code: 'not_representable', detail: expect.stringContaining('configure lower base weights') });
});

it('never gives more than was asked, and is within a unit of it', () => {
  const asked = fc.record({ m0: fc.integer({ min: 0, max: 4900 }), m1: fc.integer({ min: 0, max: 4900 }) });
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 100 }), { minLength: 4, maxLength: 12 }), asked, (weights, shares) => {
      const members = weights.map((w, i) => member(`m${i}`, w));
      const result = quantise(members, shares, { ...UNIT, max: 100_000 });
      if (result.kind === 'refused') {
        return result.code === 'not_representable';
      }
      const total = members.reduce((sum, m) => sum + (result.weights[m.id] ?? m.weight), 0);
      return Object.entries(shares).every(([id, bp]) => {
        const share = (result.weights[id] ?? 0) / total;
        return share <= bp / 10_000 + 1e-12 && ((result.weights[id] ?? 0) + 3) / (total + 3) >= bp / 10_000 - 1e-9;
      });
    })
  );
});
