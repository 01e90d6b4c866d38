import { DAY, HOUR } from '../../domain/base/Duration';
import { formatOldness } from './formatOldness';

const NOW = Date.UTC(2026, 10, 21, 12);

describe('formatOldness', () => {
  it.each([
    [12 * DAY, '12 days'],
    [92 * DAY, '3 months'],
    [3 * HOUR, '3 hours'],
    [20_000, 'new'],
    [-HOUR, 'new'],
  ])('%p ms back reads %p', (back, text) => expect(formatOldness(NOW - back, NOW)).toBe(text));
});
