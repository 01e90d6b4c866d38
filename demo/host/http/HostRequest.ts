import type { IncomingHttpHeaders } from 'node:http';
import type { HostUser } from '../access/HostUser';

export interface HostRequest {
  method: string;
  /** Path below the sub path, still percent-encoded. */
  path: string;
  query: URLSearchParams;
  headers: IncomingHttpHeaders;
  body: Buffer;
  /** Decoded values of `:name` in the route pattern. */
  params: Readonly<Record<string, string>>;
  /** What `*` in the route pattern stood for, still percent-encoded. */
  rest: string;
  user: HostUser;
  orgId: number;
  /** Aborted when the browser gives up. */
  signal: AbortSignal;
}
