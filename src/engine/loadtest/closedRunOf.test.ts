import type { RunRecord } from '../../domain/records/runRecord';
import { closedRunOf } from './closedRunOf';
import { parseStoredRun } from '../../domain/ramp/parseStoredRun';

const common = { schema: 1, run: 'r', service: 's', by: 'ed' } as const;
const step = (index: number, over: Record<string, unknown> = {}) => ({
  index,
  purpose: 'step',
  shareBp: 2_500,
  offeredRps: 100 * index,
  demand: { mean: 100 * index, se: 2, n: 9 },
  measuredShare: 0.1 * index,
  from: 5,
  to: 6,
  result: 'carried',
  why: 'fine',
  verdict: { judge: 'j', decision: 'permit', reason: 'proven', nextLook: null, metrics: [{ name: 'latency' }], score: null },
  ...over,
});
const rehearsal = { at: 3, returnMs: 2_500, server: 'keeper 1' };
const start: RunRecord = { ...common, seq: 0, at: 1_000, event: 'start', pool: 'p', target: 'a', mode: 'hold', reason: 'why', plan: null };
const change = (seq: number, data: unknown): RunRecord => ({ ...common, seq, at: 1_000 + seq, event: 'change', state: 'judging', step: seq, commandedBp: 2_500, detail: '', data });

describe('what is kept of a run whose controller died', () => {
  const records = [start, change(1, { rehearsal, last: null }), change(2, { rehearsal, last: step(1) }), change(3, { rehearsal, last: step(1) }), change(4, { rehearsal, last: step(2) })];

  it('holds every step its records tell of, once, and the rehearsal', () => {
    const closed = closedRunOf(records, 'ann', 'the traffic is back');
    expect(closed).toMatchObject({ startedAt: 1_000, maxShare: 0.2, maxRps: 200, harmed: null, rehearsal, outcome: { kind: 'lost-control', reason: 'the controller died; closed by ann', known: 'the traffic is back' } });
    expect(closed.steps.map((s) => s.index)).toEqual([1, 2]);
    expect(closed.steps[0]?.verdict).toMatchObject({ decision: 'permit', metrics: [] });
  });

  it('is read back as any other', () => {
    const closed = closedRunOf(records, 'ann', 'the traffic is back');
    expect(parseStoredRun(JSON.parse(JSON.stringify(closed)))).toEqual(closed);
  });

  it.each<[string, unknown]>([
    ['nothing', null],
    ['details that were too long to keep', undefined],
    ['a step of another shape', { rehearsal: null, last: { index: 'one', verdict: null } }],
    ['a text', 'x'],
  ])('leaves out %s', (_name, data) => {
    expect(closedRunOf([start, change(1, data)], 'ann', '')).toMatchObject({ steps: [], rehearsal: null, maxShare: null, maxRps: null, harmed: null });
  });
});
