import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
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
