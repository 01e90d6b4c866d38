import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pino from 'pino';
import { parseConfig } from './config/parseConfig';
import { startKeeper } from './startKeeper';

/** The example under Configuration, as it stands. */
async function example(): Promise<string> {
  const readme = await readFile(join(__dirname, 'README.md'), 'utf8');
  return /```yaml\n([\s\S]*?)```/.exec(readme)?.[1] ?? '';
}

it('starts a keeper from its example of a configuration', async () => {
  const config = parseConfig(await example());
  const stateDirectory = await mkdtemp(join(tmpdir(), 'headroom-example-'));
  const here = (name: string) => join(stateDirectory, name);
  // Elsewhere than on the machine of the example: folder, port and token.
  const located = {
    config: { ...config, listen: { ...config.listen, port: 0 } },
    token: 'sixteen-letters-at-least',
    stateDirectory,
    journalPath: here(config.journal),
    auditPath: here(config.auditLog),
    controlPath: here(config.controlDirectory),
    lockPaths: Object.fromEntries(Object.keys(config.routers).map((id) => [id, here(`${id}.lock`)])),
  };
  const running = await startKeeper(located, pino({ level: 'silent' }), true);
  const answer = await fetch(`${running.url}/v1/pools`, { headers: { authorization: `Bearer ${located.token}` } });
  const body: unknown = await answer.json();
  expect(await running.stop()).toBe(true);
  await rm(stateDirectory, { recursive: true, force: true });
  expect(body).toMatchObject({ pools: [{ id: 'shop', service: 'shop', members: 3 }] });
});
