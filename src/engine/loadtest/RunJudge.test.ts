import { err, ok } from '../../domain/base/Result';
import { headroomJudge } from '../../domain/canary/headroomJudge';
import type { Judge, JudgeVerdict, JudgeWindow } from '../../domain/canary/Judge';
import type { StateOf } from '../../domain/ramp/RampState';
import { NOW, plan } from '../../domain/ramp/run.fixture';
import { RunJudge } from './RunJudge';
import type { Telemetry } from './telemetry/Telemetry';

const WINDOW = 20_000;

/** A judge that says after how many windows it was asked, and never decides. */
function looking() {
  const asked: number[] = [];
  const judge = {
    name: 'j',
    looks: headroomJudge.looks,
    judge: ({ windows }: { readonly windows: readonly unknown[] }): JudgeVerdict => {
      asked.push(windows.length);
      return { judge: 'j', decision: 'continue', reason: '', nextLook: null, metrics: [], score: null };
    },
  };
  const target = { subject: 'a', role: 'target', series: {}, buckets: [] } as const;
  const telemetry = { read: async () => ({ ok: true, value: { subjects: [target], now: null, asked: [] } }) } as unknown as Telemetry;
  const runJudge = new RunJudge(judge, telemetry, plan());
  runJudge.begin(() => [], [], 5_000);
  return { asked, runJudge };
}

const at = (windows: number, countFrom: number, index = 1, purpose: 'step' | 'climb' = 'step') =>
  ({ phase: 'judging', level: { index, shareBp: 1, wantedRps: 1, purpose }, countFrom, lastSample: countFrom + windows * WINDOW, run: { last: null } }) as unknown as StateOf<'judging'>;

/** Window by window, as a run looks; gives after how many windows the judge was asked. */
async function play(steps: ReadonlyArray<readonly [upTo: number, countFrom: number, index?: number, purpose?: 'step' | 'climb']>): Promise<readonly number[]> {
  const { asked, runJudge } = looking();
  for (const [upTo, countFrom, index, purpose] of steps) {
    for (let windows = 0; windows <= upTo; windows++) {
      await runJudge.look(at(windows, countFrom, index, purpose), new AbortController().signal);
    }
  }
  return asked;
}

describe('the judge of a run', () => {
  it.each<[string, Parameters<typeof play>[0], readonly number[]]>([
    ['is asked once at each of its looks', [[40, NOW]], [6, 10, 15]],
    ['is asked anew about the next level', [[7, NOW], [7, NOW + 1, 2]], [6, 6]],
    ['is asked anew about a level that settled anew', [[11, NOW], [11, NOW + 500_000]], [6, 10, 6, 10]],
    ['is asked anew even after its last look', [[20, NOW], [15, NOW + 500_000]], [6, 10, 15, 6, 10, 15]],
    ['is not asked about what guards hold alone', [[40, NOW, 1, 'climb']], []],
  ])('%s', async (_, steps, expected) => expect(await play(steps)).toEqual(expected));
});

describe('a canary configuration', () => {
  const aca = { ...plan(), judge: { kind: 'aca' as const, config: JSON.stringify({ metrics: [{ name: 'mine', query: { metricName: 'up' } }] }), pass: 95, marginal: 75 } };
  const lookAt = async (windows: number, answer: unknown) => {
    const seen: Array<readonly JudgeWindow[]> = [];
    const judge: Judge = {
      name: 'j',
      looks: [6, 10],
      judge: (input) => {
        seen.push(input.windows);
        return { judge: 'j', decision: 'permit', reason: '', nextLook: null, metrics: [], score: null };
      },
    };
    const requests = [Array.from({ length: 60 }, (_, i) => ({ at: NOW + i * 5_000, value: i }))];
    const target = { subject: 'a', role: 'target', series: { requests }, buckets: [] } as const;
    const canary = jest.fn(async () => answer);
    const telemetry = { read: async () => ({ ok: true, value: { subjects: [target], now: null, asked: [] } }), canary } as unknown as Telemetry;
    const runJudge = new RunJudge(judge, telemetry, aca);
    runJudge.begin(() => [], [], 5_000);
    const verdict = await runJudge.look(at(windows, NOW), new AbortController().signal);
    return { verdict, seen, canary };
  };

  it('is asked at the ends of the windows, and judged', async () => {
    const { verdict, seen, canary } = await lookAt(6, ok(new Map([['mine', new Map([['a', new Map([[NOW + 6 * WINDOW, 7]])]])]])));
    expect(canary).toHaveBeenCalledWith(expect.any(Map), { from: NOW + WINDOW, to: NOW + 6 * WINDOW }, WINDOW, expect.any(AbortSignal));
    expect(seen[0]?.at(-1)?.target.values.mine).toBe(7);
    expect(verdict?.decision).toBe('permit');
  });

  it.each([
    ['waits for the next look', 6, 'continue', 10],
    ['is inconclusive at the last one', 10, 'inconclusive', null],
  ])('permits nothing while it cannot be asked, and says why: %s', async (_name, windows, decision, nextLook) => {
    const { verdict, seen } = await lookAt(windows, err('metric "mine": no'));
    expect(seen).toEqual([]);
    expect(verdict).toMatchObject({ decision, nextLook, reason: 'the canary configuration could not be asked: metric "mine": no' });
  });
});
