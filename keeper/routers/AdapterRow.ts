import type { RouterAdapter } from './RouterAdapter';

/** One kind of router in the table the configuration file chooses from. */
export interface AdapterRow {
  /** Name in the configuration file, `routers.<id>.adapter`. */
  readonly adapter: string;
  /**
   * Opens the router from the untrusted `options` of its row.
   * @throws Error naming the option and what it should be.
   */
  readonly open: (options: unknown) => Promise<RouterAdapter>;
}
