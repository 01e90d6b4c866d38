import type { DataQuery } from '@grafana/schema';

export type VariableList = 'services' | 'tiers' | 'owners';

/** What a dashboard variable lists; tiers and owners narrow the list and may hold variables themselves. */
export interface VariableQuery extends DataQuery {
  queryType?: undefined;
  list: VariableList;
  tiers?: string[];
  owners?: string[];
}
