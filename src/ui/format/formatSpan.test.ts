import { DAY, HOUR, MINUTE } from '../../domain/base/Duration';
import { formatSpan } from './formatSpan';

describe('formatSpan', () => {
  it.each([
    [5 * MINUTE, '5 min'],
    [90 * DAY, '90 days'],
    [DAY, '1 day'],
    [2 * HOUR, '2 h'],
    [90 * MINUTE, '1.5 h'],
    [15_000, '15 s'],
    [250, '250 ms'],
  ])('%p ms reads %p', (span, text) => {
    expect(formatSpan(span)).toBe(text);
  });
});
