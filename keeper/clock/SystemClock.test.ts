import { SystemClock } from './SystemClock';

/** A witness that can be moved against the running clock, as a sleep of the machine does. */
function movable() {
  const state = { lead: 1000 };
  return { state, witness: () => performance.now() + state.lead };
}

it('counts the time the machine slept', () => {
  const { state, witness } = movable();
  const clock = new SystemClock(witness);
  const before = clock.monotonicMs();
  state.lead += 3_600_000;
  const passed = clock.monotonicMs() - before;
  expect(Math.round(passed / 60_000)).toBe(60);
});

it('never goes back, whatever the witness does', () => {
  const { state, witness } = movable();
  const clock = new SystemClock(witness);
  const before = clock.monotonicMs();
  state.lead -= 3_600_000;
  expect(clock.monotonicMs()).toBeGreaterThanOrEqual(before);
  state.lead += 10_000;
  expect(clock.monotonicMs() - before).toBeGreaterThanOrEqual(10_000);
});

it.each([Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, Number.NaN])('is not led astray by one look at the witness that gives %p, and sees later what was gained', (odd) => {
  const { state, witness } = movable();
  const clock = new SystemClock(witness);
  const before = clock.monotonicMs();
  const lead = state.lead;
  state.lead = odd;
  expect(clock.monotonicMs() - before).toBeLessThan(60_000);
  state.lead = lead + 3_600_000;
  expect(Math.round((clock.monotonicMs() - before) / 60_000)).toBe(60);
});

it('begins with a witness that cannot be seen', () => {
  const { state, witness } = movable();
  state.lead = Number.NEGATIVE_INFINITY;
  const clock = new SystemClock(witness);
  const before = clock.monotonicMs();
  state.lead = 5_000_000;
  expect(clock.monotonicMs() - before).toBeLessThan(60_000);
});
