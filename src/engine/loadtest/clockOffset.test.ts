import { clockOffset } from './clockOffset';

const T = 1_700_000_000_000;

it.each([
  ['two that agree', T, T, { asked: 0, endpoint: 10, metrics: 20 }, 0],
  ['a long answer of the metrics, whose clock was read at its begin', T, T + 100, { asked: 0, endpoint: 150, metrics: 3_000 }, 0],
  ['a long answer of the metrics, whose clock was read at its end', T + 2_900, T, { asked: 0, endpoint: 10, metrics: 3_000 }, 0],
  ['a long answer of the endpoint', T, T + 2_000, { asked: 0, endpoint: 2_500, metrics: 20 }, 0],
  ['metrics that are ahead', T + 5_000, T, { asked: 100, endpoint: 110, metrics: 150 }, 4_950],
  ['metrics that are behind', T - 5_000, T, { asked: 100, endpoint: 110, metrics: 150 }, -4_990],
  ['hours', T + 7_200_000, T, { asked: 0, endpoint: 1_000, metrics: 1_000 }, 7_199_000],
])('is the least that fits: %s', (_name, metrics, endpoint, at, expected) => expect(clockOffset(metrics, endpoint, at)).toBe(expected));

it.each([
  ['the metrics', null, T],
  ['the endpoint', T, null],
])('is not known without %s', (_name, metrics, endpoint) => expect(clockOffset(metrics, endpoint, { asked: 0, endpoint: 0, metrics: 0 })).toBeNull());
