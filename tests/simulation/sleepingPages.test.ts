import { outcomeText } from '../../src/domain/ramp/outcomeText';
import type { RampPhase } from '../../src/domain/ramp/RampState';
import type { RunController } from '../../src/engine/loadtest/RunController';
import { KeeperStage, PROMISE_MS, TARGET } from './KeeperStage';

const words = ({ state }: RunController): string => (state.phase === 'finished' ? outcomeText(state.outcome) : state.phase);
const finished = (run: RunController) => (): boolean => run.state.phase === 'finished';

/** Who took the lease of the pool, in order. */
async function leases(stage: KeeperStage): Promise<readonly string[]> {
  const answer = await stage.keeper.events('pool', 0, 200);
  return answer.kind === 'accepted' ? answer.body.events.filter((e) => e.kind === 'acquired').map((e) => e.runId ?? '') : [];
}

async function watching(): Promise<{ readonly stage: KeeperStage; readonly run: RunController; readonly phases: RampPhase[] }> {
  const stage = new KeeperStage();
  const run = stage.page();
  const phases: RampPhase[] = [];
  run.watch().subscribe(({ phase }) => phases.push(phase));
  run.start();
  await stage.until(() => run.state.phase === 'judging', 300);
  return { stage, run, phases };
}

const sleep = (stage: KeeperStage, seconds: number): void => {
  stage.time.frozenUntil = stage.time.world() + seconds * 1_000;
};

const asked = (stage: KeeperStage) =>
  ({ shares: { [TARGET]: 1_500 }, ttlSeconds: 60, runId: 'theirs', reason: 'another test', holder: 'ann', evidenceAgeMs: 0, maxLifetimeSeconds: 600, ceilingBp: 2_000, ceilingRps: null, at: stage.time.world() }) as const;

/** Another operator takes the pool, past this engine. */
async function taken(stage: KeeperStage): Promise<void> {
  const read = await stage.keeper.pool('pool');
  const { at, ...request } = asked(stage);
  const revision = read.kind === 'accepted' ? read.body.revision : NaN;
  const answer = await stage.keeper.put({ pool: 'pool', request, revision, key: `theirs-${at}`, actor: 'ann' });
  expect(answer.kind).toBe('accepted');
}

describe('a page that sleeps under load', () => {
  it('for less than the lease: it holds, looks again, settles anew and goes on', async () => {
    const { stage, run, phases } = await watching();
    phases.length = 0;
    sleep(stage, 8);
    await stage.pass(12);
    expect(phases.slice(0, 2)).toEqual(['holding', 'settling']);
    await stage.until(finished(run));
    expect(run.state).toMatchObject({ outcome: { kind: 'carried-plan' } });
    expect([await leases(stage), stage.atBaseline()]).toEqual([['run-rehearsal', 'run'], true]);
  });

  it.each([45, 600, 3_600])('for %d s: the lease lapses while it sleeps; awake it says so and never takes the pool again', async (seconds) => {
    const { stage, run } = await watching();
    sleep(stage, seconds);
    const since = stage.time.world();
    await stage.until(() => stage.atBaseline(), 60);
    expect(stage.time.world() - since).toBeLessThanOrEqual(PROMISE_MS);
    await stage.until(finished(run), seconds + 300);
    expect(words(run)).toMatch(/^the lease ended: it was not renewed in time/);
    expect([await leases(stage), stage.atBaseline()]).toEqual([['run-rehearsal', 'run'], true]);
  });

  it('while another operator takes the pool: awake it leaves theirs alone', async () => {
    const { stage, run } = await watching();
    sleep(stage, 45);
    await stage.until(() => stage.atBaseline(), 60);
    await taken(stage);
    await stage.until(finished(run), 300);
    expect(words(run)).toMatch(/^the lease ended: it was not renewed in time/);
    const pool = await stage.keeper.pool('pool');
    expect(pool).toMatchObject({ body: { override: { runId: 'theirs', holder: 'ann' } } });
  });

  it('and wakes to a renewal that is refused, the pool taken meanwhile: nobody stops their run', async () => {
    const { stage, run } = await watching();
    await stage.keeper.stop('pool', null, 'bob');
    await taken(stage);
    await stage.until(finished(run), 300);
    expect(words(run)).toBe('Stopped by bob at the routing endpoint.');
    expect(await stage.keeper.pool('pool')).toMatchObject({ body: { override: { runId: 'theirs' } } });
  });
});

describe('two users in two browsers', () => {
  it('who start together: one takes the pool, the other ends and leaves it alone', async () => {
    const stage = new KeeperStage();
    const [one, two] = [stage.page({ runId: 'one', by: 'ann' }), stage.page({ runId: 'two', by: 'bob' })];
    one.start();
    two.start();
    await stage.until(() => finished(one)() || finished(two)(), 300);
    const [loser, winner] = finished(one)() ? [one, two] : [two, one];
    expect(words(loser)).toMatch(/(ann|bob) holds/);
    await stage.until(finished(winner));
    expect(winner.state).toMatchObject({ outcome: { kind: 'carried-plan' } });
    expect(stage.atBaseline()).toBe(true);
  });

  it('of whom the second comes under load: refused before anything is moved, the first goes on', async () => {
    const { stage, run } = await watching();
    const second = stage.page({ runId: 'second', by: 'bob' });
    second.start();
    await stage.until(finished(second), 60);
    expect(words(second)).toContain('ed holds the pool now');
    await stage.until(finished(run));
    expect(run.state).toMatchObject({ outcome: { kind: 'carried-plan' } });
    expect(await leases(stage)).toEqual(['run-rehearsal', 'run']);
  });

  it('of whom the second stops the first: it ends as stopped by them', async () => {
    const { stage, run } = await watching();
    await stage.keeper.stop('pool', 'run', 'bob');
    await stage.until(finished(run), 300);
    expect(words(run)).toBe('Stopped by bob at the routing endpoint.');
    expect(stage.atBaseline()).toBe(true);
  });
});
