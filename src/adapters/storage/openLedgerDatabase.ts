// idb (1.2 KB) rather than bare IndexedDB: promises and typed stores, nothing else; transactions stay our own.
import { openDB, type DBSchema, type IDBPDatabase } from 'idb';

/** Small record beside each page, so that sizes are known without loading pages. */
export interface PageSize {
  readonly key: string;
  readonly bytes: number;
  readonly savedAt: number;
}

export interface Tally {
  readonly period: string;
  readonly total: number;
}

export interface LedgerSchema extends DBSchema {
  /** `LedgerPage`s as they were stored; not believed before they are checked. */
  pages: { key: string; value: unknown };
  sizes: { key: string; value: PageSize };
  tallies: { key: string; value: Tally };
  /** Documents by name, as they were stored. */
  documents: { key: string; value: unknown };
}

export type LedgerDatabase = IDBPDatabase<LedgerSchema>;

const NAME = 'headroom-ledger';
/** Raise it when a store changes; older content is a cache and is dropped. */
const VERSION = 2;

/** @param lost called when the browser takes the connection away or a newer tab needs to upgrade */
export const openLedgerDatabase = async (lost: () => void): Promise<LedgerDatabase> =>
  openDB<LedgerSchema>(NAME, VERSION, {
    upgrade(database) {
      for (const store of database.objectStoreNames) {
        database.deleteObjectStore(store);
      }
      database.createObjectStore('pages');
      database.createObjectStore('sizes', { keyPath: 'key' });
      database.createObjectStore('tallies');
      database.createObjectStore('documents');
    },
    blocking(_current, _blocked, event) {
      (event.target as IDBDatabase).close();
      lost();
    },
    terminated: lost,
  });
