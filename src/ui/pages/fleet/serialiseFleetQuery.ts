import { DEFAULT_QUERY, type FleetQuery } from './FleetQuery';

const OWN = ['q', 'tier', 'owner', 'status', 'sort', 'group', 'growth', 'page', 'size'];

/** The address of a view: what differs from the default, beside parameters of others (`orgId`, `kiosk`), which are kept. */
export function serialiseFleetQuery(query: FleetQuery, others: URLSearchParams): URLSearchParams {
  const params = new URLSearchParams(others);
  OWN.forEach((name) => params.delete(name));
  for (const [name, value] of entries(query)) {
    params.append(name, value);
  }
  return params;
}

function entries(query: FleetQuery): Array<readonly [name: string, value: string]> {
  const changed = (name: string, value: string | number, usual: string | number) =>
    value === usual ? [] : [[name, String(value)] as const];
  const sort = query.sort ? `${query.sort.descending ? '-' : ''}${query.sort.column}` : '';
  return [
    ...changed('q', query.search, DEFAULT_QUERY.search),
    ...query.tiers.map((tier) => ['tier', tier] as const),
    ...query.owners.map((owner) => ['owner', owner] as const),
    ...query.statuses.map((status) => ['status', status] as const),
    ...changed('sort', sort, ''),
    ...changed('group', query.byOwner ? 'owner' : '', ''),
    ...changed('growth', query.growthPercent, DEFAULT_QUERY.growthPercent),
    ...changed('page', query.page, DEFAULT_QUERY.page),
    ...changed('size', query.pageSize, DEFAULT_QUERY.pageSize),
  ];
}
