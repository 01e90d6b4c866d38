import { FEWEST_PRE_RUN, PRE_RUN_WINDOWS } from '../../domain/canary/judgeRules';
import { preRunMs } from './preRunMs';

it('leaves the judge enough windows when a third of them cannot be used', () => {
  expect(Math.floor((PRE_RUN_WINDOWS * 2) / 3)).toBeGreaterThanOrEqual(FEWEST_PRE_RUN);
});

it.each([
  ['a scrape of 5 s', 5_000, 20_000],
  ['a scrape of 15 s', 15_000, 30_000],
  ['a scrape of a minute', 60_000, 120_000],
])('reaches back over all of them with %s', (_, scrapeMs, window) => {
  expect(preRunMs(scrapeMs)).toBeGreaterThan(PRE_RUN_WINDOWS * window);
});
