import type { TimeWindow } from '../base/TimeWindow';

/** Where the command finds things; each has a usual value. */
export interface BackfillPlaces {
  readonly prometheusUrl: string;
  readonly ruleFile?: string;
  /** Data directory of Prometheus; blocks are written straight into it. */
  readonly dataDirectory?: string;
}

/**
 * Shell text that fills the recorded series backwards over `window`, so that history does not begin on the day the rules
 * were loaded. The end should lie three hours back: what is newer is still in memory and would overlap.
 */
export function backfillCommand(window: TimeWindow, places: BackfillPlaces): string {
  const { prometheusUrl, ruleFile = 'headroom-rules.yml', dataDirectory = 'data' } = places;
  return [
    'promtool tsdb create-blocks-from rules',
    `--start=${isoSeconds(window.from)}`,
    `--end=${isoSeconds(window.to)}`,
    '--eval-interval=1m',
    `--url=${shellQuote(prometheusUrl)}`,
    `--output-dir=${shellQuote(dataDirectory)}`,
    shellQuote(ruleFile),
  ].join(' \\\n  ');
}

const isoSeconds = (at: number): string => new Date(at).toISOString().replace(/\.\d+Z$/, 'Z');

const shellQuote = (text: string): string =>
  /^[\w@%+=:,./-]+$/.test(text) ? text : `'${text.replaceAll("'", `'\\''`)}'`;
