import { matchesLabels } from './matchesLabels';

describe('labels against matchers', () => {
  it.each([
    ['equal', { code: '500' }, { label: 'code', op: '=', value: '500' }, true],
    ['not equal', { code: '500' }, { label: 'code', op: '!=', value: '500' }, false],
    ['anchored', { code: '1500' }, { label: 'code', op: '=~', value: '5..' }, false],
    ['a pattern', { code: '503' }, { label: 'code', op: '=~', value: '5..|429' }, true],
    ['alternatives are anchored as a whole', { code: '4290' }, { label: 'code', op: '=~', value: '5..|429' }, false],
    ['not a pattern', { code: '200' }, { label: 'code', op: '!~', value: '5..' }, true],
    ['absent is empty', {}, { label: 'code', op: '=', value: '' }, true],
  ] as const)('%s', (_name, labels, matcher, expected) => {
    expect(matchesLabels(labels, [matcher])).toBe(expected);
  });
});
