import { begun } from './begun.fixture';
import { acquireRequest } from './calls/requests';
import { VirtualClock } from './clock/VirtualClock';
import { giveBackMoved } from './giveBackMoved';
import { MemoryAuditLog } from './journal/MemoryAuditLog';
import type { JournalEntry } from './journal/JournalEntry';
import { MemoryJournal } from './journal/MemoryJournal';
import { NamedJournal } from './journal/NamedJournal';
import type { KeeperPool } from './Keeper';
import { SILENT_LOG } from './KeeperLog';
import { NO_GAUGES } from './metrics/KeeperGauges';
import { nativeNamesOf } from './nativeNamesOf';
import type { PoolSettings } from './pool/PoolSettings';
import { MemoryRouter } from './routers/memory/MemoryRouter';

type Wish = Partial<Pick<PoolSettings, 'id' | 'routerPool' | 'members'>> & { readonly routerId?: string };

/** What a keeper left that was killed with `a` of the pool `shop` raised in `be-shop`, and what a start under another configuration finds. */
async function killed(named = true) {
  const { world, take } = await begun();
  await take(acquireRequest({ shares: { a: 4000 } }));
  const journal = new MemoryJournal();
  const settings = world.settings('shop');
  const before = { settings, routerId: 'edge', router: world.router };
  const entries = world.journal.read();
  await (named ? new NamedJournal(journal, new Map([['shop', nativeNamesOf(before)]]), []) : journal).append(entries);
  const clock = new VirtualClock();
  const router = new MemoryRouter({ pools: { 'be-shop': { 'srv-a': 100, 'srv-b': 100, 'srv-c': 100, 'srv-d': 100 } }, form: 'honest', slowMs: 1 }, clock);
  router.setWeight('be-shop', 'srv-a', world.router.weightOf('be-shop', 'srv-a'));
  const ports = { clock, journal, audit: new MemoryAuditLog(), gauges: NO_GAUGES, log: SILENT_LOG, newToken: () => 'token', routerTimeoutMs: 2000 };
  const start = async (wish: Wish | null) => {
    const { routerId = 'edge', ...change } = wish ?? {};
    const pools: readonly KeeperPool[] = wish === null ? [] : [{ settings: { ...settings, ...change }, routerId, router }];
    const done = giveBackMoved(journal.read(), pools, new Map([[routerId, router]]), ports);
    done.catch(() => undefined);
    await clock.advance(30_000);
    return done;
  };
  const override = () => journal.read().flatMap((entry: JournalEntry) => (entry.kind === 'pool' ? [entry.record.override] : [])).at(-1);
  return { start, router, override, settings, weight: () => router.weightOf('be-shop', 'srv-a') };
}

const RENAMED = { a2: 'srv-a', b: 'srv-b', c: 'srv-c', d: 'srv-d' };
const REMAPPED = { a: 'srv-b', b: 'srv-a', c: 'srv-c', d: 'srv-d' };

it.each<[string, Wish | null]>([
  ['a renamed member', { members: RENAMED }],
  ['a member of another server', { members: REMAPPED }],
  ['another pool of the router', { routerPool: 'be-other' }],
  ['a renamed pool', { id: 'store' }],
  ['no such pool any more', null],
])('gives back under the old names before it starts with %s', async (_, wish) => {
  const { start, router, weight, override } = await killed();
  expect(weight()).toBeGreaterThan(100);
  expect(await start(wish)).toBe(true);
  expect([weight(), router.weightOf('be-shop', 'srv-b')]).toEqual([100, 100]);
  expect(override()).toBeNull();
});

it.each<[string, boolean, Wish]>([
  ['nothing is called otherwise', true, {}],
  ['only a bystander is', true, { members: { a: 'srv-a', b2: 'srv-b', c: 'srv-c', d: 'srv-d' } }],
  ['an old journal tells no names, and the target is there', false, {}],
])('leaves it to the keeper that starts when %s', async (_, named, wish) => {
  const { start, weight } = await killed(named);
  expect(await start(wish)).toBe(false);
  expect(weight()).toBeGreaterThan(100);
});

it.each<[string, boolean, Wish | null, RegExp]>([
  ['its router is not configured any more', true, { routerId: 'west' }, /pool shop: .*a at weight 200, baseline 100.*Written to: router edge \(memory\), pool be-shop, a = srv-a\. In the configuration now: router west .*a = srv-a\. Put the old/],
  ['an old journal does not tell where a renamed member was', false, { members: RENAMED }, /Written to: not told by the journal.*In the configuration now: router edge \(memory\), pool be-shop, a = none/],
  ['an old journal does not tell where a removed pool was', false, null, /not told by the journal.*In the configuration now: no such pool/],
])('refuses to start when %s', async (_, named, wish, why) => {
  const { start, override } = await killed(named);
  await expect(start(wish)).rejects.toThrow(why);
  expect(override()).not.toBeNull();
});

it('refuses to start when the router does not take the baseline under the old names', async () => {
  const { start, router } = await killed();
  router.failNext(1000);
  await expect(start({ members: RENAMED })).rejects.toThrow(/the baseline could not be put back/);
});
