import { barFixture } from './barFixture';
import { barScale } from './barScale';

const small = barFixture({ demand: 1, ath: 2, eventDemand: 3, requiredCapacity: 3, capacity: 4 });
const large = barFixture({ demand: 100, ath: 200, eventDemand: 300, requiredCapacity: 300, capacity: 400 });

it('draws every service against its own capacity', () => {
  const at = barScale([small, large], 'capacity');
  expect(at(small, 2).at).toBeCloseTo(at(large, 200).at, 12);
  expect(at(small, 4).at).toBeLessThanOrEqual(1);
});

it('draws all in one unit when asked to', () => {
  const at = barScale([small, large], 'absolute');
  expect(at(large, 400)).toEqual({ at: 1, beyond: false });
  expect(at(small, 4).at).toBeCloseTo(0.01, 12);
});

it('keeps a mark beyond twice the capacity at the end, and says so', () => {
  const far = barFixture({ capacity: 10, ath: 1000 });
  expect(barScale([far], 'capacity')(far, 1000)).toEqual({ at: 1, beyond: true });
});

it('keeps demand and marks on the scale where capacity is not known or zero', () => {
  for (const capacity of [null, 0]) {
    const bar = barFixture({ capacity });
    const place = barScale([bar], 'capacity')(bar, 200);
    expect(place.at).toBeGreaterThan(0);
    expect(place.at).toBeLessThanOrEqual(1);
  }
});
