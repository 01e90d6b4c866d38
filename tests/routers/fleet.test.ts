import type { RouterAdapter, RouterWrite } from '../../keeper/routers/RouterAdapter';
import { MEMBERS, POOL, type RealRouter, WEIGHT } from './support/RealRouter';
import { openRow } from './support/openRow';
import { startRouter } from './support/startRouter';
import { until } from './support/until';

const [FIRST] = MEMBERS;

const write = (fence: number, weight: number, ttlMs: number): RouterWrite => ({
  fence,
  weights: { [FIRST]: weight },
  baseline: { [FIRST]: WEIGHT },
  ttlMs,
});

const joined = (rows: ReadonlyArray<RealRouter['row']>): Record<string, unknown> => {
  const options = rows.map((row) => row.options as { sockets?: string[]; urls?: string[]; tokenFile?: string });
  const sockets = options.flatMap((one) => one.sockets ?? []);
  return sockets.length > 0 ? { sockets, timeoutMs: 1000 } : { urls: options.flatMap(({ urls = [] }) => urls), tokenFile: options[0]?.tokenFile, timeoutMs: 1000 };
};

describe.each(['haproxy-socket', 'haproxy-lua'] as const)('two processes of %s', (kind) => {
  let routers: readonly RealRouter[] = [];
  let fleet: RouterAdapter;

  beforeEach(async () => {
    routers = await Promise.all([startRouter(kind), startRouter(kind)]);
    fleet = await openRow(kind, joined(routers.map(({ row }) => row)));
  });

  afterEach(async () => {
    await fleet.close();
    await Promise.all(routers.map((router) => router.stop()));
  });

  const weights = (): Promise<readonly number[]> => Promise.all(routers.map((router) => router.weightOf(FIRST)));

  it('hold the same and come back together', async () => {
    expect(await fleet.write(POOL, write(1, 150, 60_000))).toEqual({ kind: 'applied' });
    expect(await weights()).toEqual([150, 150]);
    expect((await fleet.read(POOL)).agreed).toBe(true);
    expect(await fleet.write(POOL, write(2, WEIGHT, 0))).toEqual({ kind: 'applied' });
    expect(await weights()).toEqual([WEIGHT, WEIGHT]);
  });

  it('are not raised while one of them does not answer', async () => {
    await routers[1]?.freeze();
    await expect(fleet.write(POOL, write(1, 150, 60_000))).rejects.toThrow();
    await routers[1]?.wake();
    expect(await weights()).toEqual([WEIGHT, WEIGHT]);
  });

  it('show the greater share, another life and no agreement when one was restarted', async () => {
    await fleet.write(POOL, write(1, 150, 60_000));
    const before = await fleet.read(POOL);
    await routers[1]?.restart();
    const after = await fleet.read(POOL).catch(() => fleet.read(POOL));
    expect(after.members.find(({ id }) => id === FIRST)?.weight).toBe(150);
    expect({ agreed: after.agreed, lease: after.lease }).toEqual({ agreed: false, lease: null });
    expect(after.incarnation).not.toBe(before.incarnation);
  });

  it('get their baseline as far as they answer, and the one that does not is named', async () => {
    await fleet.write(POOL, write(1, 150, 60_000));
    await routers[0]?.freeze();
    const result = await fleet.write(POOL, write(2, WEIGHT, 0));
    expect(result).toMatchObject({ kind: 'failed', detail: expect.stringMatching(/127\.0\.0\.1:\d+/) });
    expect(await routers[1]?.weightOf(FIRST)).toBe(WEIGHT);
    await routers[0]?.wake();
    const again = async (): Promise<boolean> => (await fleet.write(POOL, write(3, WEIGHT, 0))).kind === 'applied';
    await until(again, 'both to be back');
    expect(await weights()).toEqual([WEIGHT, WEIGHT]);
  });
});

/** What a router says to a change that it does not allow, after the one before it took the same change. */
describe('a fleet of which one router refuses', () => {
  let routers: readonly RealRouter[] = [];

  afterEach(async () => {
    await Promise.all(routers.map((router) => router.stop()));
  });

  const weights = (): Promise<readonly number[]> => Promise.all(routers.map((router) => router.weightOf(FIRST)));

  it('takes the raise back from the router that has it: a socket without the right to change', async () => {
    routers = await Promise.all([startRouter('haproxy-socket'), startRouter('haproxy-socket')]);
    const sockets = [...(joined(routers.slice(0, 1).map(({ row }) => row)).sockets as string[]), routers[1]?.lookOnly ?? ''];
    const fleet = await openRow('haproxy-socket', { sockets, timeoutMs: 1000 });
    const result = await fleet.write(POOL, write(1, 150, 60_000));
    expect(result).toMatchObject({ kind: 'failed', detail: expect.stringMatching(/look\.sock.*Permission denied/s) });
    expect(await weights()).toEqual([WEIGHT, WEIGHT]);
    expect(await fleet.read(POOL)).toMatchObject({ agreed: true, lease: null });
    await fleet.close();
  });

  it('takes the raise back from the router that has it, and leaves a newer lease on the other: both with leases of their own', async () => {
    routers = await Promise.all([startRouter('haproxy-lua'), startRouter('haproxy-lua')]);
    const [fleet, other] = await Promise.all([routers, routers.slice(1)].map((some) => openRow('haproxy-lua', joined(some.map(({ row }) => row)))));
    expect(await other?.write(POOL, write(9, 120, 60_000))).toEqual({ kind: 'applied' });
    expect(await fleet?.write(POOL, write(1, 150, 60_000))).toEqual({ kind: 'stale-fence' });
    expect(await weights()).toEqual([WEIGHT, 120]);
    expect((await other?.read(POOL))?.lease).toMatchObject({ fence: 9 });
    await Promise.all([fleet?.close(), other?.close()]);
  });
});
