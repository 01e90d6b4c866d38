import type { Clock } from '../../ports/Clock';
import type { Ledger, LedgerPage } from '../../ports/Ledger';
import type { Log } from '../../ports/Log';
import { MemoryLedger } from './MemoryLedger';
import { openLedgerDatabase, type LedgerDatabase } from './openLedgerDatabase';
import { readLedgerPage } from './readLedgerPage';

/** Some browsers leave an open request unanswered for ever. */
const OPEN_PATIENCE = 5_000;
const MOST_BYTES = 256 * 1024 * 1024;

/**
 * Pages in the browser's database, shared by its tabs. Keys begin with the identity scope (sub-path, organization and
 * user): data source uids repeat between organizations, and one browser may hold several users.
 * Where there is no database to be had (none, blocked, private) pages are held in memory; where it takes no more (full),
 * those that did not fit are.
 */
export class IndexedDbLedger implements Ledger {
  private readonly memory = new MemoryLedger();
  private opening: Promise<LedgerDatabase> | null = null;
  private available = true;
  private complete = true;
  private told = false;

  /**
   * @param scope who the pages belong to, `Identity.storeScope`
   * @param mostBytes pages of all scopes together; the longest not saved are dropped first
   */
  constructor(
    private readonly scope: string,
    private readonly clock: Clock,
    private readonly log: Log,
    private readonly mostBytes = MOST_BYTES
  ) {}

  get durable(): boolean {
    return this.available && this.complete;
  }

  async get(id: string): Promise<LedgerPage | null> {
    const held = await this.memory.get(id);
    return (
      held ??
      this.attempt(
        (database) => this.read(database, id),
        async () => null
      )
    );
  }

  private async read(database: LedgerDatabase, id: string): Promise<LedgerPage | null> {
    const record = await database.get('pages', this.key(id));
    const page = readLedgerPage(record);
    if (record !== undefined && page === null) {
      this.log.warn('A page of the ledger was damaged and is rebuilt.', { page: id });
      await this.drop(database, [this.key(id)]);
    }
    return page;
  }

  put(id: string, page: LedgerPage): Promise<void> {
    return this.attempt(
      async (database) => {
        const key = this.key(id);
        const bytes = page.values.byteLength + page.keys.reduce((sum, k) => sum + 2 * k.length, 0);
        const writing = database.transaction(['pages', 'sizes'], 'readwrite');
        await Promise.all([
          writing.objectStore('pages').put(page, key),
          writing.objectStore('sizes').put({ key, bytes, savedAt: page.savedAt }),
          writing.done,
        ]);
        await this.makeRoom(database, key);
        await this.memory.remove(id);
      },
      () => this.memory.put(id, page)
    );
  }

  async remove(id: string): Promise<void> {
    await this.memory.remove(id);
    await this.attempt((database) => this.drop(database, [this.key(id)]), nothing);
  }

  async clear(): Promise<void> {
    await this.memory.clear();
    await this.attempt(async (database) => {
      const ours = (key: string): boolean => key.startsWith(this.key(''));
      const [pages, documents] = await Promise.all([database.getAllKeys('sizes'), database.getAllKeys('documents')]);
      await this.drop(database, pages.filter(ours));
      await Promise.all(documents.filter(ours).map((key) => database.delete('documents', key)));
    }, nothing);
  }

  async recall(name: string): Promise<unknown> {
    const held = await this.memory.recall(name);
    return held ?? this.attempt((database) => database.get('documents', this.key(name)), nothing);
  }

  remember(name: string, document: unknown): Promise<void> {
    return this.attempt(
      async (database) => {
        await database.put('documents', document, this.key(name));
        this.memory.forget(name);
      },
      () => this.memory.remember(name, document)
    );
  }

  tally(name: string, period: string, add: number): Promise<number> {
    return this.attempt(
      async (database) => {
        const writing = database.transaction('tallies', 'readwrite');
        const kept = await writing.store.get(this.key(name));
        const total = (kept?.period === period ? kept.total : 0) + add;
        await writing.store.put({ period, total }, this.key(name));
        await writing.done;
        return total;
      },
      () => this.memory.tally(name, period, add)
    );
  }

  private key(id: string): string {
    return `${this.scope}\u0000${id}`;
  }

  private async makeRoom(database: LedgerDatabase, justSaved: string): Promise<void> {
    const sizes = await database.getAll('sizes');
    let excess = sizes.reduce((sum, size) => sum + size.bytes, 0) - this.mostBytes;
    const doomed: string[] = [];
    for (const { key, bytes } of sizes.sort((a, b) => a.savedAt - b.savedAt)) {
      if (excess > 0 && key !== justSaved) {
        doomed.push(key);
        excess -= bytes;
      }
    }
    await this.drop(database, doomed);
  }

  private async drop(database: LedgerDatabase, keys: readonly string[]): Promise<void> {
    const writing = database.transaction(['pages', 'sizes'], 'readwrite');
    const deletions = keys.flatMap((key) => [
      writing.objectStore('pages').delete(key),
      writing.objectStore('sizes').delete(key),
    ]);
    await Promise.all([...deletions, writing.done]);
  }

  private async attempt<T>(durably: (database: LedgerDatabase) => Promise<T>, inMemory: () => Promise<T>): Promise<T> {
    const database = await this.database();
    if (!database) {
      return inMemory();
    }
    try {
      return await durably(database);
    } catch (reason) {
      this.complete = false;
      this.tell(reason);
      return inMemory();
    }
  }

  private async database(): Promise<LedgerDatabase | null> {
    if (!this.available) {
      return null;
    }
    try {
      this.opening ??= this.open();
      return await this.opening;
    } catch (reason) {
      this.available = false;
      this.tell(reason);
      return null;
    }
  }

  private async open(): Promise<LedgerDatabase> {
    const opened = new AbortController();
    const patience = this.clock.sleep(OPEN_PATIENCE, opened.signal).then(() => {
      throw new Error('the database did not open in time');
    });
    const lost = () => (this.opening = null);
    try {
      return await Promise.race([openLedgerDatabase(lost), patience]);
    } finally {
      opened.abort();
    }
  }

  private tell(reason: unknown): void {
    if (!this.told) {
      this.told = true;
      const why = reason instanceof Error ? `${reason.name}: ${reason.message}` : String(reason);
      this.log.warn('Some history is kept in memory only and is read again after a reload.', { why });
    }
  }
}

const nothing = async (): Promise<void> => undefined;
