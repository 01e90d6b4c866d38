import { begun, codeOf, poolOf } from './begun.fixture';
import { acquireRequest, changeRequest } from './calls/requests';

describe('idempotency', () => {
  it('gives a retried acquire the same token, and the time that is left now', async () => {
    const { put, world } = await begun();
    const first = await put(acquireRequest(), { key: 'same', revision: 1 });
    await world.advance(5000);
    const again = await put(acquireRequest(), { key: 'same', revision: 1 });
    expect(again).toMatchObject({ status: 201, body: { leaseToken: first.kind === 'accepted' ? first.body.leaseToken : 'none' } });
    expect(poolOf(again)?.override?.remainingMs).toBe(24_000);
  });

  it('answers 410 to a retry whose lease is over, also after a restart', async () => {
    const { put, world } = await begun();
    await put(acquireRequest(), { key: 'same' });
    await world.advance(31_000);
    expect(codeOf(await put(acquireRequest(), { key: 'same' }))).toBe('lease_expired');
    world.killAndRestart();
    expect(codeOf(await put(acquireRequest(), { key: 'same' }))).toBe('lease_expired');
  });

  it('refuses another body under the same key', async () => {
    const { put } = await begun();
    await put(acquireRequest(), { key: 'same' });
    expect(codeOf(await put(acquireRequest({ shares: { a: 3000 } }), { key: 'same' }))).toBe('key_reused');
  });

  it('takes the same wish with newer evidence for a retry', async () => {
    const { put, world } = await begun();
    const first = await put(acquireRequest({ evidenceAgeMs: 1000 }), { key: 'same' });
    await world.advance(2000);
    const again = await put(acquireRequest({ evidenceAgeMs: 500, asOf: world.clock.wallMs() }), { key: 'same' });
    expect(again).toMatchObject({ body: { leaseToken: first.kind === 'accepted' ? first.body.leaseToken : 'none' } });
  });

  it('repeats a refusal rather than judging the call anew', async () => {
    const { put, world, take } = await begun({ limits: { minDwellMs: 10_000 } });
    const leaseToken = await take({ shares: { a: 3000 } });
    const raise = changeRequest({ leaseToken, seq: 1, shares: { a: 3500 }, evidenceAgeMs: 0 });
    await world.advance(1000);
    expect(codeOf(await put(raise, { key: 'raise' }))).toBe('step_too_soon');
    await world.advance(10_000);
    expect(codeOf(await put(raise, { key: 'raise' }))).toBe('step_too_soon');
    expect(codeOf(await put(raise, { key: 'raise again' }))).toBe(200);
  });

  it('says so while the first call is still on its way', async () => {
    const { world, pool } = await begun();
    const { revision } = await pool();
    world.router.delayNextWrite(500);
    const call = () => world.keeper.put({ pool: 'shop', request: acquireRequest(), revision, key: 'same', actor: 'ada' });
    const answers = await world.settle(Promise.all([call(), call()]));
    expect(answers.map(codeOf)).toEqual([201, 'key_in_flight']);
  });
});
