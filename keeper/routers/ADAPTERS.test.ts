import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { ADAPTERS } from './ADAPTERS';

const open = (adapter: string, options: unknown) => ADAPTERS.find((row) => row.adapter === adapter)?.open(options);

describe('routers of the configuration file', () => {
  it('have names of their own', () => {
    const names = ADAPTERS.map(({ adapter }) => adapter);
    expect(new Set(names).size).toBe(names.length);
    expect(names).toEqual(expect.arrayContaining(['haproxy-socket', 'haproxy-lua', 'nginx-lua']));
  });

  it.each([
    ['haproxy-socket', { sockets: ['/run/haproxy.sock'] }],
    ['haproxy-socket', { sockets: ['/run/a.sock', '127.0.0.1:9999'], timeoutMs: 500 }],
    ['haproxy-lua', { urls: ['http://127.0.0.1:24093/headroom'] }],
    ['nginx-lua', { urls: ['http://127.0.0.1:24093/headroom', 'http://127.0.0.2:24093/headroom'] }],
  ])('%s opens with %j and does as its row says', async (adapter, options) => {
    expect((await open(adapter, options))?.traits.adapter).toBe(adapter);
  });

  it.each([
    ['haproxy-socket', undefined, /haproxy-socket: options\.\(all\)/],
    ['haproxy-socket', {}, /options\.sockets/],
    ['haproxy-socket', { sockets: [] }, /options\.sockets/],
    ['haproxy-socket', { sockets: ['nowhere'] }, /"nowhere" is no address/],
    ['haproxy-socket', { sockets: ['/a'], timeoutMs: 0 }, /options\.timeoutMs/],
    ['haproxy-socket', { sockets: ['/a'], socket: '/b' }, /socket/],
    ['haproxy-lua', { urls: ['127.0.0.1:24093'] }, /options\.urls\.0: needs an address/],
    ['nginx-lua', { urls: ['http://127.0.0.1:1'], tokenFile: '/nowhere/token' }, /options\.tokenFile: .*\/nowhere\/token/],
  ])('%s refuses %j by name', async (adapter, options, why) => {
    await expect((async () => open(adapter, options))()).rejects.toThrow(why);
  });

  it('need a token in the file that is to hold it', async () => {
    const folder = await mkdtemp(path.join(tmpdir(), 'headroom-token-'));
    const tokenFile = path.join(folder, 'token');
    await writeFile(tokenFile, ' \n');
    await expect(open('haproxy-lua', { urls: ['http://127.0.0.1:1'], tokenFile })).rejects.toThrow(`${tokenFile} is empty`);
    await rm(folder, { recursive: true });
  });
});
