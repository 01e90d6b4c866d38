import type { Matcher } from './Profile';

/** Calls a service makes to others, as its own process times them. */
export interface OutboundFamily {
  /** Histogram name without `_bucket`, `_sum`, `_count`. */
  readonly metric: string;
  /** Label that names who is called. */
  readonly peer: string;
  /** Units in a second. */
  readonly perSecond: number;
  /** On the count; absent = failures are not told apart. */
  readonly errors?: readonly Matcher[];
}

/** Names as OpenTelemetry's semantic conventions (before and since 1.23), Micrometer and go-grpc-prometheus publish them. */
export const outboundFamilies: readonly OutboundFamily[] = [
  { metric: 'http_client_request_duration_seconds', peer: 'server_address', perSecond: 1, errors: [{ label: 'http_response_status_code', op: '=~', value: '5..' }] },
  { metric: 'http_client_duration_milliseconds', peer: 'net_peer_name', perSecond: 1000, errors: [{ label: 'http_status_code', op: '=~', value: '5..' }] },
  { metric: 'http_client_requests_seconds', peer: 'client_name', perSecond: 1, errors: [{ label: 'status', op: '=~', value: '5..' }] },
  { metric: 'db_client_operation_duration_seconds', peer: 'server_address', perSecond: 1 },
  { metric: 'rpc_client_duration_milliseconds', peer: 'rpc_service', perSecond: 1000 },
  { metric: 'grpc_client_handling_seconds', peer: 'grpc_service', perSecond: 1 },
];
