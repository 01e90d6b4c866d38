import { facts } from '../../domain/capacity/serviceFacts.fixture';
import { judgeService } from '../../domain/capacity/judgeService';
import { serviceRef } from '../../domain/catalogue/ServiceRef';
import { AbortError } from '../../ports/AbortError';
import { WorkSlices } from '../fleet/WorkSlices';
import { judgedRows } from './judgedRows';
import { rowsOf } from './testing/rowsOf';
import { stateOf } from './testing/stateOf';

jest.mock('../../domain/capacity/judgeService', () => {
  const real = jest.requireActual<typeof import('../../domain/capacity/judgeService')>('../../domain/capacity/judgeService');
  return { judgeService: jest.fn(real.judgeService) };
});

const judge = jest.mocked(judgeService);

const TEN = Array.from({ length: 10 }, (_, i) =>
  facts({ tier: i % 2 === 0 ? 'P1' : 'P0', service: serviceRef('prom', 'http', ['service'], { service: `s${i}` }) })
);

/** A clock by which every verdict takes five milliseconds; who rests is woken by the test. */
function desk() {
  const resting: Array<() => void> = [];
  const clock = {
    now: () => 5 * judge.mock.calls.length,
    sleep: (_: number, signal?: AbortSignal) =>
      new Promise<void>((resolve, reject) => {
        resting.push(() => (signal?.aborted ? reject(new AbortError()) : resolve()));
      }),
  };
  const wake = async () => {
    resting.splice(0).forEach((one) => one());
    await new Promise((resolve) => setImmediate(resolve));
  };
  return { wake, resting, slices: (signal = new AbortController().signal) => new WorkSlices(clock, signal) };
}

beforeEach(() => judge.mockClear());

describe('judgedRows', () => {
  it('gives the page a turn every few verdicts, and sorts as the fleet page does', async () => {
    const { wake, resting, slices } = desk();
    const state = stateOf(TEN);
    const rows = judgedRows(state, slices());
    expect(judge.mock.calls.length).toBe(1);
    const seen: number[] = [];
    while (judge.mock.calls.length < TEN.length || resting.length > 0) {
      await wake();
      seen.push(judge.mock.calls.length);
    }
    expect(Math.max(...seen.map((n, i) => n - (seen[i - 1] ?? 0)))).toBeLessThanOrEqual(3);
    const judged = await rows;
    expect(judged.map((r) => r.facts.service.name)).toEqual(rowsOf(state).map((r) => r.facts.service.name));
  });

  it('judges once for all who ask of one state', async () => {
    const { wake, resting, slices } = desk();
    const state = stateOf(TEN);
    const both = Promise.all([judgedRows(state, slices()), judgedRows(state, slices())]);
    while (judge.mock.calls.length < TEN.length || resting.length > 0) {
      await wake();
    }
    const [a, b] = await both;
    expect(a).toBe(b);
    expect(judge).toHaveBeenCalledTimes(TEN.length);
    expect(await judgedRows(state, slices())).toBe(a);
  });

  it('stops for the one who leaves and goes on for the others', async () => {
    const { wake, resting, slices } = desk();
    const state = stateOf(TEN);
    const leaving = new AbortController();
    const left = judgedRows(state, slices(leaving.signal));
    const gone = expect(left).rejects.toBeInstanceOf(AbortError);
    await new Promise((resolve) => setImmediate(resolve));
    leaving.abort();
    await wake();
    await gone;
    const before = judge.mock.calls.length;
    expect(before).toBeLessThan(TEN.length);
    const rows = judgedRows(state, slices());
    while (judge.mock.calls.length < TEN.length || resting.length > 0) {
      await wake();
    }
    expect(await rows).toHaveLength(TEN.length);
    expect(judge).toHaveBeenCalledTimes(TEN.length);
  });
});
