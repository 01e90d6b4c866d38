import type { ProblemCode } from '../routing/answerSchema';
import type { OverrideEndCause } from '../routing/poolSchema';
import { STEPS, verdict } from './machineBench.fixture';
import type { PoolView } from './Observation';
import { outcomeText } from './outcomeText';
import { MachineBench, NOW } from './run.fixture';

const over = (code: ProblemCode = 'lease_expired') => ({ kind: 'refused', code, detail: 'the lease ended', retryAfterMs: null }) as const;
const renewRefused = (code?: ProblemCode): MachineBench => new MachineBench(STEPS).judging().feed({ kind: 'answered', call: 'renew', key: '', answer: over(code) });
const ended = (cause: OverrideEndCause, by: string | null = null, runId = 'r'): Partial<PoolView> => ({ override: null, lastEnd: { runId, cause, at: NOW, by } });
const words = (bench: MachineBench): string => ('outcome' in bench.state ? outcomeText(bench.state.outcome) : '');
const stops = (bench: MachineBench): number => bench.all.filter((c) => c.kind === 'stop').length;
const UNKNOWN = /^the lease is over, and why is not known \(the endpoint answered: the lease ended\)/;

describe('a call answered with "the lease is over"', () => {
  it.each<[OverrideEndCause, string | null, RegExp]>([
    ['lost', null, /^the router was restarted or reloaded and no longer has the override/],
    ['keeper_restarted', null, /^the keeper was restarted/],
    ['diverged', null, /^somebody else changed the weights/],
    ['router_error', null, /^the router refused or failed/],
    ['expired', null, /^the lease ended: it was not renewed in time/],
    ['lifetime', null, /^the lease ended: it had lived as long as it may/],
    ['membership_changed', null, /^Guard instance-set: the members of the pool changed/],
    ['ceiling', null, /^Guard ceiling: the endpoint found the target above its ceiling/],
    ['stopped', 'ann', /^Stopped by ann at the routing endpoint\.$/],
    ['stopped', null, /^Stopped by somebody at the routing endpoint\.$/],
    ['frozen', 'ann', /^Stopped by the global freeze of ann\.$/],
    ['frozen', null, /^Stopped by the global freeze\.$/],
  ])('%s by %s is read from the pool, named, and kept to the end', (cause, by, text) => {
    const bench = renewRefused();
    expect([bench.phase, bench.sent]).toEqual(['releasing', [{ kind: 'look' }]]);
    bench.look({ pool: bench.pool(ended(cause, by)) }, 1_000);
    expect([words(bench), bench.sent]).toEqual([expect.stringMatching(text), [{ kind: 'stop' }]]);
    bench.override = null;
    bench.shareBp = 2_000;
    bench.until('finished');
    expect(words(bench)).toMatch(text);
  });

  it.each<ProblemCode>(['lease_expired', 'run_ended', 'restoring'])('%s: the pool counts, not the answer, whichever call was refused', (code) => {
    const changed = new MachineBench(STEPS).judging().look().look().look().look().feed({ kind: 'judged', level: 1, verdict: verdict('permit') }).look();
    expect(changed.lastWrite().kind).toBe('change');
    for (const bench of [renewRefused(code), changed.answer(over(code))]) {
      bench.look({ pool: bench.pool(ended('lost')) }, 1_000);
      expect(words(bench)).toMatch(/^the router was restarted or reloaded/);
    }
  });

  it('a read that began before the answer counts when it tells, else the next one is waited for', () => {
    const early = renewRefused();
    early.look({ startedAt: early.now - 100 }, 500);
    expect([early.phase, stops(early)]).toEqual(['releasing', 0]);
    early.look({ startedAt: early.now - 5_000, pool: early.pool(ended('lost')) }, 500);
    expect([words(early), stops(early)]).toEqual([expect.stringMatching(/^the router was restarted/), 1]);
  });

  it.each<[string, Partial<PoolView>]>([
    ['no end at all', { override: null, lastEnd: null }],
    ['the end of another run', ended('lost', null, 'other')],
  ])('a pool that tells %s leaves the cause unknown, in words', (_name, pool) => {
    const bench = renewRefused();
    bench.look({ pool: bench.pool(pool) }, 1_000);
    expect([words(bench), bench.sent]).toEqual([expect.stringMatching(UNKNOWN), [{ kind: 'stop' }]]);
  });

  it('a pool that cannot be read is waited for five seconds; then the stop goes out, and the cause stays unknown', () => {
    const bench = renewRefused();
    const blind = { pool: null, poolProblem: 'timeout' };
    bench.look(blind, 2_000).look(blind, 2_000);
    expect(stops(bench)).toBe(0);
    bench.look(blind, 1_000);
    expect([stops(bench), words(bench)]).toEqual([1, expect.stringMatching(UNKNOWN)]);
    for (let i = 0; i < 60 && bench.phase !== 'finished'; i++) {
      bench.look(blind);
    }
    expect(bench.state).toMatchObject({ phase: 'finished', outcome: { kind: 'lost-control' } });
  });

  it('a pool that can be read again later still names the cause, but not our own stop', () => {
    const blind = { pool: null, poolProblem: 'timeout' };
    const named = renewRefused().look(blind).look(blind);
    named.feed({ kind: 'answered', call: 'stop', key: '', answer: { kind: 'done', pool: named.pool(ended('lost')), leaseToken: null } });
    expect([named.phase, words(named)]).toEqual(['verifying', expect.stringMatching(/^the router was restarted/)]);
    const ours = renewRefused().look(blind).look(blind);
    ours.feed({ kind: 'answered', call: 'stop', key: '', answer: { kind: 'done', pool: ours.pool(ended('stopped', 'ed')), leaseToken: null } });
    expect([ours.phase, words(ours)]).toEqual(['verifying', expect.stringMatching(UNKNOWN)]);
    ours.look({ pool: ours.pool(ended('expired')) });
    expect(words(ours)).toMatch(/^the lease ended: it was not renewed in time/);
  });

  it('never stops whoever took the pool meanwhile', () => {
    const bench = renewRefused();
    const theirs = bench.override && { ...bench.override, runId: 'other', leaseId: 2, holder: 'ann' };
    bench.look({ pool: bench.pool({ ...ended('expired'), override: theirs }) }, 1_000);
    expect([bench.phase, stops(bench), words(bench)]).toEqual(['verifying', 0, expect.stringMatching(/^the lease ended: it was not renewed in time/)]);
  });

  it('a person who stops does not wait for the read', () => {
    const bench = renewRefused().feed({ kind: 'stop', by: 'ed' });
    expect(bench.sent).toEqual([{ kind: 'stop' }]);
    expect(bench.feed({ kind: 'stop', by: 'ed' }).sent).toEqual([]);
  });
});
