import { coversAllServices } from './coversAllServices';

const grouped = 'sum by (namespace, service) (rate(http_requests_total[5m]))';

describe('coversAllServices', () => {
  it.each([
    ['a grouped query on a page of many', grouped, null, true],
    ['a grouped query on the page of one', grouped, 'checkout', true],
    ['a query of that service', 'sum (rate(http_requests_total{service="checkout"}[5m]))', 'checkout', false],
    ['a query of a service whose name is longer', 'sum (rate(x{service="checkout-v2"}[5m]))', 'checkout', true],
    ['a name with a quote', 'x{service="say \\"hi\\""}', 'say "hi"', false],
  ])('%s', (_, expr, service, all) => expect(coversAllServices(expr, service)).toBe(all));
});
