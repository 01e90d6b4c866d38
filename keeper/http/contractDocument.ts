import { Registry } from 'prom-client';
import { SystemClock } from '../clock/SystemClock';
import { MemoryAuditLog } from '../journal/MemoryAuditLog';
import { MemoryJournal } from '../journal/MemoryJournal';
import { Keeper } from '../Keeper';
import { SILENT_LOG } from '../KeeperLog';
import { NO_GAUGES } from '../metrics/KeeperGauges';
import { createServer } from './createServer';

/** The OpenAPI document of the contract, from the same routes a keeper serves. */
export async function contractDocument(): Promise<object> {
  const ports = { clock: new SystemClock(), journal: new MemoryJournal(), audit: new MemoryAuditLog(), gauges: NO_GAUGES, log: SILENT_LOG, newToken: () => '', routerTimeoutMs: 1000 };
  const server = await createServer({ keeper: new Keeper([], ports), token: '', registry: new Registry(), logger: false });
  await server.ready();
  const document = server.swagger();
  await server.close();
  return document;
}
