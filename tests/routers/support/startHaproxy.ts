import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { weightAnswer } from '../../../keeper/routers/haproxy/runtimeAnswers';
import { RuntimeSocket } from '../../../keeper/routers/haproxy/RuntimeSocket';
import { Backend } from './Backend';
import { DelayLine } from './DelayLine';
import { freePorts } from './freePorts';
import { openRow } from './openRow';
import { MEMBERS, POOL, type RealRouter, TOKEN, WEIGHT } from './RealRouter';
import { RouterProcess } from './RouterProcess';
import { until } from './until';

const ROUTERS = path.resolve(__dirname, '../../../keeper/routers');

interface Places {
  readonly folder: string;
  readonly front: number;
  readonly lease: number;
  readonly members: readonly number[];
}

const LUA = [
  `    lua-prepend-path ${ROUTERS}/leaseApi/lua/?.lua`,
  `    lua-load ${ROUTERS}/haproxyLua/headroom_haproxy.lua`,
];

function leaseLines({ lease }: Places): readonly string[] {
  return [
    'frontend headroom',
    `    bind 127.0.0.1:${lease}`,
    `    http-request deny deny_status 401 unless { req.hdr(authorization) -m str "Bearer ${TOKEN}" }`,
    '    http-request set-path %[path,regsub(^/headroom,)]',
    '    http-request use-service lua.headroom',
  ];
}

function configuration(places: Places, withLua: boolean): string {
  const servers = MEMBERS.map((id, index) => `    server ${id} 127.0.0.1:${places.members[index]} check weight ${WEIGHT}`);
  return [
    'global',
    '    stats socket unix@haproxy.sock mode 600 level admin',
    '    stats socket unix@look.sock mode 600 level operator',
    '    hard-stop-after 2s',
    ...(withLua ? LUA : []),
    'defaults',
    '    mode http',
    '    timeout connect 1s',
    '    timeout client 10s',
    '    timeout server 5s',
    // The backends share one busy process with the test: slow is not dead.
    '    timeout check 3s',
    ...(withLua ? leaseLines(places) : []),
    // Named as its backend, as many are.
    `frontend ${POOL}`,
    `    bind 127.0.0.1:${places.front}`,
    `    default_backend ${POOL}`,
    `backend ${POOL}`,
    '    balance roundrobin',
    '    option httpchk GET /healthz',
    '    default-server inter 100ms fall 3 rise 2',
    ...servers,
    '',
  ].join('\n');
}

const IS_WRITE = { 'haproxy-socket': /^set server/, 'haproxy-lua': /^POST \S*\/lease/ } as const;

/** Starts HAProxy under its master, so that it can reload as in production. */
export async function startHaproxy(kind: 'haproxy-socket' | 'haproxy-lua'): Promise<RealRouter> {
  const folder = await mkdtemp(path.join(tmpdir(), 'headroom-haproxy-'));
  const [front = 0, lease = 0, linePort = 0, ...members] = await freePorts(3 + MEMBERS.length);
  const backends = await Promise.all(MEMBERS.map((id, index) => Backend.start(id, members[index] ?? 0)));
  const file = path.join(folder, 'haproxy.cfg');
  await writeFile(file, configuration({ folder, front, lease, members }, kind === 'haproxy-lua'));
  const socket = path.join(folder, 'haproxy.sock');
  const runtime = new RuntimeSocket(socket, 10_000);
  const ask = (line: string): Promise<string> => runtime.ask(line).catch(() => '');
  const pid = async (): Promise<string> => /^Pid: (\d+)$/m.exec(await ask('show info'))?.[1] ?? '';
  const isUp = async (): Promise<boolean> => {
    const rows = await ask('show stat -1 4 -1');
    return MEMBERS.every((id) => new RegExp(`^${POOL},${id},.*,UP,`, 'm').test(rows));
  };
  const router = new RouterProcess({ program: 'haproxy', args: ['-W', '-db', '-f', file], folder, isReady: isUp });
  await router.start();
  const target = kind === 'haproxy-lua' ? { host: '127.0.0.1', port: lease } : { path: socket };
  const line = await DelayLine.start(linePort, target, (text) => IS_WRITE[kind].test(text));
  const options =
    kind === 'haproxy-lua' ? await leaseOptions(folder, linePort) : { sockets: [`127.0.0.1:${linePort}`], timeoutMs: 1000 };
  let frozen = 0;
  return {
    port: front,
    backends,
    row: { adapter: kind, options },
    lookOnly: kind === 'haproxy-socket' ? path.join(folder, 'look.sock') : null,
    open: () => openRow(kind, options),
    async restart() {
      await router.stop();
      await router.start();
    },
    async reload() {
      const before = await pid();
      router.signal('SIGUSR2');
      await until(async () => !['', before].includes(await pid()) && (await isUp()), 'the new worker of HAProxy');
    },
    async freeze() {
      frozen = Number(await pid());
      process.kill(frozen, 'SIGSTOP');
    },
    wake: () => Promise.resolve(void process.kill(frozen, 'SIGCONT')),
    weightOf: async (member) => weightAnswer(await runtime.ask(`get weight ${POOL}/${member}`)).current,
    setWeight: async (member, weight) => void (await runtime.ask(`set server ${POOL}/${member} weight ${weight}`)),
    delayNextWrite: (ms) => line.delayNext(ms),
    async stop() {
      await line.stop();
      await router.stop();
      await Promise.all(backends.map((backend) => backend.down()));
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function leaseOptions(folder: string, port: number): Promise<Readonly<Record<string, unknown>>> {
  const tokenFile = path.join(folder, 'token');
  await writeFile(tokenFile, `${TOKEN}\n`);
  return { urls: [`http://127.0.0.1:${port}/headroom`], tokenFile, timeoutMs: 1000 };
}
