import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import * as z from 'zod/mini';
import { leaseStateSchema } from '../../../keeper/routers/leaseApi/leaseSchemas';
import { Backend } from './Backend';
import { DelayLine } from './DelayLine';
import { freePorts } from './freePorts';
import { openRow } from './openRow';
import { MEMBERS, POOL, type RealRouter, TOKEN, WEIGHT } from './RealRouter';
import { RouterProcess } from './RouterProcess';
import { until } from './until';

const ROUTERS = path.resolve(__dirname, '../../../keeper/routers');
export const MODULES = '/usr/lib/nginx/modules';
export const LUA_PATH = [`${ROUTERS}/nginxLua/?.lua`, `${ROUTERS}/leaseApi/lua/?.lua`, '/usr/share/lua/5.1/?.lua', ';'].join(';');

interface Places {
  readonly folder: string;
  readonly front: number;
  readonly lease: number;
  readonly members: readonly number[];
}

function configuration({ folder, front, lease, members }: Places): string {
  const rows = MEMBERS.map(
    (id, index) => `{ id = '${id}', address = '127.0.0.1', port = ${members[index]}, weight = ${WEIGHT}, check = '/healthz' }`
  );
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((name) => `  ${name}_temp_path ${folder}/${name};`);
  return `
load_module ${MODULES}/ndk_http_module.so;
load_module ${MODULES}/ngx_http_lua_module.so;
worker_processes 2;
daemon off;
pid ${folder}/nginx.pid;
error_log ${folder}/error.log warn;
events { worker_connections 512; }
http {
  access_log off;
${temporary.join('\n')}
  lua_package_path "${LUA_PATH}";
  lua_shared_dict headroom 1m;
  lua_shared_dict headroom_counters 1m;
  lua_socket_log_errors off;
  init_by_lua_block {
    headroom = require('headroom_nginx')
    headroom.init({ dictionary = 'headroom', counters = 'headroom_counters', pools = { ${POOL} = { ${rows.join(', ')} } } })
  }
  init_worker_by_lua_block { headroom.start() }
  upstream ${POOL} {
    server 0.0.0.1;
    balancer_by_lua_block { headroom.balance('${POOL}') }
    keepalive 32;
  }
  server {
    listen 127.0.0.1:${front};
    location / {
      proxy_pass http://${POOL};
      proxy_http_version 1.1;
      proxy_set_header Connection "";
      proxy_connect_timeout 1s;
      proxy_read_timeout 5s;
      log_by_lua_block { headroom.account() }
    }
  }
  server {
    listen 127.0.0.1:${lease};
    client_max_body_size 64k;
    client_body_buffer_size 64k;
    location /headroom/ {
      if ($http_authorization != "Bearer ${TOKEN}") { return 401; }
      content_by_lua_block { headroom.serve('/headroom') }
    }
  }
}
`;
}

/** Starts nginx with the lease script. */
export async function startNginx(): Promise<RealRouter> {
  const folder = await mkdtemp(path.join(tmpdir(), 'headroom-nginx-'));
  const [front = 0, lease = 0, linePort = 0, ...members] = await freePorts(3 + MEMBERS.length);
  const backends = await Promise.all(MEMBERS.map((id, index) => Backend.start(id, members[index] ?? 0)));
  const file = path.join(folder, 'nginx.conf');
  await writeFile(file, configuration({ folder, front, lease, members }));
  const headers = { authorization: `Bearer ${TOKEN}` };
  const url = `http://127.0.0.1:${lease}/headroom`;
  const state = async (): Promise<z.infer<typeof leaseStateSchema>> => {
    const response = await fetch(`${url}/pool?pool=${POOL}`, { headers });
    return z.parse(leaseStateSchema, await response.json());
  };
  const isUp = (): Promise<boolean> =>
    state().then(
      (now) => now.members.every(({ serving }) => serving),
      () => false
    );
  const router = new RouterProcess({ program: 'nginx', args: ['-p', folder, '-c', file], folder, isReady: isUp });
  await router.start();
  const line = await DelayLine.start(linePort, { host: '127.0.0.1', port: lease }, (text) => /^POST \S*\/lease/.test(text));
  const tokenFile = path.join(folder, 'token');
  await writeFile(tokenFile, `${TOKEN}\n`);
  const row = { adapter: 'nginx-lua', options: { urls: [`http://127.0.0.1:${linePort}/headroom`], tokenFile, timeoutMs: 1000 } };
  const workers = async (): Promise<readonly number[]> => {
    const master = (await readFile(path.join(folder, 'nginx.pid'), 'utf8')).trim();
    const children = await readFile(`/proc/${master}/task/${master}/children`, 'utf8');
    return children.trim().split(' ').map(Number);
  };
  return {
    port: front,
    backends,
    row,
    lookOnly: null,
    open: () => openRow(row.adapter, row.options),
    async restart() {
      await router.stop();
      await router.start();
    },
    async reload() {
      const before = await workers();
      router.signal('SIGHUP');
      await until(async () => (await workers()).every((pid) => !before.includes(pid)), 'new workers of nginx');
      await until(isUp, 'the reloaded nginx');
    },
    freeze: async () => (await workers()).forEach((pid) => process.kill(pid, 'SIGSTOP')),
    wake: async () => (await workers()).forEach((pid) => process.kill(pid, 'SIGCONT')),
    weightOf: async (member) => (await state()).members.find(({ id }) => id === member)?.weight ?? Number.NaN,
    async setWeight(member, weight) {
      const body = JSON.stringify({ weights: { [member]: weight } });
      const answer = await fetch(`${url}/weight?pool=${POOL}`, { method: 'POST', headers, body });
      if (!answer.ok) {
        throw new Error(`nginx refused weight ${weight} for ${member}: ${await answer.text()}`);
      }
    },
    delayNextWrite: (ms) => line.delayNext(ms),
    async stop() {
      await line.stop();
      await router.stop();
      await Promise.all(backends.map((backend) => backend.down()));
      await rm(folder, { recursive: true, force: true });
    },
  };
}
