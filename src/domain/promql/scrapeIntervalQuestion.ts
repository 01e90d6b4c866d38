/*
 * How often a metric is scraped, from counts of samples, since a data source says of none how often. A count over ten
 * minutes is precise and reads too long after Prometheus was restarted, because what was not scraped counts; so three
 * windows are looked at and the densest decides: an outage, a lost scrape or a young series only ever takes samples away.
 *
 *   1m   the last minute: good a minute after the very first scrape, too short to tell 15 s from 20 s by chance
 *   3m   the densest three minutes of about ten: steps over an outage that left three whole minutes on either side
 *   10m  for what is scraped less than once a minute
 *
 * Windows end a little short, so that no window holds a sample at both of its ends (Prometheus before 3 counts both).
 */
import { MINUTE, SECOND } from '../base/Duration';
import type { Labels } from '../base/Labels';
import type { Matcher } from '../catalogue/Profile';
import { aggregate, call, firstOf, maxOverTime, selector, subquery, withLabel, type Expr } from './Expr';
import { printExpr } from './printExpr';

const SHORT_OF = 100;
const WINDOW = 'headroom_window';
const WINDOWS = { '1m': MINUTE, '3m': 3 * MINUTE, '10m': 10 * MINUTE } as const;
type WindowName = keyof typeof WINDOWS;

/** Intervals people configure; a measured one is moved to the nearest. */
const LADDER = [1, 2, 5, 10, 15, 20, 30, 60, 120, 180, 300].map((s) => s * SECOND);

/** Grafana's own assumption when a data source does not say. */
const USUAL = 15 * SECOND;

/** Instant expression: samples of the best scraped series of a metric in three windows. Read with `scrapeIntervalFrom`. */
export const scrapeIntervalQuestion = (metric: string, scope: readonly Matcher[]): string => printExpr(scrapesExpr(metric, scope));

/** The same, to be put together with others. */
export function scrapesExpr(metric: string, scope: readonly Matcher[]): Expr {
  const most = (name: WindowName): Expr =>
    aggregate('max', [], call('count_over_time', { ...selector(metric, scope), range: WINDOWS[name] - SHORT_OF }));
  const densest = maxOverTime(subquery(most('3m'), 6 * MINUTE, 2 * MINUTE));
  return firstOf([withLabel(most('1m'), WINDOW, '1m'), withLabel(densest, WINDOW, '3m'), withLabel(most('10m'), WINDOW, '10m')]);
}

/** Scrape interval in milliseconds out of the answer of `scrapeIntervalQuestion`; 15 s when it is empty. */
export function scrapeIntervalFrom(rows: ReadonlyArray<{ readonly labels: Labels; readonly value: number }>): number {
  const measured = Math.min(...densities(countsOf(rows)));
  return Number.isFinite(measured) ? nearest(measured) : USUAL;
}

/** Milliseconds a sample by each window that holds enough of them to tell. */
function densities(counts: Readonly<Record<WindowName, number>>): readonly number[] {
  // All there is lies in the last minute: better judged by that minute than by the nine without.
  const young = counts['1m'] >= 2 && counts['1m'] === counts['10m'];
  const enough: Readonly<Record<WindowName, boolean>> = {
    '1m': counts['1m'] >= 4 || young,
    '3m': counts['3m'] >= 3,
    '10m': counts['10m'] > 0,
  };
  return NAMES.filter((name) => enough[name]).map((name) => WINDOWS[name] / counts[name]);
}

const NAMES = Object.keys(WINDOWS) as WindowName[];

function countsOf(rows: Parameters<typeof scrapeIntervalFrom>[0]): Readonly<Record<WindowName, number>> {
  const count = (name: WindowName): number => rows.find(({ labels }) => labels[WINDOW] === name)?.value || 0;
  return { '1m': count('1m'), '3m': count('3m'), '10m': count('10m') };
}

const nearest = (measured: number): number =>
  LADDER.reduce(
    (best, step) => (Math.abs(Math.log(step / measured)) < Math.abs(Math.log(best / measured)) ? step : best),
    USUAL
  );
