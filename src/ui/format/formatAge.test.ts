import { DAY, HOUR } from '../../domain/base/Duration';
import { formatAge } from './formatAge';

const NOW = Date.UTC(2026, 10, 21, 12);

describe('formatAge', () => {
  it.each([
    [12 * DAY, '12 days ago'],
    [3 * HOUR, '3 hours ago'],
    [20_000, 'just now'],
    [0, 'just now'],
    [-60_000, 'just now'],
  ])('%p ms back reads %p', (back, text) => {
    expect(formatAge(NOW - back, NOW)).toBe(text);
  });

  it('says so when the other clock runs ahead', () => {
    expect(formatAge(NOW + 2 * HOUR, NOW)).toBe('in 2 hours');
  });
});
