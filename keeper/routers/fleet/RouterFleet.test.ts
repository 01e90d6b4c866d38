import type { RouterAdapter, RouterMember, RouterReading, RouterWrite, WriteResult } from '../RouterAdapter';
import { HAPROXY_LUA_TRAITS } from '../haproxyLua/HAPROXY_LUA_TRAITS';
import { mostGenerousReading } from './mostGenerousReading';
import { RouterFleet } from './RouterFleet';

const member = (id: string, weight: number, more: Partial<RouterMember> = {}): RouterMember => ({
  id,
  weight,
  configured: 100,
  serving: true,
  health: 'UP',
  counters: { sent: 10, completed: 9, errors: 1, retries: 0, queue: 0 },
  ...more,
});

const reading = (weights: Readonly<Record<string, number>>, more: Partial<RouterReading> = {}, down: readonly string[] = []): RouterReading => ({
  members: Object.entries(weights).map(([id, weight]) => member(id, weight, { serving: !down.includes(id) })),
  lease: null,
  incarnation: 'one',
  agreed: true,
  ...more,
});

type Manner = 'works' | 'refuses' | 'breaks' | 'unreadable';

/** A router in memory that takes weights, or does not. */
class Router implements RouterAdapter {
  readonly traits = HAPROXY_LUA_TRAITS;
  weights: Record<string, number> = { a: 100, b: 100 };
  readonly written: RouterWrite[] = [];
  /** Members this router does not see serving. */
  down: readonly string[] = [];

  constructor(public manner: Manner = 'works') {}

  pools(): Promise<readonly string[]> {
    return Promise.resolve(['shop']);
  }

  read(): Promise<RouterReading> {
    return this.manner === 'unreadable' ? Promise.reject(new Error('silent')) : Promise.resolve(reading(this.weights, {}, this.down));
  }

  write(_pool: string, write: RouterWrite): Promise<WriteResult> {
    if (this.manner === 'breaks' || this.manner === 'unreadable') {
      return Promise.reject(new Error('silent'));
    }
    if (this.manner === 'refuses') {
      return Promise.resolve({ kind: 'failed', detail: 'no' });
    }
    this.written.push(write);
    this.weights = { ...this.weights, ...write.weights };
    return Promise.resolve({ kind: 'applied' });
  }

  prolong(): Promise<WriteResult> {
    return Promise.resolve(this.manner === 'works' ? { kind: 'applied' } : { kind: 'stale-fence' });
  }

  describe(): string {
    return 'set';
  }

  close(): Promise<void> {
    return Promise.resolve();
  }
}

const raise = (fence: number, weight: number): RouterWrite => ({ fence, weights: { a: weight }, baseline: { a: 100 }, ttlMs: 5000 });

describe('several routers as one', () => {
  it('are all written', async () => {
    const [one, two] = [new Router(), new Router()];
    expect(await new RouterFleet({ one, two }).write('shop', raise(1, 150))).toEqual({ kind: 'applied' });
    expect([one.weights.a, two.weights.a]).toEqual([150, 150]);
  });

  it.each<[Manner]>([['refuses'], ['breaks']])('go back when the second %s an acquire, and the lease is over', async (manner) => {
    const [one, two] = [new Router(), new Router(manner)];
    const result = await new RouterFleet({ one, two }).write('shop', raise(1, 150));
    expect(result).toMatchObject({ kind: 'failed', detail: expect.stringContaining('two: ') });
    expect([one.weights.a, one.written.at(-1)?.ttlMs]).toEqual([100, 0]);
  });

  it.each<[string, number, number]>([
    ['a raise', 120, 150],
    ['a lowering', 80, 60],
  ])('go back to the baseline when %s of a standing override fails, with no lease left on any', async (_, first, second) => {
    const [one, two] = [new Router(), new Router()];
    const fleet = new RouterFleet({ one, two });
    await fleet.write('shop', raise(1000, first));
    two.manner = 'refuses';
    expect((await fleet.write('shop', raise(1001, second))).kind).toBe('failed');
    expect([one.weights.a, one.written.at(-1)?.ttlMs]).toEqual([100, 0]);
  });

  it('do not raise what somebody lowered on one of them before the change that failed', async () => {
    const [one, two] = [new Router(), new Router()];
    const fleet = new RouterFleet({ one, two });
    await fleet.write('shop', raise(1000, 120));
    one.weights.a = 40;
    two.manner = 'refuses';
    await fleet.write('shop', raise(1001, 150));
    expect([one.weights.a, one.written.at(-1)?.ttlMs]).toEqual([40, 0]);
  });

  it('are read as that one on which the override carries most, though all hold the same weights', async () => {
    const [one, two] = [new Router(), new Router()];
    const fleet = new RouterFleet({ one, two });
    await fleet.write('shop', raise(1, 150));
    two.down = ['b'];
    const { members, agreed } = await fleet.read('shop');
    expect(members.map(({ id, serving }) => [id, serving])).toEqual([['a', true], ['b', false]]);
    expect(agreed).toBe(true);
  });

  it('are not touched when one of them cannot be read', async () => {
    const [one, two] = [new Router(), new Router('unreadable')];
    await expect(new RouterFleet({ one, two }).write('shop', raise(1, 150))).rejects.toThrow('silent');
    expect(one.written).toEqual([]);
  });

  it('are given their baseline as far as they can be reached, and the failure is told', async () => {
    const [one, two, three] = [new Router(), new Router('breaks'), new Router()];
    const fleet = new RouterFleet({ one, two, three });
    one.weights.a = three.weights.a = 150;
    const result = await fleet.write('shop', { ...raise(1, 100), ttlMs: 0 });
    expect(result).toEqual({ kind: 'failed', detail: 'two: silent' });
    expect([one.weights.a, three.weights.a]).toEqual([100, 100]);
  });

  it('are prolonged together or said not to be', async () => {
    const fleet = new RouterFleet({ one: new Router(), two: new Router('refuses') });
    expect(await fleet.prolong('shop', 1, 5000)).toEqual({ kind: 'stale-fence' });
  });

  it('need one router at least', () => {
    expect(() => new RouterFleet({})).toThrow(/one router at least/);
  });
});

describe('one reading of several routers', () => {
  it('adds up their counters when they agree', () => {
    const both = mostGenerousReading([reading({ a: 100, b: 100 }), reading({ a: 100, b: 100 }, { incarnation: 'two' })]);
    expect(both.agreed).toBe(true);
    expect(both.incarnation).toBe('one two');
    expect(both.members[0]?.counters).toEqual({ sent: 20, completed: 18, errors: 2, retries: 0, queue: 0 });
  });

  it.each([
    ['the higher weight', [{ a: 25, b: 100 }, { a: 50, b: 100 }], { a: 50, b: 100 }],
    ['the greatest share of any that differ', [{ a: 50, b: 10 }, { a: 60, b: 600 }], { a: 60, b: 600 }],
    ['a member that one router alone has', [{ a: 100 }, { a: 100, b: 100 }], { a: 100, b: 100 }],
  ])('shows %s where they differ', (_, weights, expected) => {
    const one = mostGenerousReading(weights.map((map) => reading(map as Record<string, number>)));
    expect(one.agreed).toBe(false);
    expect(Object.fromEntries(one.members.map(({ id, weight }) => [id, weight]))).toEqual(expected);
  });

  it.each<[string, Record<string, number>, string[][], Record<string, number>, number]>([
    ['every peer is down on the second', { a: 150, b: 100, c: 100 }, [[], ['b', 'c']], { a: 150 }, 1],
    ['a bystander is down on the first', { a: 150, b: 100, c: 100 }, [['b'], []], { a: 150 }, 0],
    ['the driven member rises where a heavy bystander is down, not where another is heaviest', { a: 10, b: 60, c: 20, d: 10 }, [['d'], ['b']], { a: 10 }, 1],
    ['the lighter of two driven rises more', { a: 10, b: 40, c: 50 }, [['a'], ['b']], { a: 10, b: 40 }, 1],
    ['a drained member rises nowhere: the first', { a: 0, b: 100, c: 100 }, [[], ['b']], { a: 0 }, 0],
    ['nothing is driven, and the second sees a peer down', { a: 100, b: 100, c: 100 }, [[], ['b']], {}, 1],
  ])('of equal weights and other health is that with the greatest rise: %s', (_, weights, down, driven, expected) => {
    const seen = mostGenerousReading(down.map((ids) => reading(weights, {}, ids)), driven);
    expect(seen.agreed).toBe(true);
    expect(seen.members.filter(({ serving }) => !serving).map(({ id }) => id)).toEqual(down[expected]);
  });

  it.each([
    ['all hold it: the shortest counts', [{ fence: 3, remainingMs: 900 }, { fence: 3, remainingMs: 500 }], { fence: 3, remainingMs: 500 }],
    ['one does not', [{ fence: 3, remainingMs: 900 }, null], null],
    ['they hold two', [{ fence: 3, remainingMs: 900 }, { fence: 4, remainingMs: 900 }], null],
  ])('has a lease: %s', (_, leases, expected) => {
    expect(mostGenerousReading(leases.map((lease) => reading({ a: 1 }, { lease }))).lease).toEqual(expected);
  });

  it('does not know the life of a fleet in which one router does not tell', () => {
    expect(mostGenerousReading([reading({ a: 1 }), reading({ a: 1 }, { incarnation: null })]).incarnation).toBeNull();
  });
});
