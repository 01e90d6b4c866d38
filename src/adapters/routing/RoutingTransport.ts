/** One call to the app's proxy routes. `path` is exact, for example `v1/pool`; what identifies goes into `query`. */
export interface RoutingRequest {
  readonly method: 'GET' | 'PUT' | 'POST' | 'DELETE';
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: unknown;
}

export interface RoutingReply {
  /** 0 when no answer came. */
  readonly status: number;
  readonly body: string;
  /** The browser followed a redirect: whoever answered is not the endpoint. */
  readonly redirected: boolean;
}

/** Sends once. Rejects only with AbortError; a failed network is a reply of status 0 with the reason as its body. */
export type RoutingTransport = (request: RoutingRequest, signal: AbortSignal) => Promise<RoutingReply>;
