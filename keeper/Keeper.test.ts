import type { AcquireRequest, ChangeRequest } from '../src/domain/routing/requestSchema';
import { begun, codeOf, poolOf } from './begun.fixture';
import { acquireRequest, changeRequest } from './calls/requests';

describe('taking a lease', () => {
  it("writes the target's own weight, rounded down, and nothing else", async () => {
    const { put, weight, pool } = await begun();
    const answer = await put(acquireRequest({ shares: { a: 3334 } }));
    expect(codeOf(answer)).toBe(201);
    // 0.3334 / 0.6666 * 300 = 150.04
    expect(weight()).toBe(150);
    expect([weight('srv-b'), weight('srv-c'), weight('srv-d')]).toEqual([100, 100, 100]);
    const seen = await pool();
    expect(seen.effective).toMatchObject({ state: 'applied', source: 'router', shares: { a: 3333 } });
    expect(seen.override).toMatchObject({ shares: { a: 3334 }, holder: 'Ada', seq: 0, remainingMs: 29_000 });
  });

  it('counts the time to live from the evidence, not from the call', async () => {
    const { put } = await begun();
    expect(poolOf(await put(acquireRequest({ evidenceAgeMs: 8000, ttlSeconds: 20 })))?.override?.remainingMs).toBe(12_000);
  });

  it('moves two targets at once, neither above what was asked', async () => {
    const { put, pool } = await begun();
    expect(codeOf(await put(acquireRequest({ shares: { a: 3001, b: 3001 } })))).toBe(201);
    const { effective } = await pool();
    expect(effective.shares?.a).toBeLessThanOrEqual(3001);
    expect(effective.shares?.b).toBeLessThanOrEqual(3001);
    expect(effective.shares?.a).toBeGreaterThan(2980);
  });

  it('drains to exactly zero', async () => {
    const { put, weight } = await begun();
    expect(codeOf(await put(acquireRequest({ shares: { a: 0 } })))).toBe(201);
    expect(weight()).toBe(0);
  });

  it.each<[string, Partial<AcquireRequest>, string | number]>([
    ['a target nobody knows', { shares: { zed: 1000 } }, 'unknown_target'],
    ["a share above the client's own ceiling", { shares: { a: 4000 }, ceilingBp: 3000 }, 'above_ceiling'],
    ["a share above the keeper's ceiling", { shares: { a: 7000 }, ceilingBp: 9000 }, 'above_ceiling'],
    ['a time to live below the least', { ttlSeconds: 0.5 }, 'out_of_range'],
    ['a time to live above the greatest', { ttlSeconds: 121 }, 'out_of_range'],
    ['a life longer than the longest', { maxLifetimeSeconds: 601 }, 'out_of_range'],
    ['evidence older than two scrapes and a second', { evidenceAgeMs: 11_001 }, 'stale_evidence'],
    ['evidence older than the time to live', { evidenceAgeMs: 6000, ttlSeconds: 5 }, 'stale_evidence'],
    ['a share that needs a weight above the greatest', { shares: { a: 4700 } }, 'not_representable'],
    ['a share below the least weight', { shares: { a: 10 } }, 'not_representable'],
  ])('refuses %s', async (_name, change, code) => {
    const { put, weight, pool } = await begun();
    expect(codeOf(await put(acquireRequest(change)))).toBe(code);
    expect(weight()).toBe(100);
    expect((await pool()).override).toBeNull();
  });

  it('refuses the whole pool, which no weight of one member reaches', async () => {
    const { put } = await begun({ limits: { ceilingBp: 10_000, largestStepBp: 10_000 } });
    expect(codeOf(await put(acquireRequest({ shares: { a: 10_000 }, ceilingBp: 10_000 })))).toBe('not_representable');
  });

  it('refuses to leave the pool to the target alone', async () => {
    const { put, world } = await begun();
    ['srv-b', 'srv-c', 'srv-d'].forEach((s) => world.router.setServing('be-shop', s, false));
    expect(codeOf(await put(acquireRequest()))).toBe('starves_pool');
  });

  it('refuses a target that does not serve', async () => {
    const { put, world } = await begun();
    world.router.setServing('be-shop', 'srv-a', false);
    expect(codeOf(await put(acquireRequest()))).toBe('not_representable');
  });

  it('refuses a step above the largest, from the share the target has', async () => {
    const { put } = await begun({ limits: { largestStepBp: 1000 } });
    expect(codeOf(await put(acquireRequest({ shares: { a: 3600 } })))).toBe('step_too_large');
    expect(codeOf(await put(acquireRequest({ shares: { a: 3400 } })))).toBe(201);
  });

  it('refuses weights that neither configuration nor journal explains', async () => {
    const { put, world, weight } = await begun();
    world.router.setWeight('be-shop', 'srv-c', 60);
    expect(codeOf(await put(acquireRequest()))).toBe('dirty_baseline');
    expect(weight()).toBe(100);
  });

  it('tells the second holder who the first is, and for how long', async () => {
    const { put, take } = await begun();
    await take();
    expect(await put(acquireRequest({ runId: 'run-2', holder: 'Bob' }))).toMatchObject({ code: 'lease_held', holder: 'Ada', remainingMs: 29_000 });
  });

  it('lets one of two racing callers win', async () => {
    const { world, pool } = await begun();
    const { revision } = await pool();
    const call = (runId: string) => world.keeper.put({ pool: 'shop', request: acquireRequest({ runId }), revision, key: runId, actor: runId });
    const answers = await world.settle(Promise.all([call('one'), call('two')]));
    expect(answers.map(codeOf)).toEqual([201, 'lease_held']);
  });

  it('refuses a revision that was overtaken', async () => {
    const { put, pool, stop } = await begun();
    const { revision } = await pool();
    await stop();
    expect(codeOf(await put(acquireRequest(), { revision }))).toBe('revision_stale');
  });
});

describe('changing and renewing', () => {
  it('lets a raise renew and a lowering never extend', async () => {
    const { put, take, world, weight } = await begun();
    const leaseToken = await take({ shares: { a: 3000 } });
    await world.advance(10_000);
    const raised = await put(changeRequest({ leaseToken, seq: 1, shares: { a: 4000 }, evidenceAgeMs: 0 }));
    expect(poolOf(raised)?.override).toMatchObject({ remainingMs: 30_000, seq: 1 });
    await world.advance(10_000);
    const lowered = await put(changeRequest({ leaseToken, seq: 2, shares: { a: 2000 }, evidenceAgeMs: 9_999_999 }));
    expect(poolOf(lowered)?.override).toMatchObject({ remainingMs: 20_000, seq: 2 });
    expect(weight()).toBe(75);
  });

  it('writes down what each change was: up, down, or none', async () => {
    const { put, take, world } = await begun();
    const leaseToken = await take({ shares: { a: 3000 } });
    await world.advance(1000);
    for (const [seq, bp] of [[1, 3500], [2, 3500], [3, 2000]] as const) {
      expect(codeOf(await put(changeRequest({ leaseToken, seq, shares: { a: bp }, evidenceAgeMs: 0 })))).toBe(200);
    }
    expect(world.audit.events.map((e) => e.kind)).toEqual(['acquired', 'raised', 'unchanged', 'lowered']);
  });

  it.each<[string, Partial<ChangeRequest>, string]>([
    ['a token nobody was given', { leaseToken: 'guessed' }, 'lease_expired'],
    ['a sequence number that was used', { seq: 0 }, 'revision_stale'],
    ['another run', { runId: 'run-9' }, 'malformed'],
    ['other targets', { shares: { b: 3000 } }, 'out_of_range'],
    ['evidence that is not newer', { evidenceAgeMs: 2000 }, 'stale_evidence'],
  ])('refuses a change with %s', async (_name, change, code) => {
    const { put, take } = await begun();
    const leaseToken = await take();
    expect(codeOf(await put(changeRequest({ leaseToken, seq: 1, ...change })))).toBe(code);
  });

  it('renews on fresh evidence, up to the longest life', async () => {
    const { world, take } = await begun();
    const leaseToken = await take({ maxLifetimeSeconds: 40 });
    await world.advance(20_000);
    expect(await world.settle(world.keeper.renew('shop', { leaseToken, ttlSeconds: 30, evidenceAgeMs: 500 }, false))).toMatchObject({ body: { remainingMs: 20_000, hardRemainingMs: 20_000 } });
    await world.advance(20_000);
    expect(await world.settle(world.keeper.renew('shop', { leaseToken, ttlSeconds: 30, evidenceAgeMs: 500 }, false))).toMatchObject({ code: 'lease_expired' });
  });

  it.each<[string, number, object]>([
    ['four seconds on the wire', 4000, { body: { remainingMs: 25_500 } }],
    ['no time at all', 0, { body: { remainingMs: 29_500 } }],
    ['less than none, by a caller whose reckoning is ahead', -3000, { body: { remainingMs: 29_500 } }],
    ['eleven seconds on the wire', 11_000, { code: 'stale_evidence' }],
    ['hours, by a clock that jumped', 3_600_000, { code: 'stale_evidence' }],
  ])('counts a renewal from when the age of its evidence was stated: %s', async (_name, late, answer) => {
    const { world, take } = await begun();
    const leaseToken = await take();
    await world.advance(8000);
    const request = { leaseToken, ttlSeconds: 30, evidenceAgeMs: 500, asOf: world.clock.wallMs() - late };
    expect(await world.settle(world.keeper.renew('shop', request, false))).toMatchObject(answer);
  });

  it('counts a raise that was held up in the same way', async () => {
    const { put, take, world } = await begun();
    const leaseToken = await take({ shares: { a: 3000 } });
    await world.advance(10_000);
    const raise = changeRequest({ leaseToken, seq: 1, shares: { a: 4000 }, evidenceAgeMs: 0, asOf: world.clock.wallMs() - 6000 });
    expect(poolOf(await put(raise))?.override?.remainingMs).toBe(24_000);
  });

  it('never revives a lease that has lapsed', async () => {
    const { world, take, weight, pool } = await begun();
    const leaseToken = await take({ ttlSeconds: 10 });
    await world.advance(9000);
    expect(codeOf(await world.settle(world.keeper.renew('shop', { leaseToken, ttlSeconds: 10, evidenceAgeMs: 0 }, false)))).toBe('lease_expired');
    await world.advance(1000);
    expect(weight()).toBe(100);
    expect((await pool()).lastEnd).toStrictEqual({ leaseId: expect.any(Number), runId: 'run-1', cause: 'expired', at: expect.any(Number) });
  });
});

describe('stopping', () => {
  it('restores, grows the revision even when nothing is overridden, and ends every run it knows', async () => {
    const { put, take, stop, weight, pool } = await begun();
    const leaseToken = await take();
    expect(codeOf(await stop())).toBe(200);
    expect(weight()).toBe(100);
    const { revision, lastEnd } = await pool();
    expect(lastEnd).toMatchObject({ runId: 'run-1', cause: 'stopped', by: 'bob' });
    await stop('run-7');
    expect((await pool()).lastEnd).toEqual(lastEnd);
    expect((await pool()).revision).toBe(revision + 1);
    expect(codeOf(await put(changeRequest({ leaseToken, seq: 1 })))).toBe('run_ended');
    expect(codeOf(await put(acquireRequest({ runId: 'run-7' })))).toBe('run_ended');
    expect(codeOf(await put(acquireRequest({ runId: 'run-1' })))).toBe('run_ended');
  });

  it('wins over a raise that is being written', async () => {
    const { world, take, pool, weight, stop } = await begun();
    const leaseToken = await take({ shares: { a: 3000 } });
    await world.advance(1500);
    const { revision } = await pool();
    world.router.delayNextWrite(800);
    const raise = world.keeper.put({ pool: 'shop', request: changeRequest({ leaseToken, seq: 1, shares: { a: 4500 }, evidenceAgeMs: 0 }), revision, key: 'late raise', actor: 'ada' });
    await world.advance(100);
    expect(codeOf(await stop())).toBe(200);
    expect(codeOf(await world.settle(raise))).toBe('run_ended');
    expect(weight()).toBe(100);
    await world.advance(5000);
    expect(weight()).toBe(100);
  });

  it('is remembered by a keeper that starts anew', async () => {
    const { world, put, take, stop } = await begun();
    const leaseToken = await take();
    await stop();
    world.killAndRestart();
    expect(codeOf(await put(changeRequest({ leaseToken, seq: 1 })))).toBe('run_ended');
  });
});

describe('break glass', () => {
  it('forces the baseline, clears the mark and says so in the audit log', async () => {
    const { world, take, weight, pool } = await begun();
    await take();
    await world.advance(2000);
    world.router.setWeight('be-shop', 'srv-a', 50);
    await world.advance(2000);
    expect(codeOf(await world.settle(world.keeper.breakGlass('shop', 'root')))).toBe(200);
    expect(weight()).toBe(100);
    expect((await pool()).effective.state).toBe('applied');
    expect(world.audit.events.find((e) => e.kind === 'break_glass')).toMatchObject({ actor: 'root', pool: 'shop' });
  });
});

describe('a keeper that is told to go', () => {
  it('restores, and takes nothing on any more', async () => {
    const { world, take, put, weight } = await begun();
    await take();
    expect(await world.settle(world.keeper.release())).toBe(true);
    expect(weight()).toBe(100);
    expect(codeOf(await put(acquireRequest({ runId: 'run-2' })))).toBe('frozen');
    world.killAndRestart();
    expect(codeOf(await put(acquireRequest({ runId: 'run-2' })))).toBe(201);
  });
});

describe('the freeze', () => {
  it('restores every override, refuses raise and renew, survives a restart', async () => {
    const { world, take, put, weight } = await begun();
    await take();
    expect(codeOf(await world.settle(world.keeper.freeze('sale day', 'root')))).toBe(200);
    expect(weight()).toBe(100);
    world.killAndRestart();
    expect(await put(acquireRequest({ runId: 'run-2' }))).toMatchObject({ code: 'frozen', detail: 'frozen by root: sale day' });
    await world.settle(world.keeper.unfreeze('root'));
    expect(codeOf(await put(acquireRequest({ runId: 'run-2' })))).toBe(201);
  });
});

describe('a dry run', () => {
  it('says what would be written and changes nothing', async () => {
    const { world, weight, pool } = await begun();
    const { revision } = await pool();
    const answer = await world.settle(world.keeper.dryRunPut({ pool: 'shop', request: acquireRequest({ shares: { a: 4000 } }), revision, key: null, actor: 'ada' }));
    expect(answer).toMatchObject({ status: 200, body: { shares: { a: 4000 }, nativeRequest: 'set be-shop/srv-a 200' } });
    expect(weight()).toBe(100);
    expect(await pool()).toMatchObject({ revision, override: null });
  });
});
