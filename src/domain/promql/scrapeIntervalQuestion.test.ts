import { SECOND } from '../base/Duration';
import { scrapeIntervalFrom, scrapeIntervalQuestion } from './scrapeIntervalQuestion';
import { syntaxErrors } from './testing/questionContexts';

const rows = (counts: Readonly<Record<string, number>>) =>
  Object.entries(counts).map(([name, value]) => ({ labels: { headroom_window: name }, value }));

describe('scrape interval', () => {
  it('is asked of one metric within the scope, in three windows that end short of their last sample', () => {
    const text = scrapeIntervalQuestion('m', [{ label: 'cluster', op: '=', value: 'a' }]);
    expect(syntaxErrors(text)).toEqual([]);
    expect(text.match(/m\{cluster="a"\}\[[^\]]*\]/g)).toEqual(['59s900ms', '2m59s900ms', '9m59s900ms'].map((w) => `m{cluster="a"}[${w}]`));
  });

  it.each([
    ['every second', { '1m': 60, '3m': 180, '10m': 600 }, 1],
    ['every 5 s', { '1m': 12, '3m': 36, '10m': 120 }, 5],
    ['every 10 s', { '1m': 6, '3m': 18, '10m': 60 }, 10],
    ['every 15 s', { '1m': 4, '3m': 12, '10m': 40 }, 15],
    ['every 15 s, one lost', { '1m': 3, '3m': 12, '10m': 39 }, 15],
    ['every 15 s, many lost', { '1m': 2, '3m': 11, '10m': 33 }, 15],
    ['every 20 s', { '1m': 3, '3m': 9, '10m': 30 }, 20],
    ['every 30 s', { '1m': 2, '3m': 6, '10m': 20 }, 30],
    ['every 45 s, not on the ladder, one way', { '1m': 2, '3m': 4, '10m': 14 }, 60],
    ['every 45 s, the other way', { '1m': 1, '3m': 4, '10m': 13 }, 60],
    ['every minute', { '1m': 1, '3m': 3, '10m': 10 }, 60],
    ['every two minutes', { '1m': 1, '3m': 2, '10m': 5 }, 120],
    ['every two minutes, none in the last', { '3m': 2, '10m': 5 }, 120],
    ['every three minutes', { '1m': 1, '3m': 1, '10m': 4 }, 180],
    ['every three minutes, seen three times', { '3m': 1, '10m': 3 }, 180],
    ['every five minutes', { '1m': 1, '3m': 1, '10m': 2 }, 300],
    ['rarer than the ladder', { '10m': 1 }, 300],
  ])('reads %s', (_name, counts, seconds) => {
    expect(scrapeIntervalFrom(rows(counts))).toBe(seconds * SECOND);
  });

  it.each([
    ['15 s, out for five minutes until just now', { '1m': 1, '3m': 12, '10m': 20 }, 15],
    ['15 s, out for five minutes in the middle', { '1m': 4, '3m': 9, '10m': 20 }, 15],
    ['15 s, out for three minutes half a minute ago', { '1m': 2, '3m': 12, '10m': 28 }, 15],
    ['30 s, out for six minutes until two minutes ago', { '1m': 2, '3m': 5, '10m': 8 }, 30],
    ['a minute, out for three minutes in the middle', { '1m': 1, '3m': 3, '10m': 7 }, 60],
    ['15 s, a minute after the very first scrape', { '1m': 4, '10m': 4 }, 15],
    ['15 s, two minutes after it', { '1m': 4, '3m': 6, '10m': 8 }, 15],
    ['15 s, three scrapes after it, at most one step too long', { '1m': 3, '10m': 3 }, 20],
  ])('is not made longer by what Prometheus was not there to scrape: %s', (_name, counts, seconds) => {
    expect(scrapeIntervalFrom(rows(counts))).toBe(seconds * SECOND);
  });

  it.each([
    ['no answer', []],
    ['no samples', rows({ '10m': 0 })],
    ['NaN', rows({ '1m': NaN, '10m': NaN })],
    ['rows of something else', [{ labels: {}, value: 40 }]],
  ])('takes 15 s for %s', (_name, answer) => {
    expect(scrapeIntervalFrom(answer)).toBe(15 * SECOND);
  });
});
