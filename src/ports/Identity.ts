/** Who is looking, and what they may do. */
export interface Identity {
  readonly login: string;
  readonly orgId: number;
  /** Distinguishes browsers' stores: appSubUrl, org and user together. */
  readonly storeScope: string;
  readonly maySaveSettings: boolean;
  readonly mayDeclareBenchmarks: boolean;
  readonly mayExplore: boolean;
  /** Start, hold and stop load tests. */
  readonly mayRunTests: boolean;
  /** Freeze the routing endpoint, and clear a pool whose weights somebody else changed. */
  readonly mayAdminTests: boolean;
}
