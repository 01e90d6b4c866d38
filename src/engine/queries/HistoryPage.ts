import { DAY } from '../../domain/base/Duration';
import { intersect, merge, type Interval, type Intervals } from '../../domain/base/Intervals';
import type { Labels } from '../../domain/base/Labels';
import type { TimeWindow } from '../../domain/base/TimeWindow';
import type { LedgerPage } from '../../ports/Ledger';
import type { LabelledSeries } from '../../ports/Metrics';
import { foldValue, type FoldRule } from './FoldRule';
import { labelsOfKey, rowKey } from './rowKey';

interface Row {
  readonly labels: Labels;
  values: Float64Array;
}

const KEEP = 400 * DAY;
/** 32 MB a page: above it, cells nobody asks for now are let go, oldest first. */
const KEEP_VALUES = 4_000_000;

/** A ledger page being worked on: rows on one grid of cells that grows at both ends. */
export class HistoryPage {
  private readonly rows = new Map<string, Row>();
  /** Cells in place; `[from, to)` in the sense of `Cells`. */
  private span: Interval = [0, 0];
  read: Intervals = [];
  tailReadAt: number | null = null;
  chunkCells: number | null = null;
  /** End of the newest cell in which any row holds a value. */
  seenUntil = -Infinity;

  constructor(readonly step: number) {}

  static from(kept: LedgerPage): HistoryPage {
    const page = new HistoryPage(kept.step);
    page.span = [kept.start - kept.step, kept.start + (kept.columns - 1) * kept.step];
    kept.keys.forEach((key, i) => {
      const labels = labelsOfKey(key);
      if (labels) {
        page.rows.set(key, { labels, values: kept.values.slice(i * kept.columns, (i + 1) * kept.columns) });
      }
    });
    page.seenUntil = newestValue(page.rows.values(), kept);
    page.read = merge(kept.read);
    page.tailReadAt = kept.tailReadAt;
    page.chunkCells = kept.chunkCells;
    return page;
  }

  get rowCount(): number {
    return this.rows.size;
  }

  /** Makes room for the cells of a span, so that folding need not grow the grid chunk by chunk. */
  cover([from, to]: Interval): void {
    const [a, b] = this.span;
    this.regrid(b > a ? [Math.min(a, from), Math.max(b, to)] : [from, to]);
  }

  /** Folds an answer in. Points outside of the covered cells are ignored. */
  fold(answer: readonly LabelledSeries[], rule: FoldRule): void {
    for (const { labels, series } of answer) {
      const row = this.rowFor(labels);
      const offset = (series.start - this.span[0]) / this.step - 1;
      series.values.forEach((value, i) => {
        const kept = row.values[offset + i];
        if (kept !== undefined && !Number.isNaN(value)) {
          row.values[offset + i] = foldValue(rule, kept, value);
          this.seenUntil = Math.max(this.seenUntil, series.start + i * series.step);
        }
      });
    }
  }

  markRead(spans: Intervals): void {
    this.read = merge([...this.read, ...spans]);
  }

  /** Lets go of cells older than 400 days, and of still more when the page is large; never of those `needed` now. */
  trim(needed: TimeWindow, now: number): void {
    const [from, to] = this.span;
    const columns = Math.floor(KEEP_VALUES / Math.max(1, this.rows.size));
    const affordable = Math.max(to - columns * this.step, Math.floor((now - KEEP) / this.step) * this.step);
    const oldest = Math.min(needed.from, affordable);
    if (oldest > from) {
      this.regrid([oldest, to]);
      this.read = intersect(this.read, [[oldest, Infinity]]);
    }
  }

  /** The rows that hold a value within the window, each with the window's cells: a copy that later folds do not change. */
  rowsIn(window: TimeWindow): LabelledSeries[] {
    const [first, count] = [(window.from - this.span[0]) / this.step, (window.to - window.from) / this.step];
    const found: LabelledSeries[] = [];
    for (const { labels, values } of this.rows.values()) {
      const part = values.slice(first, first + count);
      if (part.some((v) => !Number.isNaN(v))) {
        found.push({ labels, series: { start: window.from + this.step, step: this.step, values: part } });
      }
    }
    return found;
  }

  toLedgerPage(now: number): LedgerPage {
    const kept = [...this.rows].filter(([, row]) => row.values.some((v) => !Number.isNaN(v)));
    const columns = (this.span[1] - this.span[0]) / this.step;
    const values = new Float64Array(kept.length * columns);
    kept.forEach(([, row], i) => values.set(row.values, i * columns));
    return {
      schema: 1,
      step: this.step,
      start: this.span[0] + this.step,
      columns,
      keys: kept.map(([key]) => key),
      values,
      read: this.read,
      tailReadAt: this.tailReadAt,
      chunkCells: this.chunkCells,
      savedAt: now,
    };
  }

  private rowFor(labels: Labels): Row {
    const key = rowKey(labels);
    const known = this.rows.get(key);
    if (known) {
      return known;
    }
    const row: Row = { labels, values: gaps((this.span[1] - this.span[0]) / this.step) };
    this.rows.set(key, row);
    return row;
  }

  private regrid(span: Interval): void {
    const [from, to] = this.span;
    if (span[0] === from && span[1] === to) {
      return;
    }
    const shift = (from - span[0]) / this.step;
    for (const row of this.rows.values()) {
      const values = gaps((span[1] - span[0]) / this.step);
      const part = shift < 0 ? row.values.subarray(-shift) : row.values;
      values.set(part.subarray(0, values.length - Math.max(0, shift)), Math.max(0, shift));
      row.values = values;
    }
    this.span = span;
  }
}

function newestValue(rows: Iterable<Row>, { start, step }: LedgerPage): number {
  let newest = -Infinity;
  for (const { values } of rows) {
    let last = values.length - 1;
    while (last >= 0 && Number.isNaN(values[last])) {
      last--;
    }
    newest = last < 0 ? newest : Math.max(newest, start + last * step);
  }
  return newest;
}

const gaps = (cells: number): Float64Array => new Float64Array(cells).fill(NaN);
