import type { RawSample } from '../../domain/guards/RawSample';
import type { RawRow } from '../../ports/Metrics';
import { MalformedAnswer } from './MalformedAnswer';
import { parseObject, readLabels, readPoint, type RowOddities } from './readRow';

/**
 * One element of a matrix as the samples that were stored. Staleness markers and infinite values are left out: a sample
 * that says nothing is a sample that is missing.
 * @returns null for a row of native histograms only
 * @throws MalformedAnswer naming what is wrong
 */
export function readRawRow(text: string, odd: RowOddities): RawRow | null {
  const row = parseObject(text);
  const labels = readLabels(row.metric);
  if (row.values === undefined && row.histograms !== undefined) {
    odd.histograms++;
    return null;
  }
  if (!Array.isArray(row.values)) {
    throw new MalformedAnswer('a row without "values"');
  }
  const points = row.values.map(readPoint);
  odd.infinite += points.filter(([, value]) => Math.abs(value) === Infinity).length;
  const samples = points.filter(([, value]) => Number.isFinite(value)).map(([at, value]): RawSample => ({ at, value }));
  return { labels, samples: samples.sort((a, b) => a.at - b.at) };
}
