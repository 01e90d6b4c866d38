import { existsSync, readFileSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { runCommand } from './runCommand';

let folder: string;
const CONFIG = {
  listen: { port: 1 },
  token: { env: 'TOKEN' },
  stateDirectory: 'state',
  routers: { edge: { adapter: 'memory', options: { pools: { be: { s1: 100, s2: 100 } } } } },
  pools: [{ id: 'shop', router: 'edge', routerPool: 'be', members: { a: 's1', b: 's2' } }],
};
const ENV = { TOKEN: 'sixteen letters at least' };

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'headroom-command-'));
  await writeFile(join(folder, 'keeper.json'), JSON.stringify(CONFIG));
});

afterEach(() => rm(folder, { recursive: true, force: true }));

async function command(words: readonly string[], env: NodeJS.ProcessEnv = ENV) {
  const said: string[] = [];
  const status = await runCommand([...words, '--config', join(folder, 'keeper.json')], env, (line) => said.push(line));
  return { status, said: said.join('\n') };
}

it.each<[string, string[], number, string]>([
  ['no word', [], 0, 'usage: keeper'],
  ['an unknown word', ['halt'], 2, 'usage: keeper'],
  ['a stop of nothing', ['stop'], 1, 'which pool?'],
  ['a stop of an unknown pool', ['stop', 'nope'], 1, 'nope is not a pool of this configuration; it has shop'],
  ['a freeze without a reason', ['freeze'], 1, 'why?'],
  ['a status with nobody there', ['status'], 1, 'no keeper answers at 127.0.0.1:1'],
  ['a stop with nobody there', ['stop', 'shop'], 0, 'done; every baseline is back'],
  ['a freeze with nobody there', ['freeze', 'sale', 'day'], 0, 'done; every baseline is back'],
])('answers %s', async (_name, words, status, text) => {
  const answer = await command(words);
  expect(answer.said).toContain(text);
  expect(answer.status).toBe(status);
});

it('names the variable whose token is too short', async () => {
  expect(await command(['status'], { TOKEN: 'short' })).toMatchObject({ status: 1, said: expect.stringContaining('the variable TOKEN holds 5 characters') });
});

it('names a router nobody can drive', async () => {
  await writeFile(join(folder, 'keeper.json'), JSON.stringify({ ...CONFIG, routers: { edge: { adapter: 'abacus' } } }));
  expect((await command(['serve'])).said).toContain('routers.edge.adapter: abacus is not one of memory');
});

describe('an order the port does not take', () => {
  const state = () => join(folder, 'state');
  /** What answers on the port of the configuration. */
  async function withPort(status: number, body: object): Promise<Server> {
    const server = createServer((_request, response) => response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body)));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    await writeFile(join(folder, 'keeper.json'), JSON.stringify({ ...CONFIG, listen: { port: (server.address() as AddressInfo).port } }));
    return server;
  }

  /** Stands for the keeper that holds the locks: takes the order and leaves this word of it. */
  async function takeOrder(result: object | null): Promise<void> {
    const control = join(state(), 'control');
    for (;;) {
      const name = (await readdir(control).catch((): string[] => [])).find((n) => n.endsWith('.json'));
      if (name !== undefined) {
        await (result === null ? Promise.resolve() : writeFile(join(control, `${name}.result`), JSON.stringify(result)));
        await rm(join(control, name));
        return;
      }
      await pause(20);
    }
  }

  it.each<[string, number, object]>([
    ['a token that was changed', 403, { type: 'x', title: 'x', status: 403, code: 'bad_credential', detail: 'send the bearer token' }],
    ['a fault of the keeper', 500, { type: 'x', title: 'x', status: 500, code: 'internal', detail: 'the keeper failed on this call' }],
  ])('goes on without it after %s', async (_name, status, body) => {
    const server = await withPort(status, body);
    for (const words of [['stop', 'shop'], ['freeze', 'sale'], ['unfreeze']]) {
      const answer = await command(words);
      expect(answer.said).toContain(`the port answered ${status}: `);
      expect(answer.said).toContain('done; every baseline is back');
      expect(answer.status).toBe(0);
    }
    server.close();
  });

  it('names the fault for which no keeper can be started, and leaves no order behind', async () => {
    await mkdir(state(), { recursive: true });
    await writeFile(join(state(), 'journal.log'), 'damaged\n'.repeat(3));
    const answer = await command(['freeze', 'sale']);
    expect(answer).toMatchObject({ status: 1, said: expect.stringMatching(/line 1 .*damaged/) });
    expect(answer.said).not.toContain('holds the locks');
    expect(existsSync(join(state(), 'control'))).toBe(false);
  });

  it.each<[string, object | null, number, string]>([
    ['done', { outcome: 'done', detail: '' }, 0, 'the keeper has carried it out'],
    ['not confirmed', { outcome: 'unconfirmed', detail: 'a baseline is not confirmed yet' }, 1, 'the keeper has begun: a baseline is not confirmed yet'],
    ['failed', { outcome: 'failed', detail: 'no such thing' }, 1, 'the keeper could not carry it out: no such thing'],
    ['taken without a word', null, 1, 'left no word of what became of it'],
  ])('says what a keeper that holds the locks made of it: %s', async (_name, result, status, text) => {
    await mkdir(state(), { recursive: true });
    const start = readFileSync(`/proc/${process.ppid}/stat`, 'utf8');
    await writeFile(join(state(), 'journal.log.lock'), `${process.ppid} ${start.slice(start.lastIndexOf(')') + 2).split(' ')[19] ?? ''}\n`);
    const [answer] = await Promise.all([command(['stop', 'shop']), takeOrder(result)]);
    expect(answer.said).toContain('a keeper holds the locks');
    expect(answer.said).toContain(text);
    expect(answer.status).toBe(status);
  });
});
