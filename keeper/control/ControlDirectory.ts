import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod/mini';
import type { Keeper } from '../Keeper';
import type { KeeperLog } from '../KeeperLog';

const orderSchema = z.discriminatedUnion('order', [
  z.strictObject({ order: z.literal('stop'), pool: z.string(), by: z.string() }),
  z.strictObject({ order: z.literal('freeze'), reason: z.string(), by: z.string() }),
  z.strictObject({ order: z.literal('unfreeze'), by: z.string() }),
]);

export type ControlOrder = z.infer<typeof orderSchema>;

/** Orders left as files, for when the keeper's port cannot be reached. Who may write here is for the file system to say. */
export class ControlDirectory {
  constructor(private readonly path: string) {}

  /** Leaves an order; it appears whole or not at all. Answers the file, which is gone once the order is carried out. */
  async leave(order: ControlOrder): Promise<string> {
    await mkdir(this.path, { recursive: true, mode: 0o700 });
    const name = `${Date.now()}-${process.pid}.json`;
    const file = join(this.path, name);
    await writeFile(`${file}.part`, JSON.stringify(order), { mode: 0o600 });
    await rename(`${file}.part`, file);
    return file;
  }

  /** Carries out and removes what has been left; an order nobody can read is removed and logged. */
  async carryOut(keeper: Keeper, log: KeeperLog): Promise<void> {
    const names = await readdir(this.path).catch(() => []);
    for (const name of names.filter((n) => n.endsWith('.json')).sort()) {
      const file = join(this.path, name);
      try {
        await obey(keeper, orderSchema.parse(JSON.parse(await readFile(file, 'utf8'))));
      } catch (reason) {
        log.error({ file, err: reason }, 'an order left as a file cannot be carried out');
      }
      await rm(file, { force: true });
    }
  }
}

async function obey(keeper: Keeper, order: ControlOrder): Promise<void> {
  switch (order.order) {
    case 'stop':
      await keeper.stop(order.pool, null, `${order.by} by file`);
      return;
    case 'freeze':
      await keeper.freeze(order.reason, `${order.by} by file`);
      return;
    case 'unfreeze':
      await keeper.unfreeze(`${order.by} by file`);
      return;
  }
}
