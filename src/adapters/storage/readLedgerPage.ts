import type { LedgerPage } from '../../ports/Ledger';

/** A stored record as a page, or null when it is none of ours, of another schema, or damaged. */
export function readLedgerPage(record: unknown): LedgerPage | null {
  return isPage(record) ? record : null;
}

function isPage(record: unknown): record is LedgerPage {
  if (typeof record !== 'object' || record === null) {
    return false;
  }
  const page = record as Partial<Record<keyof LedgerPage, unknown>>;
  return page.schema === 1 && hasGrid(page) && hasRows(page) && hasMemory(page);
}

type Untrusted = Partial<Record<keyof LedgerPage, unknown>>;

const hasGrid = ({ step, start, columns }: Untrusted): boolean =>
  isWhole(step) && step > 0 && isWhole(start) && start % step === 0 && isWhole(columns) && columns >= 0;

const hasRows = ({ keys, values, columns }: Untrusted): boolean =>
  Array.isArray(keys) &&
  keys.every((key) => typeof key === 'string') &&
  new Set(keys).size === keys.length &&
  isFloat64Array(values) &&
  values.length === keys.length * Number(columns);

const hasMemory = ({ read, step, tailReadAt, chunkCells, savedAt }: Untrusted): boolean =>
  Array.isArray(read) &&
  read.every((span) => isSpan(span, Number(step))) &&
  isTime(tailReadAt) &&
  isTime(chunkCells) &&
  isWhole(savedAt);

const isSpan = (span: unknown, step: number): boolean =>
  Array.isArray(span) &&
  span.length === 2 &&
  span.every((end) => isWhole(end) && end % step === 0) &&
  span[0] < span[1];

const isTime = (value: unknown): boolean => value === null || (isWhole(value) && value > 0);

const isWhole = (value: unknown): value is number => typeof value === 'number' && Number.isInteger(value);

// By name: what IndexedDB hands back may come from another realm (an iframe, a test environment).
const isFloat64Array = (value: unknown): value is Float64Array =>
  Object.prototype.toString.call(value) === '[object Float64Array]';
