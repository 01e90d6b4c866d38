import { judgeReading, type JudgedOverride } from './judgeReading';
import type { Lease } from './Lease';
import type { PoolMemberReading, PoolReading } from './PoolReading';
import type { OverrideRecord } from './PoolRecord';

const override: OverrideRecord = {
  leaseId: 1,
  tokenHash: '',
  holder: 'Ada',
  actor: 'ada',
  runId: 'run',
  reason: 'a test',
  shares: { a: 4000 },
  seq: 0,
  weights: { a: 200 },
  tried: { a: [200] },
  baseline: { a: 100 },
  incarnation: 'one',
  ending: null,
};
const lease: Lease = { token: '', acquiredAt: 0, deadline: 30_000, hardDeadline: 60_000, ceilingBp: 5000, ceilingRps: null, evidenceAt: 0, changedAt: 0, writtenAt: 0, confirmed: true };
const member = (id: string, weight: number | null, serving = true): PoolMemberReading => ({ id, weight, configured: 100, serving, health: 'up', counters: null });
const reading: PoolReading = { members: [member('a', 200), member('b', 100), member('c', 100), member('d', 100)], lease: { fence: 7, remainingMs: 30_000 }, incarnation: 'one', agreed: true };
const judge = (judged: Partial<JudgedOverride>, seen: Partial<PoolReading>) => judgeReading({ override, lease, propagationMaxMs: 500, routerFence: 7, nowMs: 5000, ...judged }, { ...reading, ...seen });

describe('the lease of the router', () => {
  it.each<[string, Partial<JudgedOverride>, Partial<PoolReading>, object]>([
    ['is the one that was written', {}, {}, { kind: 'holds', state: 'applied' }],
    ['is gone, the weights are not', {}, { lease: null }, { kind: 'ends', cause: 'lost', detail: expect.stringContaining('no longer the lease') }],
    ['is gone after a reload that kept the weights', {}, { lease: null, incarnation: 'two' }, { kind: 'ends', cause: 'lost' }],
    ['is that of another write', {}, { lease: { fence: 9, remainingMs: 900_000 } }, { kind: 'ends', cause: 'lost', detail: 'the router holds the lease 9, not 7' }],
    ['is gone, with the time over by its clock', { nowMs: 29_500 }, { lease: null }, { kind: 'ends', cause: 'expired' }],
    ['is not there yet', { lease: { ...lease, confirmed: false } }, { lease: null }, { kind: 'holds', state: 'applied' }],
    ['is none, the keeper holds it', { routerFence: null }, { lease: null }, { kind: 'holds', state: 'applied' }],
  ])('%s', (_name, judged, seen, verdict) => {
    expect(judge(judged, seen)).toMatchObject(verdict);
  });
});

describe('the shares', () => {
  it.each<[string, readonly PoolMemberReading[], object]>([
    ['are as asked', reading.members, { kind: 'holds', state: 'applied' }],
    ['are above the ceiling', [member('a', 200), member('b', 100), member('c', 50), member('d', 20)], { kind: 'ends', cause: 'ceiling' }],
    ['are above what was asked', [member('a', 200), member('b', 100), member('c', 100), member('d', 20)], { kind: 'ends', cause: 'membership_changed' }],
    ['are unknown while a bystander that serves tells no weight', [member('a', 200), member('b', null), member('c', 100)], { kind: 'holds', state: 'unknown' }],
    ['mean nothing while nobody serves', [member('a', 200, false), member('b', 100, false)], { kind: 'holds', state: 'unknown' }],
    ['are known where the bystander without a weight does not serve', [member('a', 200), member('b', null, false), member('c', 150), member('d', 150)], { kind: 'holds', state: 'applied' }],
  ])('%s', (_name, members, verdict) => {
    expect(judge({}, { members })).toMatchObject(verdict);
  });
});
