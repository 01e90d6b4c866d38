import type { StatusKind } from '../../../domain/capacity/Judgement';
import type { Tier } from '../../../domain/catalogue/Tier';
import type { ColumnId } from './ColumnId';

export const PAGE_SIZES: readonly number[] = [25, 50, 100];

export const MAX_GROWTH_PERCENT = 200;

/** Everything about the view of the fleet that a link carries. */
export interface FleetQuery {
  readonly search: string;
  /** Empty = all; the same for owners and statuses. */
  readonly tiers: readonly Tier[];
  /** The empty string stands for "nobody". */
  readonly owners: readonly string[];
  readonly statuses: readonly StatusKind[];
  /** Null = worst first within tier. */
  readonly sort: { readonly column: ColumnId; readonly descending: boolean } | null;
  readonly byOwner: boolean;
  /** Growth on every peak, whole per cent, 0 to MAX_GROWTH_PERCENT. */
  readonly growthPercent: number;
  /** From 1. */
  readonly page: number;
  readonly pageSize: number;
}

export const DEFAULT_QUERY: FleetQuery = {
  search: '',
  tiers: [],
  owners: [],
  statuses: [],
  sort: null,
  byOwner: false,
  growthPercent: 0,
  page: 1,
  pageSize: 25,
};
