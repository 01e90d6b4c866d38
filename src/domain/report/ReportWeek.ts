/** The week a report speaks of, epoch milliseconds; `from` is a whole hour, so that hourly figures can be cut there. */
export interface ReportWeek {
  readonly from: number;
  readonly to: number;
}
