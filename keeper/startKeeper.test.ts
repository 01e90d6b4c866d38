import { copyFile, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pino from 'pino';
import { acquireRequest } from './calls/requests';
import { SystemClock } from './clock/SystemClock';
import { parseConfig } from './config/parseConfig';
import type { LocatedConfig } from './config/readConfig';
import { MemoryRouter } from './routers/memory/MemoryRouter';
import { MemoryRouterServer } from './routers/memory/MemoryRouterServer';
import { startKeeper } from './startKeeper';

const SILENT = pino({ level: 'silent' });
let folder: string;
let router: MemoryRouter;
let server: MemoryRouterServer;

/** A configuration of one pool, whose first member is the server `s1`. */
async function located(state: string, change: { readonly pool?: string; readonly first?: string; readonly routerId?: string } = {}): Promise<LocatedConfig> {
  const { pool = 'shop', first = 'a', routerId = 'edge' } = change;
  const stateDirectory = join(folder, state);
  await mkdir(stateDirectory, { recursive: true });
  const config = parseConfig(
    JSON.stringify({
      token: { env: 'TOKEN' },
      stateDirectory,
      routers: { [routerId]: { adapter: 'memory', options: { url: server.url } } },
      pools: [{ id: pool, router: routerId, routerPool: 'be', members: { [first]: 's1', b: 's2' }, limits: { ceilingBp: 9000, largestStepBp: 9000 } }],
    })
  );
  const here = (name: string) => join(stateDirectory, name);
  return { config, token: 'sixteen-letters-at-least', stateDirectory, journalPath: here('journal.log'), auditPath: here('audit.jsonl'), controlPath: here('control'), lockPaths: { [routerId]: here('router.lock') } };
}

/** What is left of a keeper that was killed with `a` raised: its journal, and the weight in the router. */
async function killedRaised(): Promise<number> {
  const running = await startKeeper(await located('before'), SILENT, false);
  const pool = await running.keeper.pool('shop');
  const revision = pool.kind === 'accepted' ? pool.body.revision : Number.NaN;
  const answer = await running.keeper.put({ pool: 'shop', request: acquireRequest({ shares: { a: 6000 }, ceilingBp: 9000 }), revision, key: 'key-1', actor: 'ada' });
  expect(answer).toMatchObject({ kind: 'accepted', status: 201 });
  const raised = router.weightOf('be', 's1');
  await mkdir(join(folder, 'after'));
  await copyFile(join(folder, 'before', 'journal.log'), join(folder, 'after', 'journal.log'));
  await running.stop();
  router.setWeight('be', 's1', raised);
  return raised;
}

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'headroom-start-'));
  router = new MemoryRouter({ pools: { be: { s1: 100, s2: 100 } }, form: 'honest', slowMs: 1 }, new SystemClock());
  server = await MemoryRouterServer.start(router);
});

afterEach(async () => {
  await server.stop();
  await rm(folder, { recursive: true, force: true });
});

it.each<[string, { readonly pool?: string; readonly first?: string }]>([
  ['as it was', {}],
  ['with the member renamed', { first: 'a2' }],
  ['with the pool renamed', { pool: 'store' }],
])('gives back what a killed keeper left, under a configuration %s', async (_, change) => {
  expect(await killedRaised()).toBeGreaterThan(100);
  const running = await startKeeper(await located('after', change), SILENT, false);
  expect(router.weightOf('be', 's1')).toBe(100);
  expect(await running.keeper.pool(change.pool ?? 'shop')).toMatchObject({ body: { override: null, effective: { state: 'applied' } } });
  await running.stop();
});

it('does not start where the router of an override is not configured any more, and lets go of its locks', async () => {
  await killedRaised();
  await expect(startKeeper(await located('after', { routerId: 'west' }), SILENT, false)).rejects.toThrow(/pool shop: .*Written to: router edge .*In the configuration now: router west/);
  const running = await startKeeper(await located('after'), SILENT, false);
  expect(router.weightOf('be', 's1')).toBe(100);
  await running.stop();
});
