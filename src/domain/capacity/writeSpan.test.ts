import { DAY, HOUR, MINUTE } from '../base/Duration';
import { writeSpan } from './writeSpan';

describe('writeSpan', () => {
  it.each([
    [59_999, 'under a minute'],
    [16 * MINUTE, '16 min'],
    [2 * HOUR, '2 h'],
    [2 * HOUR + 5 * MINUTE, '2 h 5 min'],
    [2 * DAY + HOUR, '2 d 1 h'],
    [41 * DAY + HOUR, '41 d'],
  ])('writeSpan(%p) is %s', (span, text) => {
    expect(writeSpan(span)).toBe(text);
  });
});
