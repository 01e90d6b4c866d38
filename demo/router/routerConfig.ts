import { type LiveTarget } from '../live/liveTargets';

export interface RouterOptions {
  readonly metricsPort: number;
  /** Where the lease inside HAProxy is offered to the keeper, and the token it has to send. */
  readonly leasePort: number;
  readonly leaseToken: string;
  /** Folder of the keeper's routers, where the Lua scripts are. */
  readonly scripts: string;
}

/** Low beside HAProxy's greatest, 256, so that one instance can be given most of a pool without the others being touched. */
const BASE_WEIGHT = 16;

function serverLines({ instances }: LiveTarget): string[] {
  return instances.map(({ slot, port }) => `    server ${slot.name} 127.0.0.1:${port} check weight ${BASE_WEIGHT}`);
}

function proxyLines(target: LiveTarget): string[] {
  const { name } = target.service;
  return [
    `frontend ${name}`,
    `    bind 127.0.0.1:${target.frontend}`,
    `    default_backend ${name}`,
    '',
    `backend ${name}`,
    '    balance roundrobin',
    '    option httpchk GET /healthz',
    '    default-server inter 1s fall 2 rise 2',
    ...serverLines(target),
    '',
  ];
}

function leaseLines({ leasePort, leaseToken }: RouterOptions): string[] {
  return [
    'frontend headroom-lease',
    `    bind 127.0.0.1:${leasePort}`,
    `    http-request deny deny_status 401 unless { req.hdr(authorization) -m str "Bearer ${leaseToken}" }`,
    '    http-request set-path %[path,regsub(^/headroom,)]',
    '    http-request use-service lua.headroom',
    '',
  ];
}

/** Configuration of the HAProxy in front of the live services. The socket path is relative to the folder it starts in. */
export function routerConfig(targets: readonly LiveTarget[], options: RouterOptions): string {
  const { scripts, metricsPort } = options;
  return [
    'global',
    '    maxconn 4000',
    '    stats socket unix@haproxy.sock mode 600 level admin',
    '    # An old worker keeps its old weights: after a reload its life must be bounded.',
    '    hard-stop-after 10s',
    `    lua-prepend-path "${scripts}/leaseApi/lua/?.lua"`,
    `    lua-load "${scripts}/haproxyLua/headroom_haproxy.lua"`,
    '',
    'defaults',
    '    mode http',
    '    retries 1',
    '    timeout connect 1s',
    '    timeout client 15s',
    '    timeout server 10s',
    '    timeout queue 2s',
    '',
    'frontend metrics',
    `    bind 127.0.0.1:${metricsPort}`,
    '    http-request use-service prometheus-exporter if { path /metrics }',
    '',
    ...leaseLines(options),
    ...targets.flatMap(proxyLines),
  ].join('\n');
}
