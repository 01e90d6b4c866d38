import type { RunRecord } from '../../domain/records/runRecord';
import type { RoutingPool } from '../../domain/routing/poolSchema';
import { controllerGone, isOfRun } from './controllerGone';
import { poolWith } from './runLog.fixture';

const NOW = 1_000_000;
const at = (ago: number, state: string): RunRecord => ({ schema: 1, run: 'r', seq: 3, service: 's', at: NOW - ago, by: 'ed', event: 'change', state, step: 1, commandedBp: 3_000, detail: '', data: null });

const pool = (over: Partial<Pick<RoutingPool, 'override' | 'lastEnd'>> = {}): RoutingPool => ({ ...poolWith(null), serverTime: NOW, ...over });
const heldBy = (runId: string): Pick<RoutingPool, 'override'> => ({ override: { leaseId: 1, holder: 'x', runId, reason: '', shares: {}, seq: 0, remainingMs: 9_000, hardRemainingMs: 9_000 } });
const ended = (ago: number, runId = 'r'): Pick<RoutingPool, 'lastEnd'> => ({ lastEnd: { leaseId: 1, runId, cause: 'expired', at: NOW - ago } });

describe('whether anybody can still drive a run', () => {
  it.each<[string, readonly RunRecord[], RoutingPool, boolean]>([
    ['its override is in force', [at(900_000, 'judging')], pool(heldBy('r')), false],
    ['that of its rehearsal is', [at(900_000, 'rehearsal')], pool(heldBy('r-rehearsal')), false],
    ['its lease ended a minute ago and it wrote nothing', [at(90_000, 'judging')], pool(ended(60_000)), true],
    ['its lease ended just now: it has not had time to write', [at(90_000, 'judging')], pool(ended(2_000)), false],
    ['it wrote after its lease had ended: it is on its way back', [at(20_000, 'verifying')], pool(ended(21_000)), false],
    ['it has been on its way back for longer than that takes', [at(200_000, 'verifying')], pool(ended(201_000)), true],
    ['its lease ended before it knew that it had one', [at(40_000, 'acquiring')], pool(ended(30_000)), true],
    ['the lease of its rehearsal ended, as it is meant to', [at(40_000, 'rehearsal')], pool(ended(30_000, 'r-rehearsal')), false],
    ['it holds a share, it says, and somebody else does', [at(60_000, 'judging')], pool(heldBy('other')), true],
    ['it has just written that it holds a share', [at(3_000, 'settling')], pool(), false],
    ['it was looking around and has been silent since', [at(200_000, 'preflight')], pool(), true],
    ['it has only just begun', [at(20_000, 'preflight')], pool(), false],
    ['it has no record', [], pool(), false],
  ])('%s', (_name, records, state, gone) => {
    expect(controllerGone(records, state)).toBe(gone);
  });

  it.each([
    ['r', true],
    ['r-rehearsal', true],
    ['r2', false],
    ['other', false],
  ])('%s on the wire', (wire, same) => expect(isOfRun(wire, 'r')).toBe(same));
});
