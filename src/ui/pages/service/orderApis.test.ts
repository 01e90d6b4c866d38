import { orderApis } from './orderApis';
import { apiFixture } from './serviceViewFixture';

const routes = (apis: ReadonlyArray<{ readonly route: string }>) => apis.map((api) => api.route);

describe('orderApis', () => {
  const apis = [
    apiFixture('a', 0.2, 0.9),
    apiFixture('b', 0.5, null),
    apiFixture('c', 0.1, 0.3),
    apiFixture('other', 0.2, null),
  ];

  it('orders by share of load and keeps "other" apart', () => {
    const { ranked, other } = orderApis(apis, 'load');
    expect(routes(ranked)).toEqual(['b', 'a', 'c']);
    expect(other?.route).toBe('other');
  });

  it('puts an unknown p99 last, not first', () => {
    expect(routes(orderApis(apis, 'p99').ranked)).toEqual(['a', 'c', 'b']);
  });

  it('ranks a real route that happens to be called "other"', () => {
    const { ranked, other } = orderApis([apiFixture('other', 0.9, 0.1), apiFixture('a', 0.1, 0.1)], 'load');
    expect(routes(ranked)).toEqual(['other', 'a']);
    expect(other).toBeNull();
  });
});
