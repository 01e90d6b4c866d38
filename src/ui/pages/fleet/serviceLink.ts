/** Address of a service's page. */
export const serviceLink = (key: string): string => `/a/headroom-capacity-app/service?key=${encodeURIComponent(key)}`;
