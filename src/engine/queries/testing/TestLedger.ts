import type { Ledger, LedgerPage } from '../../../ports/Ledger';

/** Keeps copies, as a database does. */
export class TestLedger implements Ledger {
  readonly durable = true;
  readonly pages = new Map<string, LedgerPage>();
  readonly documents = new Map<string, unknown>();
  readonly tallies = new Map<string, number>();
  puts = 0;

  async get(id: string): Promise<LedgerPage | null> {
    const page = this.pages.get(id);
    return page ? structuredClone(page) : null;
  }

  async put(id: string, page: LedgerPage): Promise<void> {
    this.puts++;
    this.pages.set(id, structuredClone(page));
  }

  async remove(id: string): Promise<void> {
    this.pages.delete(id);
  }

  async clear(): Promise<void> {
    this.pages.clear();
    this.documents.clear();
  }

  async recall(name: string): Promise<unknown> {
    return structuredClone(this.documents.get(name));
  }

  async remember(name: string, document: unknown): Promise<void> {
    this.documents.set(name, structuredClone(document));
  }

  async tally(name: string, period: string, add: number): Promise<number> {
    const key = `${name} ${period}`;
    const total = (this.tallies.get(key) ?? 0) + add;
    this.tallies.set(key, total);
    return total;
  }
}
