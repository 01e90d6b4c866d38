/** One query or expression of a Grafana rule. */
export interface GrafanaQuery {
  readonly refId: string;
  readonly datasourceUid: string;
  readonly relativeTimeRange: { readonly from: number; readonly to: number };
  readonly model: Readonly<Record<string, unknown>>;
}

/** Seconds; an instant query is asked at the end of it. */
export const INSTANT_RANGE = { from: 600, to: 0 };

/** An instant Prometheus query as Grafana's own query editor writes it. */
export const instantQuery = (refId: string, sourceUid: string, expr: string): GrafanaQuery['model'] => ({
  refId,
  expr,
  instant: true,
  range: false,
  intervalMs: 1000,
  maxDataPoints: 43200,
  datasource: { type: 'prometheus', uid: sourceUid },
});
