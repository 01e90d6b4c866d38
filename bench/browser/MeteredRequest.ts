/** One request of the page that reached the Prometheus. */
export interface MeteredRequest {
  /** Path without the leading `/api/v1/`. */
  readonly path: string;
  readonly params: ReadonlyMap<string, string>;
  /** Epoch milliseconds of this machine. */
  readonly startedAt: number;
  readonly endedAt: number;
  readonly status: number;
  readonly bytes: number;
  /** Samples the server says it read; null where it does not. */
  readonly samples: number | null;
}

/** The expression that was asked; null for a look-up of names. */
export const expressionOf = ({ params }: MeteredRequest): string | null => params.get('query') ?? null;
