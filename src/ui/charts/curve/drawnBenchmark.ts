import { dateTimeFormat } from '@grafana/data';
import { formatDemand } from '../../format/formatDemand';
import type { BenchmarkRow } from './BenchmarkRow';
import type { CurvePoint } from './CurvePoint';

/** A benchmark with what is said about it under the pointer, dated in the zone of the picture. */
export const drawnBenchmark = ({ at, low, high, version, origin, by, note }: BenchmarkRow, timeZone: string): CurvePoint => ({
  at,
  low,
  high,
  version,
  text: [
    `${dateTimeFormat(at, { timeZone, format: 'YYYY-MM-DD HH:mm' })}: ${high === null ? `at least ${formatDemand(low)}` : `${formatDemand(low)} to ${formatDemand(high)}`}`,
    ...[version === null ? null : `version ${version}`, origin, by === null ? null : `by ${by}`, note].filter((part) => part !== null),
  ].join('\n'),
});
