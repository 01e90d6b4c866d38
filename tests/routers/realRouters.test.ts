import type { RouterAdapter, RouterReading, RouterWrite } from '../../keeper/routers/RouterAdapter';
import { MEMBERS, POOL, type RealRouter, WEIGHT } from './support/RealRouter';
import { sendRequests } from './support/sendRequests';
import { ROUTER_KINDS, startRouter } from './support/startRouter';
import { until } from './support/until';

const [FIRST, SECOND] = MEMBERS;
const LEASE_MS = 60_000;

const weightIn = (reading: RouterReading, id: string): number | null =>
  reading.members.find((member) => member.id === id)?.weight ?? null;

const raise = (fence: number, weight: number, ttlMs = LEASE_MS): RouterWrite => ({
  fence,
  weights: { [FIRST]: weight },
  baseline: { [FIRST]: WEIGHT },
  ttlMs,
});

const back = (fence: number): RouterWrite => raise(fence, WEIGHT, 0);

describe.each(ROUTER_KINDS)('%s, real', (kind) => {
  let router: RealRouter;
  let adapter: RouterAdapter;

  beforeAll(async () => {
    router = await startRouter(kind);
  });

  beforeEach(async () => {
    await router.restart();
    adapter = await router.open();
  });

  afterEach(() => adapter.close());

  afterAll(() => router.stop());

  it('names its pools and its members, all serving at their configured weight', async () => {
    expect(await adapter.pools()).toEqual([POOL]);
    const { members, lease, agreed, incarnation } = await adapter.read(POOL);
    expect(members.map(({ id, weight, configured, serving }) => ({ id, weight, configured, serving }))).toEqual(
      MEMBERS.map((id) => ({ id, weight: WEIGHT, configured: WEIGHT, serving: true }))
    );
    expect({ lease, agreed }).toEqual({ lease: null, agreed: true });
    expect(incarnation).toMatch(/\d/);
  });

  it('moves real requests: the share follows the weight and the counters agree with the backends', async () => {
    expect(await adapter.write(POOL, raise(1, 25))).toEqual({ kind: 'applied' });
    const before = await adapter.read(POOL);
    const received = router.backends.map((backend) => backend.received);
    const by = await sendRequests(router.port, 1300);
    // 25 of 325 is a 13th; nginx picks at random, so within four standard deviations.
    expect(by[FIRST]).toBeGreaterThan(61);
    expect(by[FIRST]).toBeLessThan(139);
    const after = await adapter.read(POOL);
    MEMBERS.forEach((id, index) => {
      const counters = (reading: RouterReading) => reading.members.find((member) => member.id === id)?.counters;
      const reached = (router.backends[index]?.received ?? 0) - (received[index] ?? 0);
      expect(reached).toBe(by[id]);
      expect((counters(after)?.sent ?? NaN) - (counters(before)?.sent ?? NaN)).toBe(reached);
      expect((counters(after)?.completed ?? NaN) - (counters(before)?.completed ?? NaN)).toBe(reached);
    });
  });

  it('sends nothing to a member of weight zero', async () => {
    expect(await adapter.write(POOL, raise(1, 0))).toEqual({ kind: 'applied' });
    expect(weightIn(await adapter.read(POOL), FIRST)).toBe(0);
    expect((await sendRequests(router.port, 400))[FIRST]).toBeUndefined();
  });

  it('writes the member it is told and no other', async () => {
    await adapter.write(POOL, raise(1, 250));
    expect(await Promise.all(MEMBERS.map((id) => router.weightOf(id)))).toEqual([250, WEIGHT, WEIGHT, WEIGHT]);
  });

  it.each([
    ['a pool it does not have', 'nowhere', raise(1, 25)],
    ['a member it does not have', POOL, { ...raise(1, 25), weights: { ghost: 25 }, baseline: { ghost: WEIGHT } }],
    ['a weight it cannot hold', POOL, raise(1, 70_000)],
  ])('refuses %s, says why, and changes nothing', async (_, pool, write) => {
    const result = await adapter.write(pool, write);
    expect(result).toMatchObject({ kind: 'failed', detail: expect.stringMatching(/\w/) });
    expect(await Promise.all(MEMBERS.map((id) => router.weightOf(id)))).toEqual(MEMBERS.map(() => WEIGHT));
  });

  it('rejects reading a pool it does not have', async () => {
    await expect(adapter.read('nowhere')).rejects.toThrow(/nowhere|No such|find/i);
  });

  it.each([
    ['an older fence', [raise(7, 25), raise(6, 200)]],
    ['a raise held up until after the way back', [raise(7, 25), back(7), raise(7, 200)]],
    ['a way back of an older lease', [raise(7, 25), back(6)]],
  ])('refuses %s', async (_, writes) => {
    const results = [];
    for (const write of writes) {
      results.push((await adapter.write(POOL, write)).kind);
    }
    expect(results.at(-1)).toBe('stale-fence');
    expect(await router.weightOf(FIRST)).toBe(writes.length === 3 ? WEIGHT : 25);
  });

  it('goes back twice without complaint', async () => {
    await adapter.write(POOL, raise(3, 25));
    expect([(await adapter.write(POOL, back(3))).kind, (await adapter.write(POOL, back(3))).kind]).toEqual(['applied', 'applied']);
    expect(await router.weightOf(FIRST)).toBe(WEIGHT);
  });

  it('shows a restart as another life with nothing of the override left', async () => {
    await adapter.write(POOL, raise(1, 25));
    const before = await adapter.read(POOL);
    await router.restart();
    const after = await adapter.read(POOL).catch(() => adapter.read(POOL));
    expect(after.incarnation).not.toBe(before.incarnation);
    expect({ weight: weightIn(after, FIRST), lease: after.lease }).toEqual({ weight: WEIGHT, lease: null });
  });

  it('sees a weight that somebody set by hand', async () => {
    await adapter.write(POOL, raise(1, 25));
    await router.setWeight(FIRST, 10);
    await router.setWeight(SECOND, 40);
    const { members } = await adapter.read(POOL);
    expect(members.map(({ weight, configured }) => [weight, configured]).slice(0, 2)).toEqual([
      [10, WEIGHT],
      [40, WEIGHT],
    ]);
  });

  it('sees a member die and come back', async () => {
    const serving = async (): Promise<boolean> => (await adapter.read(POOL)).members.some(({ id, serving }) => id === SECOND && serving);
    await router.backends[1]?.down();
    await until(async () => !(await serving()), 'the dead member to be seen');
    expect((await sendRequests(router.port, 60))[SECOND]).toBeUndefined();
    await router.backends[1]?.up();
    await until(serving, 'the member to be seen again');
  });

  it('counts failed answers as errors of their member', async () => {
    router.backends[1]?.behave('fails');
    const by = await sendRequests(router.port, 80);
    router.backends[1]?.behave('serves');
    const { members } = await adapter.read(POOL);
    expect(members.map(({ counters }) => counters?.errors)).toEqual([0, by[SECOND], 0, 0]);
    expect(by[SECOND]).toBeGreaterThan(0);
  });

  it('shows a hang as requests sent and not completed', async () => {
    router.backends[1]?.behave('hangs');
    const abort = new AbortController();
    const asked = Array.from({ length: 24 }, () =>
      fetch(`http://127.0.0.1:${router.port}/`, { signal: abort.signal }).catch(() => undefined)
    );
    const hanging = async (): Promise<number> => {
      const counters = (await adapter.read(POOL)).members.find(({ id }) => id === SECOND)?.counters;
      return (counters?.sent ?? NaN) - (counters?.completed ?? NaN);
    };
    await until(async () => (await hanging()) >= 1, 'hanging requests to be seen');
    router.backends[1]?.behave('serves');
    abort.abort();
    await Promise.all(asked);
    await until(async () => (await hanging()) === 0, 'hanging requests to be over');
  });

  it('rejects, within its timeout, when nothing in the router moves', async () => {
    await router.freeze();
    await expect(adapter.read(POOL)).rejects.toThrow(/within|timeout|abort/i);
    await router.wake();
  });
});

describe.each(['haproxy-lua', 'nginx-lua'] as const)('%s, its own lease', (kind) => {
  let router: RealRouter;
  let adapter: RouterAdapter;

  beforeAll(async () => {
    router = await startRouter(kind);
  });

  beforeEach(async () => {
    await router.restart();
    adapter = await router.open();
  });

  afterEach(() => adapter.close());

  afterAll(() => router.stop());

  const isBack = async (): Promise<boolean> => (await router.weightOf(FIRST)) === WEIGHT;

  it('is shown with the time left', async () => {
    await adapter.write(POOL, raise(5, 25, 30_000));
    const { lease } = await adapter.read(POOL);
    expect(lease?.fence).toBe(5);
    expect(lease?.remainingMs).toBeGreaterThan(20_000);
    expect(lease?.remainingMs).toBeLessThanOrEqual(30_000);
  });

  it('ends at its deadline with nobody calling, and does not come back', async () => {
    await adapter.write(POOL, raise(5, 25, 300));
    await adapter.close();
    await until(isBack, 'the lease to lapse', 5000);
    expect(await adapter.write(POOL, raise(5, 25))).toEqual({ kind: 'stale-fence' });
    expect(await adapter.prolong(POOL, 5, LEASE_MS)).toEqual({ kind: 'stale-fence' });
    expect(await isBack()).toBe(true);
    expect((await adapter.write(POOL, raise(6, 25))).kind).toBe('applied');
  });

  it('is prolonged without a weight being touched, and by its own fence only', async () => {
    await adapter.write(POOL, raise(5, 25, 2000));
    expect(await adapter.prolong(POOL, 4, LEASE_MS)).toEqual({ kind: 'stale-fence' });
    expect(await adapter.prolong(POOL, 5, LEASE_MS)).toEqual({ kind: 'applied' });
    const reading = await adapter.read(POOL);
    expect(reading.lease?.remainingMs).toBeGreaterThan(2000);
    expect(weightIn(reading, FIRST)).toBe(25);
  });

  it('counts the time in which the router stood still', async () => {
    await adapter.write(POOL, raise(5, 25, 500));
    await router.freeze();
    await new Promise((resolve) => setTimeout(resolve, 700));
    await router.wake();
    await until(isBack, 'the lapsed lease to be noticed', 5000);
  });

  it('leaves what somebody lowered meanwhile', async () => {
    await adapter.write(POOL, raise(5, 25, 500));
    await router.setWeight(FIRST, 10);
    await until(async () => (await adapter.read(POOL)).lease === null, 'the lease to lapse', 5000);
    expect(await router.weightOf(FIRST)).toBe(10);
  });

  it('holds two members for a comparison, and gives both back', async () => {
    const both: RouterWrite = {
      fence: 5,
      weights: { [FIRST]: 25, [SECOND]: 25 },
      baseline: { [FIRST]: WEIGHT, [SECOND]: WEIGHT },
      ttlMs: 500,
    };
    expect(await adapter.write(POOL, both)).toEqual({ kind: 'applied' });
    expect(await router.weightOf(SECOND)).toBe(25);
    await until(async () => (await isBack()) && (await router.weightOf(SECOND)) === WEIGHT, 'both to be back', 5000);
  });

  it('keeps a member of the baseline that is not written again, and gives back one that is not spoken of', async () => {
    const baseline = { [FIRST]: WEIGHT, [SECOND]: WEIGHT };
    await adapter.write(POOL, { fence: 5, weights: { [FIRST]: 25, [SECOND]: 25 }, baseline, ttlMs: LEASE_MS });
    expect(await adapter.write(POOL, { fence: 6, weights: { [FIRST]: 30 }, baseline, ttlMs: LEASE_MS })).toEqual({ kind: 'applied' });
    expect([await router.weightOf(FIRST), await router.weightOf(SECOND)]).toEqual([30, 25]);
    expect(await adapter.write(POOL, raise(7, 40))).toEqual({ kind: 'applied' });
    expect([await router.weightOf(FIRST), await router.weightOf(SECOND)]).toEqual([40, WEIGHT]);
    expect(await adapter.write(POOL, back(8))).toEqual({ kind: 'applied' });
    expect(await isBack()).toBe(true);
  });

  it('refuses a change after a restart it did not hear of', async () => {
    await adapter.write(POOL, { ...raise(5, 25), leaseId: 1 });
    await router.restart();
    const change = () => adapter.write(POOL, { ...raise(6, 200), leaseId: 1 });
    expect(await change().catch(change)).toMatchObject({ kind: 'failed', detail: expect.stringContaining('restarted') });
    expect(await isBack()).toBe(true);
  });

  it('turns away who has no token', async () => {
    const [url] = (router.row.options as { urls: string[] }).urls;
    const answer = await fetch(`${url}/lease?pool=${POOL}`, { method: 'POST', body: JSON.stringify({ fence: 9 }) });
    expect(answer.status).toBe(401);
  });

  it.each([
    ['no body', ''],
    ['half a body', '{"fence": 3, "ttl_ms": 10'],
    ['HTML', '<html></html>'],
    ['a negative time', '{"fence":3,"ttl_ms":-1,"weights":{"shop-1":1},"baseline":{"shop-1":1}}'],
    ['a fraction as weight', '{"fence":3,"ttl_ms":1000,"weights":{"shop-1":1.5},"baseline":{"shop-1":1}}'],
    ['a text as fence', '{"fence":"3","ttl_ms":1000,"weights":{"shop-1":1},"baseline":{"shop-1":1}}'],
    ['no baseline', '{"fence":3,"ttl_ms":1000,"weights":{"shop-1":1},"baseline":{}}'],
    ['no weights', '{"fence":3,"ttl_ms":1000,"weights":{},"baseline":{}}'],
    ['nesting without end', '{"a":'.repeat(500)],
    ['a time of days', '{"fence":3,"ttl_ms":999999999,"weights":{"shop-1":1},"baseline":{"shop-1":1}}'],
  ])('refuses %s by name', async (_, body) => {
    const [url] = (router.row.options as { urls: string[] }).urls;
    const headers = { authorization: 'Bearer token-of-the-test' };
    const answer = await fetch(`${url}/lease?pool=${POOL}`, { method: 'POST', body, headers });
    expect({ status: answer.status, body: await answer.json() }).toMatchObject({ status: 400, body: { code: 'malformed' } });
    expect(await isBack()).toBe(true);
  });
});

describe('reload mid-override', () => {
  it.each([
    ['haproxy-socket', true],
    ['haproxy-lua', true],
    // The shared dictionary outlives a reload, so the override does too.
    ['nginx-lua', false],
  ] as const)('%s: ends the override: %s', async (kind, ends) => {
    const router = await startRouter(kind);
    try {
      const adapter = await router.open();
      await adapter.write(POOL, raise(1, 25));
      const before = await adapter.read(POOL);
      await router.reload();
      const after = await adapter.read(POOL).catch(() => adapter.read(POOL));
      expect(after.incarnation !== before.incarnation).toBe(ends);
      expect(weightIn(after, FIRST)).toBe(ends ? WEIGHT : 25);
    } finally {
      await router.stop();
    }
  });
});
