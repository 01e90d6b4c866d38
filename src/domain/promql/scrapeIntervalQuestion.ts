import { MINUTE, SECOND, formatDuration } from '../base/Duration';
import type { Matcher } from '../catalogue/Profile';
import { aggregate, call, selector, type Expr } from './Expr';
import { printExpr } from './printExpr';

const WINDOW = 10 * MINUTE;

/** Intervals people configure; a measured one is moved to the nearest. */
const LADDER = [1, 2, 5, 10, 15, 20, 30, 60, 120, 180, 300].map((s) => s * SECOND);

/** Grafana's own assumption when a data source does not say. */
const USUAL = 15 * SECOND;

/** Instant expression: samples of the best scraped series of a metric in ten minutes. Read with `scrapeIntervalFrom`. */
export const scrapeIntervalQuestion = (metric: string, scope: readonly Matcher[]): string => printExpr(scrapesExpr(metric, scope));

/** The same, to be put together with others. */
export const scrapesExpr = (metric: string, scope: readonly Matcher[]): Expr =>
  aggregate('max', [], call('count_over_time', { ...selector(metric, scope), range: WINDOW }));

/** Scrape interval in milliseconds out of the answer of `scrapeIntervalQuestion`; 15 s when it is empty. */
export function scrapeIntervalFrom(rows: ReadonlyArray<{ readonly value: number }>): number {
  const count = rows[0]?.value ?? 0;
  if (!(count > 0)) {
    return USUAL;
  }
  const measured = WINDOW / count;
  return LADDER.reduce(
    (best, step) => (Math.abs(Math.log(step / measured)) < Math.abs(Math.log(best / measured)) ? step : best),
    USUAL
  );
}

/** What the question measures, for people. */
export const SCRAPE_INTERVAL_DOC = `Samples of the best scraped series in ${formatDuration(WINDOW)}: how often the data source scrapes.`;
