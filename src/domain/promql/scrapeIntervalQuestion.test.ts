import { SECOND } from '../base/Duration';
import { scrapeIntervalFrom, scrapeIntervalQuestion } from './scrapeIntervalQuestion';

describe('scrape interval', () => {
  it('is asked of one metric within the scope', () => {
    expect(scrapeIntervalQuestion('m', [{ label: 'cluster', op: '=', value: 'a' }])).toBe(
      'max (count_over_time(m{cluster="a"}[10m]))'
    );
  });

  it.each([
    ['every 5 s', 120, 5],
    ['every 15 s', 40, 15],
    ['every 15 s, one lost', 39, 15],
    ['every 30 s, both ends counted', 21, 30],
    ['every minute', 10, 60],
    ['rarer than the ladder', 1, 300],
  ])('reads %s', (_name, count, seconds) => {
    expect(scrapeIntervalFrom([{ value: count }])).toBe(seconds * SECOND);
  });

  it.each([
    ['no answer', []],
    ['no samples', [{ value: 0 }]],
    ['NaN', [{ value: NaN }]],
  ])('takes 15 s for %s', (_name, rows) => {
    expect(scrapeIntervalFrom(rows)).toBe(15 * SECOND);
  });
});
