import type { Evidence, Origin } from '../../domain/base/Evidence';
import { coverageWords } from './coverageWords';

const query = (expr: string): Origin => ({ kind: 'query', source: 'prom', expr });
const window = { from: 0, to: 1000 };

describe('coverageWords', () => {
  const cases: ReadonlyArray<readonly [name: string, evidence: Evidence, words: string | null]> = [
    ['is silent when nobody knows', { origins: [query('a')] }, null],
    ['speaks of its own window', { origins: [query('a')], window, coverage: 1 }, '100\u00a0% of expected samples in its window'],
    ['speaks of one query', { origins: [query('a')], coverage: 0.5 }, '50\u00a0% of expected samples in its window'],
    [
      'says that others are worse covered than the figure beside it',
      { origins: [{ kind: 'derived', lines: ['a / b'] }, query('a'), query('b')], coverage: 0.26 },
      '26\u00a0% of expected samples for the least covered of the figures it is worked out of',
    ],
  ];
  it.each(cases)('%s', (_, evidence, words) => expect(coverageWords(evidence)).toBe(words));
});
