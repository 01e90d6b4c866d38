/** What a stretch of time in the page cost its main thread. */
export interface PhaseFigures {
  readonly name: string;
  /** The longest task, milliseconds as all times here. */
  readonly longest: number;
  /** The most that the thread worked in one task: a busy machine does not count. Null where the browser does not tell. */
  readonly longestCpu: number | null;
  /** The longest task by the page's own long-task entries; 0 = none of 50 ms. */
  readonly longTask: number;
  /** How many tasks took 50 ms or more. */
  readonly longTasks: number;
  /** Slowest input, from the event to the next picture; null where nothing was put in. */
  readonly slowestInput: number | null;
}

/** Opening the page, until its history is complete. */
export interface VisitFigures {
  /** Until the app asked its first question: Grafana itself, and loading the plugin. */
  readonly boot: PhaseFigures;
  /** From then on. */
  readonly fill: PhaseFigures;
  /** Until the app asked its first question. */
  readonly firstQuestion: number;
  readonly firstRows: number;
  readonly complete: number;
  /** Until the data source gave the first history; null when there was nothing to ask. */
  readonly firstHistory: number | null;
  readonly requests: number;
  readonly expressions: readonly string[];
  readonly samples: number;
  readonly bytes: number;
  readonly peakHeap: number;
}

/** What only a browser tells. */
export interface BrowserFigures {
  readonly services: number;
  readonly cold: VisitFigures;
  readonly warm: VisitFigures;
  /** An hour after: every tail is missing, and was withheld until there were rows. */
  readonly hourLater: VisitFigures;
  readonly gestures: readonly PhaseFigures[];
  /** The cold visit's own expressions sent bare, one after the other: their times added up. */
  readonly bare: number;
}
