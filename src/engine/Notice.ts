/** Something the person should know; the page stays up. */
export interface Notice {
  /** Stable, so that a dismissed notice stays dismissed while it says the same. */
  readonly id: string;
  readonly severity: 'error' | 'warning' | 'info';
  readonly title: string;
  readonly detail: string;
  /** The way out. */
  readonly next?: string;
  /** The query it is about, where it is about one. */
  readonly expr?: string;
}
