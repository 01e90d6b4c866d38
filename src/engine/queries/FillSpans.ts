import { intersect, merge, subtract, totalLength, type Interval, type Intervals } from '../../domain/base/Intervals';
import type { TimeWindow } from '../../domain/base/TimeWindow';

/** What of a visit's window is read, may be left alone, or is still to be asked for. */
export class FillSpans {
  private final: Intervals = [];
  /** Cells that are not final but were read recently enough. */
  private fresh: Intervals = [];
  /** Cells that failed and are not asked again in this visit. */
  private skipped: Intervals = [];

  constructor(private readonly window: TimeWindow) {}

  setFinal(spans: Intervals): void {
    this.final = spans;
  }

  addFresh(spans: Intervals): void {
    this.fresh = merge([...this.fresh, ...spans]);
  }

  skip(span: Interval): void {
    this.skipped = merge([...this.skipped, span]);
  }

  unread(): Intervals {
    return subtract(this.whole(), merge([...this.final, ...this.fresh]));
  }

  read(): Intervals {
    return subtract(this.whole(), this.unread());
  }

  toAsk(): Intervals {
    return subtract(this.unread(), this.skipped);
  }

  /** The part of the window after `settled`: cells that are not final. */
  tailFrom(settled: number): Intervals {
    return merge([[Math.max(this.window.from, settled), this.window.to]]);
  }

  holds(spans: Intervals): boolean {
    return totalLength(intersect(spans, this.unread())) === 0;
  }

  /** Share of the window that is read, 0 to 1. */
  progress(): number {
    const length = this.window.to - this.window.from;
    return length > 0 ? totalLength(this.read()) / length : 1;
  }

  private whole(): Intervals {
    return merge([[this.window.from, this.window.to]]);
  }
}
