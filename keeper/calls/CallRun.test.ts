import { CallRun } from './CallRun';

it.each([
  [11, false],
  [12, false],
  [13, true],
])('leaves every pool at its baseline and the journal consistent, whatever is called and whatever fails (seed %d, humans at work: %s)', async (seed, humans) => {
  const result = await new CallRun({ seed, calls: 800, clients: 8, humans }).run();
  expect(result.broken).toEqual([]);
  // A run that never took a lease or never met a fault would prove nothing.
  expect(result.answers['201']).toBeGreaterThan(5);
  expect(Object.keys(result.faults).length).toBeGreaterThan(5);
});
