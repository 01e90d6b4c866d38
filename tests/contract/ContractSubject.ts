/** A router the contract suite is run against. One row of the list in `SUBJECTS.ts`. */
export interface ContractSubject {
  /** As printed in the table, for example `haproxy-socket`. */
  readonly name: string;
  /** What this router is known to do wrong; `honest` for every real one. */
  readonly form: 'honest' | 'ignores-writes' | 'write-only' | 'slow';
  /** Why this subject cannot run here (a missing program), or null. A subject that cannot run fails the suite; it is never left out in silence. */
  unavailable(): Promise<string | null>;
  /** A new router of its own, on free ports, with every member serving and at its configured weight. */
  start(): Promise<SubjectRouter>;
}

/**
 * The router while the suite runs, touched by other ways than the keeper's.
 * A method that is null cannot be done to this router; the cases that need it are printed as unsupported, with this reason.
 */
export interface SubjectRouter {
  /** Row of `routers` in the keeper's configuration file. */
  readonly row: { readonly adapter: string; readonly options: unknown };
  readonly routerPool: string;
  /** Target -> the router's name of it. Four members, all of the same configured weight, so that a fair share is 2500 basis points. */
  readonly members: Readonly<Record<string, string>>;
  /** Target -> weight, only for a router that cannot be read: the keeper's configuration must then say it. */
  readonly baseline?: Readonly<Record<string, number>>;
  /** The weight the router uses now, read by its own channel; null = it cannot be read. */
  weightOf(server: string): Promise<number | null>;
  /** What an operator would do by hand. */
  setWeight(server: string, weight: number): Promise<void>;
  /** Members die and come back as they do in life; resolves when the router has noticed. */
  readonly killMember: ((server: string) => Promise<void>) | null;
  readonly reviveMember: ((server: string) => Promise<void>) | null;
  /** Restart or reload: weights fall back to the configured ones. */
  readonly restart: (() => Promise<void>) | null;
  /** The next write by the keeper reaches the router only after so many milliseconds, however the call to it ends. */
  readonly delayNextWrite: ((ms: number) => Promise<void>) | null;
  /** Sends requests through the router; answers how many each server got. */
  readonly traffic: ((requests: number) => Promise<Readonly<Record<string, number>>>) | null;
  /** Ends every process and removes every file. */
  stop(): Promise<void>;
}
