import { NEVER, of } from 'rxjs';
import { err, ok } from '../domain/base/Result';
import { NOTHING_RUNS } from '../engine/loadtest/NOTHING_RUNS';
import type { LoadTestUseCase } from '../engine/loadtest/LoadTestUseCase';
import type { RunSummary } from '../engine/loadtest/RunSummary';
import { stopLoadTests } from './stopLoadTests';

const publish = jest.fn();
jest.mock('@grafana/runtime', () => ({ getAppEvents: () => ({ publish }) }));
let loadTests: Partial<LoadTestUseCase>;
jest.mock('./headroomOfPage', () => ({ headroomOfPage: () => ({ loadTests }) }));

const run = (runId: string): RunSummary => ({ runId, service: 's', pool: `pool of ${runId}`, target: `target of ${runId}`, by: 'ed', startedAt: 0, endedAt: null, outcome: null, alive: true, ours: false, headline: '', version: null, carriedRps: null, interval: null });
const UNREADABLE = 'The run log cannot be read.';

let calls: unknown[];
const use = (over: Partial<LoadTestUseCase>): void => {
  calls = [];
  loadTests = {
    driven: () => [],
    running: () => of(NOTHING_RUNS),
    stop: (...asked) => (calls.push(asked), Promise.resolve(ok(null))),
    stopPool: (pool) => (calls.push(pool), Promise.resolve(ok(null))),
    ...over,
  };
};
const said = () => publish.mock.calls.map(([{ type, payload }]) => [type, payload[0]]);

beforeEach(() => publish.mockReset());

it.each<[string, Partial<LoadTestUseCase>, readonly unknown[], ReadonlyArray<readonly [string, string]>]>([
  ['nothing runs', {}, [], [['alert-success', 'No load test holds traffic now.']]],
  ['the log cannot be read: that is no success', { running: () => of({ ...NOTHING_RUNS, problem: UNREADABLE }) }, [], [['alert-error', UNREADABLE]]],
  ['a run of another page, with its pool', { running: () => of({ ...NOTHING_RUNS, runs: [run('r')] }) }, [['r', 'pool of r']], [['alert-success', 'Traffic of target of r is being given back.']]],
  [
    'a pool that no run of the log accounts for',
    { running: () => of({ runs: [], held: [{ pool: 'p', service: null, runId: 'x', holder: 'ann', targets: ['a'] }], problem: UNREADABLE }) },
    ['p'],
    [['alert-error', UNREADABLE], ['alert-success', 'Traffic of pool p is being given back.']],
  ],
  ['a run of this page, once', { driven: () => [run('r')], running: () => of({ ...NOTHING_RUNS, runs: [run('r')] }) }, [['r']], [['alert-success', 'Traffic of target of r is being given back.']]],
  ['a stop that is refused', { running: () => of({ ...NOTHING_RUNS, runs: [run('r')] }), stop: () => Promise.resolve(err({ kind: 'forbidden', message: 'Your role may not.' })) }, [], [['alert-error', 'The load test of target of r could not be stopped: Your role may not.']]],
])('%s', async (_name, over, asked, words) => {
  use(over);
  await stopLoadTests();
  expect(calls).toEqual(asked);
  expect(said()).toEqual(words);
});

it('stops what this page drives while the log stays silent', async () => {
  jest.useFakeTimers();
  use({ driven: () => [run('r')], running: () => NEVER });
  const stopping = stopLoadTests();
  expect(calls).toEqual([['r']]);
  await jest.advanceTimersByTimeAsync(10_000);
  await stopping;
  jest.useRealTimers();
  expect(said()).toEqual([['alert-success', expect.any(String)], ['alert-error', expect.stringContaining('of other pages could not be stopped')]]);
});
