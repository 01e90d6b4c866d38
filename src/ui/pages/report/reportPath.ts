/** Address of the report within Grafana. @param owner null = what nobody owns, undefined = everybody's */
export const reportPath = (owner: string | null | undefined): string =>
  `/a/headroom-capacity-app/report${owner === undefined ? '' : `?owner=${encodeURIComponent(owner ?? '')}`}`;
