/** One call of Prometheus' HTTP API, below the data source's root. */
export interface TransportRequest {
  /** Uid of the data source. */
  readonly source: string;
  /** For example `api/v1/query`. */
  readonly path: string;
  readonly method: 'GET' | 'POST';
  /** In the address for GET, as a form for POST. */
  readonly params: Readonly<Record<string, string>>;
}

export interface TransportReply {
  /** 0 when nothing answered; `body` is then what went wrong. */
  readonly status: number;
  readonly body: string;
}

/** Carries a request whatever it answers. Rejects with AbortError only. */
export type Transport = (request: TransportRequest, signal: AbortSignal) => Promise<TransportReply>;
