import type { CDPSession, Page } from '@playwright/test';

/** One task of the page's main thread, milliseconds. */
export interface MainThreadTask {
  /** In the clock of CPU profiles, microseconds. */
  readonly stamp: number;
  /** In the page's own time, `performance.now()`. */
  readonly start: number;
  /** From its begin to its end. */
  readonly wall: number;
  /** What the thread worked meanwhile: a busy machine does not count against us. Null where the browser does not tell. */
  readonly cpu: number | null;
}

interface TraceEvent {
  readonly name: string;
  readonly pid: number;
  readonly tid: number;
  readonly ts: number;
  readonly dur?: number;
  readonly tdur?: number;
  readonly args?: { readonly name?: string };
}

const CATEGORIES = ['toplevel', 'disabled-by-default-devtools.timeline', 'blink.user_timing'];
const MARK = 'headroom-bench';
const TASKS = new Set(['RunTask', 'ThreadControllerImpl::RunTask']);

/** The browser's own record of every task of the page's main thread; exact where long-task entries are rounded or late. */
export class MainThreadTrace {
  private tasks: TraceEvent[] = [];
  private threads = new Set<string>();
  private markedAt = 0;

  constructor(
    private readonly page: Page,
    private readonly session: CDPSession
  ) {
    session.on('Tracing.dataCollected', ({ value }) => this.take(value as unknown as TraceEvent[]));
  }

  async start(): Promise<void> {
    this.tasks = [];
    const traceConfig = { includedCategories: CATEGORIES, excludedCategories: ['*'] };
    await this.session.send('Tracing.start', { transferMode: 'ReportEvents', traceConfig });
  }

  async stop(): Promise<readonly MainThreadTask[]> {
    // Stands in both clocks: the trace's and the page's.
    const marked = await this.page.evaluate((mark) => performance.mark(mark).startTime, MARK);
    const complete = new Promise((resolve) => this.session.once('Tracing.tracingComplete', resolve));
    await this.session.send('Tracing.end');
    await complete;
    return this.tasks
      .filter((task) => this.threads.has(threadOf(task)))
      .map(({ ts, dur = 0, tdur }) => ({
        stamp: ts,
        start: marked + (ts - this.markedAt) / 1000,
        wall: dur / 1000,
        cpu: tdur === undefined ? null : tdur / 1000,
      }));
  }

  private take(events: readonly TraceEvent[]): void {
    for (const event of events) {
      if (event.name === 'thread_name' && event.args?.name === 'CrRendererMain') {
        this.threads.add(threadOf(event));
      } else if (event.name === MARK) {
        this.markedAt = event.ts;
      } else if (TASKS.has(event.name)) {
        this.tasks.push(event);
      }
    }
  }
}

const threadOf = ({ pid, tid }: TraceEvent): string => `${pid} ${tid}`;
