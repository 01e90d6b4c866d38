/** What the keeper counts about itself. */
export interface KeeperGauges {
  ticked(wallMs: number): void;
  overrides(pool: string, active: boolean): void;
  restored(pool: string, cause: string): void;
  routerFailed(router: string): void;
  frozen(on: boolean): void;
  clockOffset(seconds: number): void;
}

export const NO_GAUGES: KeeperGauges = {
  ticked: () => undefined,
  overrides: () => undefined,
  restored: () => undefined,
  routerFailed: () => undefined,
  frozen: () => undefined,
  clockOffset: () => undefined,
};
