/**
 * Whether a query answers for every service, so that the figure is one row of its answer. A query narrowed to a service
 * names it as the value of a label.
 * @param service name of the service the page is about; null on a page of many, whose queries are all grouped
 */
export const coversAllServices = (expr: string, service: string | null): boolean =>
  service === null || !expr.includes(JSON.stringify(service));
