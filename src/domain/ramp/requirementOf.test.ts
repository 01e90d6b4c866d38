import { DAY } from '../base/Duration';
import { unknown } from '../base/Figure';
import { judgeService } from '../capacity/judgeService';
import { benchmark, evenly, facts, measured, NOW, peak } from '../capacity/serviceFacts.fixture';
import type { ServiceFacts } from '../capacity/ServiceFacts';
import { requirementOf, type FoundByRun } from './requirementOf';

const run = (over: Partial<FoundByRun> = {}): FoundByRun => ({
  benchmark: { mean: 102, low: 100, high: 105, fleetRps: 100, cpuRatio: 1 },
  by: 'ed',
  endedAt: NOW,
  version: 'v1',
  spec: null,
  ...over,
});

/** A P0 with an all-time high of 1000 requests/s, no bursts, no skew. */
const service = (ready: number, over: Partial<ServiceFacts> = {}): ServiceFacts =>
  facts({ ath: peak(1000), burst: measured(1, 'factor'), instances: measured(ready, 'instances'), zones: evenly(ready / 3), versions: new Map([['v1', ready]]), ...over });

describe('instances required after a run', () => {
  it.each<[string, ServiceFacts, number, number | null, RegExp]>([
    // ceil(1500 / 85) = 18 must survive the loss of one zone of three: 27.
    ['short, with reserve and redundancy in mind', service(21), 27, 0, /^1000 requests\/s x 1\.5 at 100 requests\/s an instance.*: 27 instances required, 21 deployed\. Short by 6: 27 required, 21 deployed/],
    ['idle, as many as the fleet page offers', service(60), 27, 33, /33 can go\.$/],
    ['a few spare, not offered', service(30), 27, null, /Too few to give back, or held back: holds: 27 required, 3 spare\.$/],
    ['spare, but losing a zone leaves too few', service(60, { zones: new Map([['a', 48], ['b', 6], ['c', 6]]) }), 27, null, /held back: losing zone a/],
    ['spare, but another version runs by now', service(60, { versions: new Map([['v2', 60]]) }), 27, null, /the benchmark is of version v1, v2 runs now/],
    ['autoscaled: judged at its maximum', service(21, { autoscaler: { min: 3, max: 30, desired: 21 } }), 27, null, /30 deployed/],
  ])('%s', (_name, given, instances, spare, words) => {
    const found = requirementOf(run(), given);
    expect(found).toMatchObject({ required: { instances, athRps: 1000, eventFactor: 1.5 }, spareInstances: spare });
    expect(found.requiredWords).toMatch(words);
  });

  it('are those the fleet page comes to with the same benchmark', () => {
    const given = service(21);
    const onPage = judgeService({ ...given, benchmark: benchmark(100, { at: NOW, version: 'v1' }) }, { growth: 0, now: NOW });
    expect(requirementOf(run(), given).required?.instances).toBe(onPage.required.known && onPage.required.value);
  });

  it('are a bound where the run met no limit, and nothing is called short by it', () => {
    const open = run({ benchmark: { mean: 102, low: 100, high: null, fleetRps: 100, cpuRatio: null } });
    expect(requirementOf(open, service(21)).requiredWords).toMatch(/at most 27 instances required, 21 deployed\. Short by 6 at most/);
  });

  it('count with what the fleet carries where the target is cheaper than its peers', () => {
    const cheap = run({ benchmark: { mean: 102, low: 100, high: 105, fleetRps: 50, cpuRatio: 0.5 } });
    expect(requirementOf(cheap, service(60)).required?.instances).toBe(54);
  });

  it.each<[string, Partial<FoundByRun>, ServiceFacts | null, RegExp]>([
    ['no benchmark', { benchmark: null }, service(21), /Without a benchmark/],
    ['a service nobody knows', {}, null, /Peak and policy of the service are not known/],
    ['a peak nobody knows', {}, service(21, { ath: peak(0, { figure: unknown('reqps', 'history is being read') }) }), /history is being read/],
    ['several instance specs', { spec: 'a' }, service(21, { specs: new Map([['a', 20], ['b', 1]]) }), /Several instance specs/],
  ])('are not known with %s, and the words say why', (_name, change, given, words) => {
    const found = requirementOf(run(change), given);
    expect(found).toMatchObject({ required: null, spareInstances: null });
    expect(found.requiredWords).toMatch(words);
  });

  it('of a service that is young are not offered to give back', () => {
    expect(requirementOf(run(), service(60, { firstSeen: NOW - DAY }))).toMatchObject({ spareInstances: null, requiredWords: expect.stringContaining('only 1 d of history') });
  });
});
