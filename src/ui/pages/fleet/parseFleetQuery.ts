import type { StatusKind } from '../../../domain/capacity/Judgement';
import { TIERS } from '../../../domain/catalogue/Tier';
import { COLUMN_IDS } from './ColumnId';
import { DEFAULT_QUERY, MAX_GROWTH_PERCENT, PAGE_SIZES, type FleetQuery } from './FleetQuery';
import { STATUS_KINDS } from './STATUS_KINDS';

/** The view an address asks for. A value that makes no sense is ignored by itself; the others stand. */
export function parseFleetQuery(params: URLSearchParams): FleetQuery {
  const size = wholeNumber(params.get('size'), 1, Infinity);
  return {
    search: params.get('q') ?? '',
    tiers: known(params.getAll('tier'), TIERS),
    owners: [...new Set(params.getAll('owner'))],
    statuses: known<StatusKind>(params.getAll('status'), STATUS_KINDS),
    sort: parseSort(params.get('sort')),
    byOwner: params.get('group') === 'owner',
    growthPercent: wholeNumber(params.get('growth'), 0, MAX_GROWTH_PERCENT) ?? DEFAULT_QUERY.growthPercent,
    page: wholeNumber(params.get('page'), 1, Infinity) ?? DEFAULT_QUERY.page,
    pageSize: size !== null && PAGE_SIZES.includes(size) ? size : DEFAULT_QUERY.pageSize,
  };
}

function known<T extends string>(values: readonly string[], all: readonly T[]): T[] {
  return all.filter((value) => values.includes(value));
}

/** `column` or `-column`. */
function parseSort(text: string | null): FleetQuery['sort'] {
  const descending = text?.startsWith('-') ?? false;
  const column = COLUMN_IDS.find((id) => id === (descending ? text?.slice(1) : text));
  return column ? { column, descending } : null;
}

function wholeNumber(text: string | null, min: number, max: number): number | null {
  if (text === null || !/^\d{1,9}$/.test(text)) {
    return null;
  }
  const value = Number(text);
  return value >= min && value <= max ? value : null;
}
