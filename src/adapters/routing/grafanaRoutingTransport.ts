import { APP_ID } from '../grafana/APP_ID';
import { grafanaExchange } from '../grafana/grafanaExchange';
import type { RoutingTransport } from './RoutingTransport';

/** Through the app's proxy routes, which put the bearer token in. Sent again only after a 401, which means "not applied". */
export const grafanaRoutingTransport: RoutingTransport = ({ method, path, query, headers, body }, signal) =>
  grafanaExchange(
    {
      url: `/api/plugin-proxy/${APP_ID}/${path}`,
      method,
      params: { ...query },
      headers: { ...headers },
      ...(body !== undefined && { data: body }),
    },
    signal
  );
