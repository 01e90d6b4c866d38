/** One column of a download; the unit belongs into the header, cells are raw numbers. */
export interface CsvColumn<Row> {
  readonly header: string;
  /** Null is written as an empty cell: unknown is not 0. */
  readonly value: (row: Row) => string | number | null;
}

/** RFC 4180 text with a header line. */
export function csvText<Row>(columns: ReadonlyArray<CsvColumn<Row>>, rows: readonly Row[]): string {
  const lines = [columns.map((c) => cell(c.header)), ...rows.map((row) => columns.map((c) => cell(c.value(row))))];
  return lines.map((line) => line.join(',')).join('\r\n') + '\r\n';
}

/** Six significant digits are more than any measurement carries; whole numbers (counts, milliseconds) stay whole. */
const roundedForFile = (value: number): number => (Number.isInteger(value) ? value : Number(value.toPrecision(6)));

function cell(value: string | number | null): string {
  if (value === null || typeof value === 'number') {
    return value === null || !Number.isFinite(value) ? '' : String(roundedForFile(value));
  }
  // A spreadsheet runs text that starts like a formula; a leading apostrophe makes it text again.
  const safe = /^\s*[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) || safe !== value ? `"${safe.replaceAll('"', '""')}"` : safe;
}
