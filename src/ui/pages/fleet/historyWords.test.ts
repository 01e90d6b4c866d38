import { DAY, HOUR } from '../../../domain/base/Duration';
import { NOW } from '../../testing/NOW';
import { historyWords } from './historyWords';

describe('historyWords', () => {
  it.each([
    [90 * DAY, 'Reading 90 days of history'],
    [DAY + HOUR, 'Reading 1 day of history'],
    [2 * HOUR, 'Reading history'],
    [-DAY, 'Reading history'],
  ])('history of %p ms: %p', (span, words) => expect(historyWords(NOW - span, NOW)).toBe(words));

  it('does not guess', () => expect(historyWords(null, NOW)).toBe('Reading history'));
});
