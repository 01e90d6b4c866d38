import type { ServiceFacts } from '../capacity/ServiceFacts';

/** One line of a report: a service and what is to be said of it. */
export interface ReportLine {
  readonly facts: ServiceFacts;
  readonly text: string;
}

/** One part of a report. */
export interface ReportSection {
  readonly title: string;
  readonly lines: readonly ReportLine[];
  /** Said when there are no lines. */
  readonly nothing: string;
  /** What the lines do not say. */
  readonly notes: readonly string[];
}
