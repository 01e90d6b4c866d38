import { randomBytes } from 'node:crypto';
import { mkdir } from 'node:fs/promises';
import type { FastifyBaseLogger } from 'fastify';
import { doneWithin } from './clock/doneWithin';
import { SystemClock } from './clock/SystemClock';
import { poolSettingsOf } from './config/poolSettingsOf';
import type { LocatedConfig } from './config/readConfig';
import { ControlDirectory } from './control/ControlDirectory';
import { FileAuditLog } from './journal/FileAuditLog';
import { giveBackMoved } from './giveBackMoved';
import { FileJournal } from './journal/FileJournal';
import { LockFile } from './journal/LockFile';
import { NamedJournal } from './journal/NamedJournal';
import { Keeper } from './Keeper';
import { KeeperLoop } from './KeeperLoop';
import { EarlyGauges } from './metrics/EarlyGauges';
import { NO_GAUGES } from './metrics/KeeperGauges';
import { nativeNamesOf } from './nativeNamesOf';
import { openRouters } from './openRouters';
import { releaseKeeper } from './releaseKeeper';
import { warnOfUnknownPools } from './warnOfUnknownPools';

export interface RunningKeeper {
  readonly keeper: Keeper;
  /** Where it listens; null when started without HTTP. */
  readonly url: string | null;
  /** Puts every baseline back, then lets go of everything, in less than ten seconds. True when every baseline is confirmed. */
  stop(): Promise<boolean>;
}

/** A process on its way out does not wait longer than this for a disk or router to be let go of; its locks are known as left. */
const LET_GO_WITHIN_MS = 1500;

/**
 * Everything a keeper needs, in order: locks, routers, journal, restore, and only then the port.
 * @throws Error when a lock is held, a router cannot be opened, the journal is damaged, an override cannot be found again under the names of today, or the port is taken; nothing is left behind
 */
export async function startKeeper(located: LocatedConfig, logger: FastifyBaseLogger, withHttp: boolean): Promise<RunningKeeper> {
  const { config } = located;
  const undo: Array<() => Promise<unknown>> = [];
  const letGo = async () => {
    for (const step of undo.reverse()) {
      await step();
    }
  };
  try {
    await mkdir(located.stateDirectory, { recursive: true, mode: 0o700 });
    for (const path of [`${located.journalPath}.lock`, ...Object.values(located.lockPaths)]) {
      const lock = await LockFile.take(path, () => endAtOnce(path, logger));
      undo.push(() => lock.release());
    }
    const routers = await openRouters(config);
    undo.push(() => Promise.all([...routers.values()].map((r) => r.close())));
    const { journal, entries: found } = await FileJournal.open(located.journalPath);
    undo.push(() => journal.close());
    const audit = await FileAuditLog.open(located.auditPath);
    undo.push(() => audit.close());
    const clock = new SystemClock();
    const gauges = new EarlyGauges();
    if (!withHttp) {
      gauges.handOver(NO_GAUGES);
    }
    const pools = config.pools.flatMap((pool) => {
      const router = routers.get(pool.router);
      return router === undefined ? [] : [{ settings: poolSettingsOf(pool), routerId: pool.router, router }];
    });
    const newToken = () => randomBytes(24).toString('base64url');
    const ports = { clock, journal, audit, gauges, log: logger, newToken, routerTimeoutMs: config.routerTimeoutSeconds * 1000 };
    const entries = (await giveBackMoved(found, pools, routers, ports)) ? await journal.read() : found;
    const names = new Map(pools.map((pool) => [pool.settings.id, nativeNamesOf(pool)]));
    const keeper = new Keeper(pools, { ...ports, journal: new NamedJournal(journal, names, entries) });
    const recovered = keeper.start(entries).catch((reason: unknown) => logger.error({ err: reason }, 'restoring at the start failed; it goes on every second'));
    const control = new ControlDirectory(located.controlPath);
    const loop = new KeeperLoop(keeper, clock, logger, () => control.carryOut(keeper, logger));
    loop.start();
    undo.push(() => loop.stop());
    // Loading what serves HTTP takes the process longer than giving back does, so that comes first; but a silent router must not keep the port shut.
    await doneWithin(recovered, config.routerTimeoutSeconds * 1000, clock);
    const http = withHttp ? await listen(located, keeper, gauges, logger) : null;
    void warnOfUnknownPools(pools, logger);
    const stop = async () => {
      // No caller may come in between the last restore and the end.
      await http?.close();
      const restored = await releaseKeeper(keeper, clock);
      await doneWithin(letGo(), LET_GO_WITHIN_MS, clock);
      return restored;
    };
    return { keeper, url: http?.url ?? null, stop };
  } catch (reason) {
    await letGo();
    throw reason;
  }
}

/** Another keeper drives the routers by now; whatever this one still did would be against it, putting baselines back included. */
function endAtOnce(lock: string, logger: FastifyBaseLogger): never {
  logger.fatal({ lock }, 'another keeper has taken the lock over, as this one was silent for too long; it ends without touching a router');
  process.exit(1);
}

async function listen({ config, token }: LocatedConfig, keeper: Keeper, early: EarlyGauges, logger: FastifyBaseLogger): Promise<{ readonly url: string; readonly close: () => Promise<void> }> {
  const [{ createServer }, { PrometheusGauges }] = await Promise.all([import('./http/createServer'), import('./metrics/PrometheusGauges')]);
  const gauges = new PrometheusGauges();
  early.handOver(gauges);
  const server = await createServer({ keeper, token, registry: gauges.registry, logger });
  const url = await server.listen({ host: config.listen.host, port: config.listen.port });
  return { url, close: async () => server.close() };
}
