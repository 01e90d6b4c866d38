/** What a query asks for. Kept in saved dashboards: a name is never changed. */
export const QUERY_TYPES = [
  'fleet',
  'headroom',
  'capacity',
  'demand',
  'peaks',
  'required',
  'benchmark',
  'benchmark-history',
  'saturation',
  'load-tests',
  'new-aths',
] as const;

export type QueryType = (typeof QUERY_TYPES)[number];
