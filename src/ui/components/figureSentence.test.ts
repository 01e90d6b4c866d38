import { NO_EVIDENCE } from '../../domain/base/Evidence';
import { known, unknown, type Figure } from '../../domain/base/Figure';
import { figureMark } from './figureMark';
import { figureSentence } from './figureSentence';

const cases: ReadonlyArray<readonly [name: string, figure: Figure, mark: string, sentence: string]> = [
  ['measured', known(260, 'reqps', 'measured'), '', 'ATH: 260 req/s'],
  ['declared', known(260, 'reqps', 'declared'), '', 'ATH: 260 req/s, declared'],
  ['estimated', known(260, 'reqps', 'estimated'), '≈ ', 'ATH: 260 req/s, estimated'],
  ['extrapolated', known(260, 'reqps', 'extrapolated'), '≈ ', 'ATH: 260 req/s, extrapolated'],
  ['censored', known(260, 'reqps', 'measured', NO_EVIDENCE, 'at least'), '≥ ', 'ATH: at least 260 req/s'],
  ['upper bound', known(260, 'reqps', 'estimated', NO_EVIDENCE, 'at most'), '≤ ', 'ATH: at most 260 req/s, estimated'],
  ['stale', known(260, 'reqps', 'measured', { origins: [], stale: true }), '', 'ATH: 260 req/s, stale'],
  [
    'still filling',
    known(260, 'reqps', 'measured', { origins: [], partial: true }),
    '',
    'ATH: 260 req/s, history still being read',
  ],
  ['unknown', unknown('reqps', 'no samples', 'Check the scrape'), '', 'ATH: unknown. No samples. Check the scrape'],
  ['unknown without a step', unknown('reqps', 'No samples!'), '', 'ATH: unknown. No samples!'],
  ['not finite', known(NaN, 'reqps', 'measured'), '', 'ATH: unknown. The data source answered NaN.'],
];

describe('a figure in words', () => {
  it.each(cases)('%s: every mark is spelled out', (_, figure, mark, sentence) => {
    expect(figureMark(figure)).toBe(mark);
    expect(figureSentence('ATH', figure, '')).toBe(sentence);
  });
});
