import { type MetricType } from '../model/metricSeries';
import { sampleText } from './sampleText';
import { type SeriesColumn } from './seriesColumn';
import { type Tick } from './timeGrid';

const PIECE = 1 << 20;

function byFamily(columns: readonly SeriesColumn[]): Map<string, SeriesColumn[]> {
  const families = new Map<string, SeriesColumn[]>();
  for (const column of columns) {
    const family = families.get(column.series.family) ?? [];
    family.push(column);
    families.set(column.series.family, family);
  }
  return families;
}

function typeLine(family: string, type: MetricType): string {
  return `# TYPE ${family} ${type}\n`;
}

/**
 * OpenMetrics text in pieces of about a megabyte: families together, series together, samples in time order.
 * A series that ended and began again (an instance that came back) is two columns of one key, the older first.
 */
export function* openMetricsText(columns: readonly SeriesColumn[], ticks: readonly Tick[]): Generator<string> {
  const times = ticks.map((tick) => ` ${tick.at / 1000}\n`);
  let piece = '';
  for (const [family, members] of byFamily(columns)) {
    piece += typeLine(family, members[0]?.series.type ?? 'gauge');
    for (const { series, ticks: positions, values } of inKeyOrder(members)) {
      const head = `${series.key} `;
      for (let i = 0; i < positions.length; i++) {
        piece += head + sampleText(values[i] ?? 0, series.whole) + (times[positions[i] ?? 0] ?? '');
        if (piece.length > PIECE) {
          yield piece;
          piece = '';
        }
      }
    }
  }
  yield `${piece}# EOF\n`;
}

function inKeyOrder(columns: readonly SeriesColumn[]): SeriesColumn[] {
  // Stable: columns of one key keep the order in which the simulation made them.
  return [...columns].sort((a, b) => (a.series.key < b.series.key ? -1 : a.series.key > b.series.key ? 1 : 0));
}
