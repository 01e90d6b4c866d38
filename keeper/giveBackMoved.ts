import type { JournalEntry } from './journal/JournalEntry';
import { movedOverrides, type MovedOverride } from './journal/movedOverrides';
import { NamedJournal } from './journal/NamedJournal';
import type { NativeNames } from './journal/NativeNames';
import { Keeper, type KeeperPool } from './Keeper';
import type { KeeperPorts } from './KeeperPorts';
import { nativeNamesOf } from './nativeNamesOf';
import type { PoolLimits } from './pool/PoolSettings';
import type { RouterAdapter } from './routers/RouterAdapter';

const ATTEMPTS = 5;
const BETWEEN_ATTEMPTS_MS = 500;
/** Nothing is ever raised under the old names. */
const NOTHING_ALLOWED: PoolLimits = { ceilingBp: 0, largestStepBp: 0, minDwellMs: 0, maxLifetimeMs: 0, minTtlMs: 0, maxTtlMs: 0, maxEvidenceAgeMs: 0 };

/**
 * Before a keeper starts with a configuration that calls an overridden pool, target or router otherwise than when the override was written: puts
 * the baseline back under the old names, by a keeper of its own for as long as that takes. What else is overridden is tried once beside it,
 * so that a start that must be refused leaves as little as possible behind. A router that kept id and kind, but has another address, is
 * not noticed.
 * @returns true when something was put back: the journal has grown
 * @throws Error naming each override that cannot be found again or did not go back, where it was, where the configuration has it, and the way out
 */
export async function giveBackMoved(entries: readonly JournalEntry[], pools: readonly KeeperPool[], routers: ReadonlyMap<string, RouterAdapter>, ports: KeeperPorts): Promise<boolean> {
  const names = new Map(pools.map((pool) => [pool.settings.id, nativeNamesOf(pool)]));
  const moved = movedOverrides(entries, names);
  if (moved.length === 0) {
    return false;
  }
  const former = moved.flatMap((one) => formerPool(one, routers));
  const ids = new Set(moved.map(({ entry }) => entry.record.pool));
  const all = [...former, ...pools.filter(({ settings }) => !ids.has(settings.id))];
  const journal = new NamedJournal(ports.journal, new Map(all.map((pool) => [pool.settings.id, nativeNamesOf(pool)])), entries);
  const keeper = new Keeper(all, { ...ports, journal });
  const own = new Set(all.map(({ settings }) => settings.id));
  await keeper.start(entries.filter((entry) => entry.kind === 'pool' && own.has(entry.record.pool)));
  const isOverridden = ({ id }: { readonly id: string }) => ids.has(id) && keeper.list(null, null, all.length).pools.some((pool) => pool.id === id && pool.overridden);
  for (let attempt = 1; attempt < ATTEMPTS && former.some(({ settings }) => isOverridden(settings)); attempt += 1) {
    await ports.clock.sleep(BETWEEN_ATTEMPTS_MS);
    await keeper.tick();
  }
  const left = moved.filter(({ entry }) => !former.some(({ settings }) => settings.id === entry.record.pool && !isOverridden(settings)));
  if (left.length > 0) {
    throw new Error(left.map(explain).join('\n'));
  }
  return true;
}

/** The pool as it was, if its router is still the same and the journal tells the names. */
function formerPool({ entry, written }: MovedOverride, routers: ReadonlyMap<string, RouterAdapter>): readonly KeeperPool[] {
  const router = written === null ? undefined : routers.get(written.router);
  if (written === null || router?.traits.adapter !== written.adapter) {
    return [];
  }
  const settings = { id: entry.record.pool, service: null, kind: 'instance' as const, routerPool: written.routerPool, members: written.members, baseline: null, limits: NOTHING_ALLOWED };
  return [{ settings, routerId: written.router, router }];
}

function explain({ entry, written, now }: MovedOverride): string {
  const { pool, override } = entry.record;
  const targets = Object.keys(override?.baseline ?? {});
  const weights = targets.map((target) => `${target} at weight ${override?.weights[target] ?? 'unknown'}, baseline ${override?.baseline[target]}`).join('; ');
  return [
    `pool ${pool}: an earlier keeper left it overridden (${weights}), and the baseline could not be put back.`,
    `Written to: ${written === null ? 'not told by the journal, which is of an earlier version' : place(written, targets)}.`,
    `In the configuration now: ${now === null ? 'no such pool' : place(now, targets)}.`,
    'Put the old router, pool and member names back into the configuration and start the keeper, which restores; change them afterwards.',
    'Or put these weights back by hand and move the journal away.',
  ].join(' ');
}

const place = ({ router, adapter, routerPool, members }: NativeNames, targets: readonly string[]): string =>
  `router ${router} (${adapter}), pool ${routerPool}, ${targets.map((target) => `${target} = ${members[target] ?? 'none'}`).join(', ')}`;
