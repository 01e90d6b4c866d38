import type { StoreProblem } from '../../ports/BenchmarkStore';
import { flushWaiting } from './flushWaiting';

const AWAY: StoreProblem = { kind: 'unreachable', message: 'away' };
const NO: StoreProblem = { kind: 'forbidden', message: 'no' };

type Flushed = readonly [waiting: number, problem: StoreProblem | null];

/** What a store that answers so is asked, and what is said of it. */
async function flushed(answers: readonly Flushed[]) {
  const waits: number[] = [];
  const told: string[] = [];
  let tries = 0;
  const flush = () => {
    const [waiting, problem] = answers[tries++] ?? [0, null];
    return Promise.resolve({ waiting, problem });
  };
  await flushWaiting({ flush }, { sleep: (ms) => (waits.push(ms / 1000), Promise.resolve()) }, (kept) => told.push(kept));
  return { tries, waits, told };
}

const away: Flushed = [2, AWAY];

it.each<[string, Awaited<ReturnType<typeof flushed>>, readonly Flushed[]]>([
  ['nothing waits: asked once', { tries: 1, waits: [], told: ['stored'] }, []],
  ['Grafana comes back', { tries: 4, waits: [5, 10, 20], told: ['waiting', 'waiting', 'waiting', 'stored'] }, [away, away, away]],
  ['a role that may not write is not asked for ever', { tries: 2, waits: [5], told: ['waiting', 'refused'] }, [away, [1, NO]]],
])('%s', async (_name, expected, answers) => {
  expect(await flushed(answers)).toEqual(expected);
});

it('never waits longer than five minutes', async () => {
  const { waits } = await flushed(Array.from({ length: 10 }, () => away));
  expect(waits).toEqual([5, 10, 20, 40, 80, 160, 300, 300, 300, 300]);
});
