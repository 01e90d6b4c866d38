import { DEFAULT_POLICY } from '../../../../domain/catalogue/TierPolicy';
import { policyMargins } from './policyMargins';

it.each([
  ['P0', 3, '2.65'],
  ['P0', 2, '3.53'],
  ['P1', 3, '1.79'],
  ['P2', 3, '1.25'],
] as const)('%s over %i zones asks for %s times the peak', (tier, zones, expected) => {
  expect(policyMargins(DEFAULT_POLICY[tier], zones).total.toFixed(2)).toBe(expected);
});

it('writes the arithmetic out', () => {
  expect(policyMargins(DEFAULT_POLICY.P0, 3).lines).toEqual([
    'Normal: 1.5 / (1 − 0.3) = 2.14',
    'After losing one of 3 zones: 1.5 / (1 − 0.15) × 3/2 = 2.65',
  ]);
});
