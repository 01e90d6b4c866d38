/** Steps Grafana rounds to, in seconds, each with the largest raw step that still becomes it. */
const NICE: ReadonlyArray<readonly [limit: number, step: number]> = [
  [1.5, 1],
  [3.5, 2],
  [7.5, 5],
  [12.5, 10],
  [17.5, 15],
  [25, 20],
  [45, 30],
  [90, 60],
  [210, 120],
  [450, 300],
  [750, 600],
  [1050, 900],
  [1500, 1200],
  [2700, 1800],
  [5400, 3600],
  [9000, 7200],
  [16200, 10800],
  [32400, 21600],
  [86400, 43200],
  [604800, 86400],
  [1814400, 604800],
];

const UNITS: Readonly<Record<string, number>> = { ms: 0.001, s: 1, m: 60, h: 3600, d: 86400, w: 604800, y: 31536000 };

/** Prometheus refuses more points than this in one series. */
const MAX_POINTS = 11000;

const roundNice = (seconds: number): number => NICE.find(([limit]) => seconds < limit)?.[1] ?? 2592000;

/** `30s`, `1m`, a bare number of seconds; 0 for anything else. */
export function seconds(duration: unknown): number {
  const match = /^>?\s*(\d+(?:\.\d+)?)(ms|s|m|h|d|w|y)?$/.exec(String(duration ?? ''));
  return match ? Number(match[1]) * (UNITS[match[2] ?? 's'] ?? 1) : 0;
}

export interface StepQuestion {
  rangeSeconds: number;
  maxDataPoints: number;
  minStepSeconds: number;
  intervalFactor: number;
}

/** The step a range query is asked at, in seconds. */
export function queryStep({ rangeSeconds, maxDataPoints, minStepSeconds, intervalFactor }: StepQuestion): number {
  const wanted = Math.max(roundNice(rangeSeconds / maxDataPoints), minStepSeconds);
  const safe = roundNice(rangeSeconds / MAX_POINTS);
  return Math.max(wanted, safe) * intervalFactor;
}
