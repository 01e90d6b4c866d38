import { type LiveTarget } from '../live/liveTargets';

function serverLines({ instances }: LiveTarget): string[] {
  return instances.map(({ slot, port }) => `    server ${slot.name} 127.0.0.1:${port} check weight 100`);
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

/** Configuration of the HAProxy in front of the live services. The socket path is relative to the folder it starts in. */
export function routerConfig(targets: readonly LiveTarget[], metricsPort: number): string {
  return [
    'global',
    '    maxconn 4000',
    '    stats socket unix@haproxy.sock mode 600 level admin',
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
    ...targets.flatMap(proxyLines),
  ].join('\n');
}
