import type { StatusKind } from '../capacity/Judgement';

/** How numbers and times read; one set for the page and the Markdown, so that both say the same. */
export interface ReportWords {
  /** Requests a second, with unit. */
  demand(value: number): string;
  /** Growth, signed. */
  growth(value: number): string;
  /** Money in the currency of the settings. */
  money(value: number): string;
  /** How long ago. */
  ago(at: number): string;
  /** The day of a moment. */
  day(at: number): string;
  /** When a peak within `[at, at + span)` was reached. */
  peakTime(at: number, span: number): string;
  status(kind: StatusKind): string;
}
