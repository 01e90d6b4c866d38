export const COLUMN_IDS = [
  'status',
  'service',
  'tier',
  'owner',
  'instances',
  'demand',
  'ath',
  'limit',
  'headroom',
  'margin',
  'required',
  'spare',
  'bottleneck',
  'idle',
] as const;

/** A column of the fleet table, as named in the address. */
export type ColumnId = (typeof COLUMN_IDS)[number];
