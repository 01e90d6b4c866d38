import { firstLookMs, judgeLooks } from './judgeLooks';
import { longestDwellMs } from './longestDwellMs';

it.each([
  [5, 'The judge looks at a step up to 3 times, 2, 3.3 and 5 minutes after it has settled.', 130, 360],
  [15, 'The judge looks at a step up to 3 times, 3, 5 and 7.5 minutes after it has settled.', 210, 510],
  [30, 'The judge looks at a step up to 3 times, 6, 10 and 15 minutes after it has settled.', 420, 1_020],
  [60, 'The judge looks at a step up to 3 times, 12, 20 and 30 minutes after it has settled.', 840, 2_040],
])('scraped every %d s', (seconds, words, first, longest) => {
  expect([judgeLooks(seconds * 1_000), firstLookMs(seconds * 1_000) / 1_000, longestDwellMs(seconds * 1_000) / 1_000]).toEqual([words, first, longest]);
});
