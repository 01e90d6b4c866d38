import { labelFactsFrom, type LabelFactRow, type LabelFacts } from '../catalogue/LabelFacts';
import type { LabelFactsRequest } from '../catalogue/metricsToAskAbout';
import type { Matcher } from '../catalogue/Profile';
import { firstOf, withLabel } from './Expr';
import { labelFactsExpr } from './labelFactsQuestion';
import { printExpr } from './printExpr';
import { scrapeIntervalFrom, scrapesExpr } from './scrapeIntervalQuestion';

const METRIC = 'headroom_metric';
const FACT = 'headroom_fact';
const SCRAPES = 'scrapes';

/** What one instant question tells of the metric families of a data source. */
export interface SourceFacts {
  readonly labels: ReadonlyMap<string, LabelFacts>;
  /** Scrape interval by metric, milliseconds; only of metrics scraped in the last ten minutes. */
  readonly scrapeIntervals: ReadonlyMap<string, number>;
}

/**
 * Labels and scrape interval of all families in one instant expression, so that finding a fleet costs the same whatever
 * a data source holds. Rows name their metric in `headroom_metric`. Read with `sourceFactsFrom`.
 * @throws RangeError when nothing is asked about
 */
export const sourceFactsQuestion = (requests: readonly LabelFactsRequest[], scope: readonly Matcher[]): string =>
  printExpr(
    firstOf(
      requests.map(({ metric, candidates }) => {
        const scrapes = withLabel(scrapesExpr(metric, scope), FACT, SCRAPES);
        return withLabel(firstOf([labelFactsExpr(metric, candidates, scope), scrapes]), METRIC, metric);
      })
    )
  );

export function sourceFactsFrom(requests: readonly LabelFactsRequest[], rows: readonly LabelFactRow[]): SourceFacts {
  const labels = new Map<string, LabelFacts>();
  const scrapeIntervals = new Map<string, number>();
  for (const { metric } of requests) {
    const ours = rows.filter((row) => row.labels[METRIC] === metric);
    const scrapes = ours.filter((row) => row.labels[FACT] === SCRAPES);
    labels.set(metric, labelFactsFrom(metric, ours));
    if (scrapes.length > 0) {
      scrapeIntervals.set(metric, scrapeIntervalFrom(scrapes));
    }
  }
  return { labels, scrapeIntervals };
}
