import { err, ok, type Result } from '../../domain/base/Result';
import type { TimeWindow } from '../../domain/base/TimeWindow';
import type { Interval } from '../../domain/base/Intervals';
import type { Question } from '../../domain/promql/Question';
import type { Answer, LabelledSeries, QueryFailure, QueryStats } from '../../ports/Metrics';
import { pointsOfCells } from './Cells';
import { chunkSizeAfter, chunkSizeAfterRefusal, firstChunkSize } from './ChunkSize';
import { HistoryPage } from './HistoryPage';
import { ledgerId } from './ledgerId';
import type { MetricsDesk } from './MetricsDesk';
import { nextMove } from './NextMove';
import { unusableAnswer } from './unusableAnswer';

type Outcome = Result<Answer<readonly LabelledSeries[]>, QueryFailure>;

/** What one service can have; a fleet question is a history. */
const SERIES_GUESS = 2_000;
const NOTHING_READ: QueryStats = { milliseconds: 0, bytes: 0, samples: null, peakSamples: null, warnings: [] };

/** Reads a range that is not kept, in as many chunks as the limits ask for; all or nothing. */
export class RangeReader {
  private readonly sizes = new Map<string, number>();

  constructor(private readonly desk: MetricsDesk) {}

  /** @param cells aligned, see `Cells` */
  async read(
    source: string,
    question: Question,
    step: number,
    cells: TimeWindow,
    signal: AbortSignal
  ): Promise<Outcome> {
    const id = ledgerId(source, question);
    const page = new HistoryPage(step);
    page.cover([cells.from, cells.to]);
    let stats = NOTHING_READ;
    for (let to = cells.to; to > cells.from;) {
      const size = this.sizes.get(id) ?? firstChunkSize(question.lookback, SERIES_GUESS);
      const chunk: Interval = [Math.max(cells.from, to - size * step), to];
      const asked = (chunk[1] - chunk[0]) / step;
      const errand = { source, expr: question.expr, priority: 'page' as const };
      const outcome = await this.desk.range(errand, pointsOfCells(chunk, step), step, signal);
      const failure = outcome.ok ? unusableAnswer(outcome.value, question.expr) : outcome.error;
      if (outcome.ok && !failure) {
        this.sizes.set(id, chunkSizeAfter(size, costOf(asked, outcome.value)));
        page.fold(outcome.value.data, 'replace');
        stats = addStats(stats, outcome.value.stats);
        to = chunk[0];
      } else if (failure && nextMove(failure) === 'smaller' && asked > 1) {
        this.sizes.set(id, chunkSizeAfterRefusal(asked));
      } else if (failure) {
        return err(failure);
      }
    }
    return ok({ data: page.rowsIn(cells), stats });
  }
}

const costOf = (cells: number, { data, stats }: Answer<readonly LabelledSeries[]>) => ({
  cells,
  rows: data.length,
  bytes: stats.bytes,
  milliseconds: stats.milliseconds,
  peakSamples: stats.peakSamples ?? null,
});

const addStats = (a: QueryStats, b: QueryStats): QueryStats => ({
  milliseconds: a.milliseconds + b.milliseconds,
  bytes: a.bytes + b.bytes,
  samples: a.samples === null && b.samples === null ? null : (a.samples ?? 0) + (b.samples ?? 0),
  peakSamples: Math.max(a.peakSamples ?? 0, b.peakSamples ?? 0) || null,
  warnings: [...new Set([...a.warnings, ...b.warnings])],
});
