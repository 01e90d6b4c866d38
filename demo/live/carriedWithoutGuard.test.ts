/** @jest-environment node */
import { SERVICES } from '../history/services';
import { carriedWithoutGuard, quantileOf } from './carriedWithoutGuard';

const run = (name: string, demand: number, quietP99 = 0.1) => {
  const service = SERVICES.find((one) => one.name === name);
  if (!service) {
    throw new Error(`no service ${name}`);
  }
  return carriedWithoutGuard({ service, demand, minutes: 3, seed: 4, quietP99 });
};

describe('what an instance carries', () => {
  it.each([
    ['cart', 60, null],
    ['images', 60, null],
    ['cart', 170, 'CPU above 97 % in one scrape'],
    ['images', 118, 'pool full over 30 s'],
  ])('%s at %d requests/s touches %j', (name, demand, guard) => {
    expect(run(name, demand).guard).toBe(guard);
  });

  it('is less when the latency guard is stricter', () => {
    expect(run('cart', 100, 0.01).guard).toBe('p99 over 30 s');
  });

  it('is the same for the same seed', () => {
    expect(run('cart', 110)).toEqual(run('cart', 110));
  });

  it.each([
    [[3, 1, 2], 0.99, 3],
    [[5], 0.5, 5],
    [[], 0.99, 0],
  ])('has the quantile of %j at %d: %d', (values, q, expected) => {
    expect(quantileOf(values, q)).toBe(expected);
  });
});
