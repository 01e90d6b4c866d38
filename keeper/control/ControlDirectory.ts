import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Keeper } from '../Keeper';
import type { KeeperLog } from '../KeeperLog';
import { controlOrderSchema, type ControlOrder } from './ControlOrder';
import { obey } from './obey';
import { orderResultOf, orderResultSchema, type OrderResult } from './OrderResult';

const RESULT = '.result';
/** A result nobody took by then has nobody waiting for it. */
const RESULT_KEPT_MS = 600_000;

/** Orders left as files, for when the keeper's port cannot be reached. Who may write here is for the file system to say. */
export class ControlDirectory {
  constructor(private readonly path: string) {}

  /** Leaves an order; it appears whole or not at all. Answers the file, which is gone once the order was taken and `takeResult` has an answer. */
  async leave(order: ControlOrder): Promise<string> {
    await mkdir(this.path, { recursive: true, mode: 0o700 });
    const file = join(this.path, `${Date.now()}-${process.pid}.json`);
    await writeWhole(file, order);
    return file;
  }

  /** What became of the order in this file; null = nobody has said. The answer is given once. */
  async takeResult(file: string): Promise<OrderResult | null> {
    const text = await readFile(`${file}${RESULT}`, 'utf8').catch(() => null);
    if (text === null) {
      return null;
    }
    await rm(`${file}${RESULT}`, { force: true });
    return orderResultSchema.parse(JSON.parse(text));
  }

  /** Carries out and removes what has been left, and leaves word of each; an order nobody can read is removed and logged. */
  async carryOut(keeper: Keeper, log: KeeperLog): Promise<void> {
    const names = await readdir(this.path).catch(() => []);
    for (const name of names.filter((n) => n.endsWith('.json')).sort()) {
      const file = join(this.path, name);
      const result = await this.resultOf(file, keeper, log);
      // First the word, then the removal: who waits for the order to go finds the word there.
      await writeWhole(`${file}${RESULT}`, result).catch((reason: unknown) => log.error({ file, err: reason, ...result }, 'what became of an order cannot be written down'));
      await rm(file, { force: true });
    }
    for (const name of names.filter((n) => n.endsWith(RESULT) && Date.now() - Number.parseInt(n, 10) > RESULT_KEPT_MS)) {
      await rm(join(this.path, name), { force: true });
    }
  }

  private async resultOf(file: string, keeper: Keeper, log: KeeperLog): Promise<OrderResult> {
    try {
      const order = controlOrderSchema.parse(JSON.parse(await readFile(file, 'utf8')));
      return orderResultOf(await obey(keeper, { ...order, by: `${order.by} by file` }));
    } catch (reason) {
      log.error({ file, err: reason }, 'an order left as a file cannot be carried out');
      return { outcome: 'failed', detail: reason instanceof Error ? reason.message : String(reason) };
    }
  }
}

async function writeWhole(file: string, content: object): Promise<void> {
  await writeFile(`${file}.part`, JSON.stringify(content), { mode: 0o600 });
  await rename(`${file}.part`, file);
}
