import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { LUA_PATH, MODULES } from './support/startNginx';

const PATIENCE_MS = 10_000;

/** What nginx says when it is started with these dictionaries and so many members; it must end by itself. */
async function started(dictionaries: string, members: number): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), 'headroom-nginx-'));
  const file = path.join(folder, 'nginx.conf');
  await writeFile(
    file,
    `
load_module ${MODULES}/ndk_http_module.so;
load_module ${MODULES}/ngx_http_lua_module.so;
daemon off;
pid ${folder}/nginx.pid;
error_log stderr;
events { worker_connections 16; }
http {
  access_log off;
  lua_package_path "${LUA_PATH}";
  ${dictionaries}
  init_by_lua_block {
    local members = {}
    for i = 1, ${members} do members[i] = { id = 'member-' .. i, address = '127.0.0.1', port = i, weight = 100 } end
    require('headroom_nginx').init({ dictionary = 'headroom', counters = 'headroom_counters', pools = { shop = members } })
  }
}
`
  );
  const said = await new Promise<string>((resolve) => {
    execFile('nginx', ['-p', folder, '-c', file], { timeout: PATIENCE_MS }, (_error, _out, text) => resolve(text));
  });
  await rm(folder, { recursive: true, force: true });
  return said;
}

describe('dictionaries of nginx', () => {
  it.each([
    ['none for the counters', 'lua_shared_dict headroom 64k;', 4, /lua_shared_dict headroom_counters is missing/],
    ['none for the override', 'lua_shared_dict headroom_counters 64k;', 4, /lua_shared_dict headroom is missing/],
    ['no room for the counters of all members', 'lua_shared_dict headroom 64k; lua_shared_dict headroom_counters 64k;', 1000, /headroom_counters is too small for the counters of all members: no memory/],
  ])('keep it from starting, by name: %s', async (_, dictionaries, members, expected) => {
    expect(await started(dictionaries, members)).toMatch(expected);
  });
});
