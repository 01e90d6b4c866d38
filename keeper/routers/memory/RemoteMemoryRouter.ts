import type { RouterAdapter, RouterReading, RouterTraits, RouterWrite, WriteResult } from '../RouterAdapter';

/** The router in memory of another process. */
export class RemoteMemoryRouter implements RouterAdapter {
  private constructor(
    private readonly url: string,
    readonly traits: RouterTraits
  ) {}

  /** @throws Error when nobody answers at the address. */
  static async open(url: string): Promise<RemoteMemoryRouter> {
    return new RemoteMemoryRouter(url, await ask<RouterTraits>(url, { method: 'traits' }));
  }

  pools(): Promise<readonly string[]> {
    return ask(this.url, { method: 'pools' });
  }

  read(pool: string): Promise<RouterReading> {
    return ask(this.url, { method: 'read', pool });
  }

  write(pool: string, write: RouterWrite): Promise<WriteResult> {
    return ask(this.url, { method: 'write', pool, write });
  }

  async prolong(): Promise<WriteResult> {
    return { kind: 'applied' };
  }

  describe(pool: string, write: RouterWrite): string {
    return Object.entries(write.weights).map(([id, weight]) => `set ${pool}/${id} ${weight}`).join('\n');
  }

  async close(): Promise<void> {
    // Every call has a connection of its own.
  }
}

async function ask<T>(url: string, call: { readonly method: string; readonly pool?: string; readonly write?: RouterWrite }): Promise<T> {
  const response = await fetch(url, { method: 'POST', body: JSON.stringify(call) });
  if (!response.ok) {
    throw new Error(await response.text());
  }
  return (await response.json()) as T;
}
