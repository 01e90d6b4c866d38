import { SECOND } from '../../domain/base/Duration';
import type { Profile } from '../../domain/catalogue/Profile';
import type { SourceSettings } from '../../domain/catalogue/Settings';
import { scrapeIntervalFrom, scrapeIntervalQuestion } from '../../domain/promql/scrapeIntervalQuestion';
import { passed, undecided, warned, type Finding } from './Finding';
import type { FindingsBoard } from './FindingsBoard';
import type { SourceProbe } from './SourceProbe';

/** Longest interval at which five-minute rates still rest on enough samples. */
const LONGEST = 60 * SECOND;

/**
 * How often a profile's own metric is scraped: counted on the best scraped series of that metric, since a data source
 * may scrape its targets at different intervals and says of none how often. Milliseconds.
 */
export async function measureScrapeInterval(
  probe: SourceProbe,
  board: FindingsBoard,
  source: SourceSettings,
  profile: Profile,
  called = ''
): Promise<number> {
  const expr = scrapeIntervalQuestion(profile.detect, source.scope);
  const head = { id: `scrape:${profile.id}`, title: `Scrape interval${called}`, expr };
  const rows = await board.run(head, () => probe.instant(expr), scrapeFinding);
  return scrapeIntervalFrom(rows ?? []);
}

function scrapeFinding(rows: Parameters<typeof scrapeIntervalFrom>[0]): Finding {
  const interval = scrapeIntervalFrom(rows);
  const seconds = `${interval / SECOND} s`;
  if (rows.length === 0) {
    return undecided(
      `No samples of the last ten minutes, so the interval cannot be told; ${seconds} is assumed.`,
      'Check again when the targets are scraped.'
    );
  }
  if (interval > LONGEST) {
    return warned(
      `Scraped about every ${seconds}: peaks shorter than ${(4 * interval) / (60 * SECOND)} minutes cannot be seen.`,
      'Scrape at least once a minute.'
    );
  }
  return passed(`Scraped about every ${seconds}; rates look back at least four times as far.`);
}
