export type GroupBy = 'tier' | 'owner' | 'none';
export type SortBy = 'worst' | 'name' | 'demand' | 'capacity';
export type BarScaleKind = 'capacity' | 'absolute';

/** How plain Prometheus queries play the parts of the fleet frame. */
export interface QueryRoles {
  readonly demand: string;
  readonly capacity: string;
  readonly ath: string;
  readonly eventDemand: string;
  readonly requiredCapacity: string;
}

export interface HeadroomOptions {
  readonly groupBy: GroupBy;
  readonly sortBy: SortBy;
  readonly limit: number;
  readonly scale: BarScaleKind;
  /** Unit id of Grafana for demand and capacity. */
  readonly unit: string;
  readonly showLegend: boolean;
  /** Label of plain queries that names the service; empty = all its labels together, but for that of the tier. */
  readonly serviceLabel: string;
  /** Label of plain queries that holds the tier. */
  readonly tierLabel: string;
  /** Query letters of plain queries. */
  readonly roles: QueryRoles;
  /** Growth plain queries are held against, as a share: 0.25 asks for 25 % over the peak. */
  readonly asked: number;
}

export const defaultHeadroomOptions: HeadroomOptions = {
  groupBy: 'tier',
  sortBy: 'worst',
  limit: 50,
  scale: 'capacity',
  unit: 'reqps',
  showLegend: true,
  serviceLabel: '',
  tierLabel: 'tier',
  roles: { demand: 'A', capacity: 'B', ath: 'C', eventDemand: 'D', requiredCapacity: 'E' },
  asked: 0.25,
};
