/** Address of a service's page within Grafana, without the sub-path Grafana may be served under. */
export const servicePath = (key: string): string => `/a/headroom-capacity-app/service?key=${encodeURIComponent(key)}`;
