import type { Ledger, LedgerPage } from '../../ports/Ledger';

/** Pages for the life of this page only: for browsers without IndexedDB, and in private or full ones. */
export class MemoryLedger implements Ledger {
  readonly durable = false;
  private readonly pages = new Map<string, LedgerPage>();
  private readonly documents = new Map<string, unknown>();
  private readonly tallies = new Map<string, { readonly period: string; readonly total: number }>();

  async get(id: string): Promise<LedgerPage | null> {
    return this.pages.get(id) ?? null;
  }

  async put(id: string, page: LedgerPage): Promise<void> {
    this.pages.set(id, page);
  }

  async remove(id: string): Promise<void> {
    this.pages.delete(id);
  }

  async clear(): Promise<void> {
    this.pages.clear();
    this.documents.clear();
  }

  async recall(name: string): Promise<unknown> {
    return this.documents.get(name);
  }

  async remember(name: string, document: unknown): Promise<void> {
    this.documents.set(name, document);
  }

  /** What is kept better elsewhere. */
  forget(name: string): void {
    this.documents.delete(name);
  }

  async tally(name: string, period: string, add: number): Promise<number> {
    const kept = this.tallies.get(name);
    const total = (kept?.period === period ? kept.total : 0) + add;
    this.tallies.set(name, { period, total });
    return total;
  }
}
