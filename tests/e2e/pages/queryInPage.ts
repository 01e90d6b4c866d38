import { expect, type Page } from '@playwright/test';

/** What a query came to, as a panel would see it. */
export interface QueryOutcome {
  readonly state: string;
  readonly errors: readonly string[];
  readonly frames: ReadonlyArray<{
    readonly name: string;
    readonly length: number;
    readonly fields: readonly string[];
    readonly notices: readonly string[];
  }>;
  /** Packets before the last one. */
  readonly partial: number;
}

interface Target {
  readonly queryType: string;
  readonly services?: readonly string[];
  readonly tiers?: readonly string[];
  readonly format?: string;
}

/** Waits until Grafana has its services, which on a busy machine is some time after it has its loader. */
export async function servicesReady(page: Page): Promise<void> {
  const there = (): Promise<boolean> =>
    page.evaluate(async () => {
      const { System: system } = window as unknown as {
        System?: { import(name: string): Promise<{ getDataSourceSrv?(): unknown }> };
      };
      return Boolean((await system?.import('@grafana/runtime'))?.getDataSourceSrv?.());
    });
  await expect.poll(there).toBe(true);
}

/** Asks the Headroom data source from within a page, through Grafana's own services, and waits until it has completed. */
export async function queryInPage(page: Page, uid: string, target: Target): Promise<QueryOutcome> {
  return page.evaluate(
    async ({ uid: asked, target: wanted }) => {
      interface Packet {
        readonly state: string;
        readonly errors?: ReadonlyArray<{ readonly message: string }>;
        readonly data: ReadonlyArray<{
          readonly name: string;
          readonly length: number;
          readonly fields: ReadonlyArray<{ readonly name: string }>;
          readonly meta?: { readonly notices?: ReadonlyArray<{ readonly text: string }> };
        }>;
      }
      interface Source {
        query(request: unknown): {
          subscribe(observer: { next(p: Packet): void; complete(): void; error(e: unknown): void }): void;
        };
      }
      const system = (
        window as unknown as {
          System: { import(name: string): Promise<{ getDataSourceSrv(): { get(uid: string): Promise<Source> } }> };
        }
      ).System;
      const runtime = await system.import('@grafana/runtime');
      const source = await runtime.getDataSourceSrv().get(asked);
      const to = Date.now();
      const range = { from: to - 6 * 3_600_000, to, raw: { from: 'now-6h', to: 'now' } };
      const packets: Packet[] = [];
      await new Promise<void>((resolve, reject) =>
        source
          .query({ requestId: 'e2e', targets: [{ refId: 'A', ...wanted }], range, scopedVars: {} })
          .subscribe({ next: (p) => packets.push(p), complete: resolve, error: reject })
      );
      const last = packets.at(-1);
      return {
        state: last?.state ?? 'nothing',
        errors: (last?.errors ?? []).map((e) => e.message),
        frames: (last?.data ?? []).map((f) => ({
          name: f.name,
          length: f.length,
          fields: f.fields.map((x) => x.name),
          notices: (f.meta?.notices ?? []).map((n) => n.text),
        })),
        partial: packets.length - 1,
      };
    },
    { uid, target }
  );
}
