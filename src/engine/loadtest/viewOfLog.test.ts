import { err, ok, type Result } from '../../domain/base/Result';
import { capabilities } from '../../domain/routing/capabilities.fixture';
import type { RoutingPool } from '../../domain/routing/poolSchema';
import type { RunLog } from '../../ports/RunStore';
import type { LoadTestView } from './LoadTestView';
import { begunLog, closedLog, endedLog, foreignLog, openLog, overrideOf, poolWith, storedRun } from './runLog.fixture';
import { viewOfLog } from './viewOfLog';

const HELD = ok(poolWith(overrideOf('r')));
const FREE = ok(poolWith(null));
const TAKEN = ok(poolWith(overrideOf('other')));
const AWAY = err('no answer within 5 s');

const seen = (log: RunLog, look: Result<RoutingPool, string> | null): LoadTestView => viewOfLog(log, look, capabilities, true);

describe('the lease of a run that somebody else drives', () => {
  it('is held, by whom the endpoint says, with the time by which the traffic is back', () => {
    // 14 s left, a second of the keeper, 1.5 s of propagation.
    expect(seen(openLog('judging', 2_000), HELD).lease).toEqual({ state: 'held', remainingMs: 14_000, hardRemainingMs: 3_000_000, ttlSeconds: 20, enforcedBy: 'both', promiseMs: 16_500 });
  });

  it('is held, by what is not known before the endpoint has said so', () => {
    expect(viewOfLog(openLog('judging', 2_000), HELD, null, true).lease).toEqual({ state: 'held', remainingMs: 14_000, hardRemainingMs: 3_000_000, ttlSeconds: 20, enforcedBy: null, promiseMs: null });
  });

  it.each<[string, LoadTestView['lease'], RunLog, Result<RoutingPool, string> | null]>([
    ['not known while the endpoint cannot be read', { state: 'unknown', reason: 'the routing endpoint cannot be read, no answer within 5 s' }, openLog('judging', 2_000), AWAY],
    ['not known where the log does not say which pool', { state: 'unknown', reason: 'the log does not say which pool the run is about' }, { ...begunLog(), records: [] }, null],
    ['none when the contract shows none', { state: 'none' }, openLog('verifying', 2_000), FREE],
    ['none when another run holds the pool', { state: 'none' }, openLog('judging', 60_000), TAKEN],
    ['none after an end that saw the traffic back', { state: 'none' }, endedLog(storedRun()), null],
    ['none after a visitor closed it, who saw the traffic back', { state: 'none' }, closedLog(), null],
    [
      'not known after an end that did not see the traffic back',
      { state: 'unknown', reason: 'the endpoint does not answer' },
      endedLog(storedRun({ outcome: { kind: 'lost-control', reason: 'x', known: 'the endpoint does not answer' }, ending: { releasedAt: 1, baselineAt: null, byContract: false, byMetrics: false, recoveredAt: null } }), 'lost-control'),
      null,
    ],
    ['not known after control was lost without a readable report', { state: 'unknown', reason: 'the run lost control, and its report cannot be read' }, endedLog(null, 'lost-control'), null],
  ])('is %s', (_name, lease, log, look) => {
    expect(seen(log, look).lease).toEqual(lease);
  });
});

describe('requests harmed by a run that somebody else drives', () => {
  it.each<[string, LoadTestView['harmed'], RunLog, Result<RoutingPool, string> | null]>([
    ['not known while it goes on', { requests: null, ceiling: 1_234 }, openLog('judging', 2_000), HELD],
    ['told by the report it left', { requests: 321.5, ceiling: 1_234 }, endedLog(storedRun({ harmed: 321.5 })), null],
    ['not known where that report cannot be read', { requests: null, ceiling: 1_234 }, endedLog({ harmed: 3 }), null],
    ['not known where a visitor closed it, who had counted nothing', { requests: null, ceiling: 1_234 }, closedLog(), null],
    ['without a ceiling where its plan cannot be read', { requests: null, ceiling: null }, foreignLog(), HELD],
  ])('are %s', (_name, harmed, log, look) => {
    expect(seen(log, look).harmed).toEqual(harmed);
  });
});

const GONE = 'No override of this run is in force: its driver has gone, and the traffic is back. The record can be closed.';

describe('what a run that somebody else drives is doing', () => {
  it.each<[string, LoadTestView['phase'], string, readonly string[], RunLog, Result<RoutingPool, string> | null]>([
    ['is what it wrote last', 'settling', 'Driven from another page: traffic is being moved', [], openLog('settling', 2_000), HELD],
    ['is looking around when it has only begun', 'preflight', 'No traffic is held by this run now; its driver has not ended it yet', [], begunLog(), ok({ ...poolWith(null), serverTime: begunLog().records[0]?.at ?? 0 })],
    ['is on its way back', 'verifying', 'No traffic is held by this run now; its driver has not ended it yet', [], openLog('verifying', 20_000), FREE],
    ['is nothing when its driver has gone', 'abandoned', 'The driver of this run has gone; its lease is over', [GONE], openLog('judging', 60_000), FREE],
    ['is nothing when its driver has gone and another run has the pool', 'abandoned', 'The driver of this run has gone; its lease is over', [GONE.replace('the traffic is back', 'another run holds the pool')], openLog('judging', 60_000), TAKEN],
    ['is not known while the endpoint cannot be read', 'unknown', 'The routing endpoint cannot be read: whether this run still holds traffic is not known', [], openLog('judging', 2_000), AWAY],
    ['is not known where the log does not say of which pool it is', 'unknown', 'The log of this run does not say which pool it is about: whether it still holds traffic is not known', [], { ...begunLog(), records: [] }, null],
    ['is not known in a state of another version', 'unknown', 'Driven from another page: traffic is being moved', [], openLog('juggling', 2_000), HELD],
    ['is over', 'finished', 'Stopped by an operator. Stopped by ann.', [], endedLog(storedRun()), null],
  ])('%s', (_name, phase, headline, warnings, log, look) => {
    expect(seen(log, look)).toMatchObject({ phase, headline, warnings });
  });
});

it('shows the steps that the log holds', () => {
  const last = { index: 1, purpose: 'step', shareBp: 3_000, offeredRps: 90, demand: null, measuredShare: 0.3, from: 5, to: 6, result: 'carried', why: 'fine', verdict: null };
  expect(seen(openLog('settling', 2_000, { rehearsal: null, last }), HELD).steps).toEqual([last]);
});
