import type { SurvivalRule } from '../../../domain/capacity/CapacityInputs';
import { inputs } from '../../../domain/capacity/capacityInputs.fixture';
import { lossWords } from './lossWords';

it.each<[string, SurvivalRule | null, string]>([
  ['a zone', { kind: 'zone', zones: 3 }, 'Growth after losing a zone'],
  ['an instance', { kind: 'n+1' }, 'Growth after losing an instance'],
  ['nothing', { kind: 'none' }, 'Growth after a loss'],
  ['what nobody knows yet', null, 'Growth after losing what must be survived'],
])('where %s must be survived', (_, survival, label) => {
  const words = lossWords({ inputs: survival && inputs({ survival }) });
  expect(words.label).toBe(label);
  expect(words.detail).toMatch(survival?.kind === 'none' ? /^the policy asks nothing to be survived$/ : /degraded reserve/);
});
