import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { acquireRequest } from '../calls/requests';
import { VirtualKeeper } from '../calls/VirtualKeeper';
import { SILENT_LOG } from '../KeeperLog';
import { ControlDirectory } from './ControlDirectory';
import type { ControlOrder } from './ControlOrder';

let folder: string;
let world: VirtualKeeper;
let control: ControlDirectory;
const STOP = { order: 'stop', pool: 'shop', by: 'root' } as const;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'headroom-control-'));
  world = new VirtualKeeper();
  control = new ControlDirectory(folder);
});

afterEach(() => rm(folder, { recursive: true, force: true }));

const hold = () => world.settle(world.keeper.put({ pool: 'shop', request: acquireRequest(), revision: 1, key: 'k', actor: 'ada' }));

it('carries out what was left, removes it, says so once, and is not stopped by what it cannot read', async () => {
  await hold();
  expect(world.router.weightOf('be-shop', 'srv-a')).toBe(200);
  await writeFile(join(folder, '0.json'), 'not an order');
  const file = await control.leave(STOP);
  expect(await control.takeResult(file)).toBeNull();
  await control.carryOut(world.keeper, SILENT_LOG);
  expect(world.router.weightOf('be-shop', 'srv-a')).toBe(100);
  expect(world.audit.events.find((e) => e.kind === 'stopped')?.actor).toBe('root by file');
  expect((await readdir(folder)).filter((name) => name.endsWith('.json'))).toEqual([]);
  expect(await control.takeResult(file)).toEqual({ outcome: 'done', detail: '' });
  expect(await control.takeResult(file)).toBeNull();
  expect(await control.takeResult(join(folder, '0.json'))).toMatchObject({ outcome: 'failed' });
});

it.each<[string, ControlOrder, () => void, object]>([
  ['is refused', { ...STOP, pool: 'nope' }, () => undefined, { outcome: 'failed', detail: expect.stringContaining('nope is not a pool') }],
  ['throws', STOP, () => (world.keeper.stop = () => Promise.reject(new Error('no such thing'))), { outcome: 'failed', detail: 'no such thing' }],
  ['is not confirmed', STOP, () => world.disk.fail('no space left on device'), { outcome: 'unconfirmed' }],
  ['freezes with nowhere to write it down', { order: 'freeze', reason: 'fire', by: 'root' }, () => world.disk.fail('no space left on device'), { outcome: 'unconfirmed' }],
])('says so of an order that %s', async (_name, order, happen, result) => {
  await hold();
  happen();
  const file = await control.leave(order);
  await control.carryOut(world.keeper, SILENT_LOG);
  expect(await control.takeResult(file)).toMatchObject(result);
  expect(await readdir(folder)).toEqual([]);
});

it('clears away results nobody came for', async () => {
  await writeFile(join(folder, '1000-1.json.result'), '{}');
  await control.carryOut(world.keeper, SILENT_LOG);
  expect(await readdir(folder)).toEqual([]);
});

it('finds nothing where there is no directory', async () => {
  await new ControlDirectory(join(folder, 'no-such-folder')).carryOut(world.keeper, SILENT_LOG);
  expect(world.audit.events).toEqual([]);
});
