import * as z from 'zod/mini';
import type { AdapterRow } from '../AdapterRow';
import { fleetOf } from '../fleet/fleetOf';
import { readOptions } from '../readOptions';
import { HaproxySocketRouter } from './HaproxySocketRouter';

const schema = z.strictObject({
  /** One runtime socket a process: a path, or host:port. */
  sockets: z.array(z.string().check(z.minLength(1))).check(z.minLength(1)),
  timeoutMs: z.optional(z.int().check(z.gte(10), z.lte(60_000))),
});

/** HAProxy through its runtime socket; several sockets are several processes in front of the same pools. */
export const HAPROXY_SOCKET_ROW: AdapterRow = {
  adapter: 'haproxy-socket',
  open(options) {
    const { sockets, timeoutMs } = readOptions('haproxy-socket', schema, options);
    return Promise.resolve(fleetOf(sockets, (socket) => new HaproxySocketRouter({ socket, timeoutMs })));
  },
};
