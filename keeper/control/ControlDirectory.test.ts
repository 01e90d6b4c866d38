import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { acquireRequest } from '../calls/requests';
import { VirtualKeeper } from '../calls/VirtualKeeper';
import { SILENT_LOG } from '../KeeperLog';
import { ControlDirectory } from './ControlDirectory';

it('carries out what was left, removes it, and is not stopped by what it cannot read', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'headroom-control-'));
  const world = new VirtualKeeper();
  await world.settle(world.keeper.put({ pool: 'shop', request: acquireRequest(), revision: 1, key: 'k', actor: 'ada' }));
  expect(world.router.weightOf('be-shop', 'srv-a')).toBe(200);
  const control = new ControlDirectory(folder);
  await writeFile(join(folder, '0.json'), 'not an order');
  await control.leave({ order: 'stop', pool: 'shop', by: 'root' });
  const carried = control.carryOut(world.keeper, SILENT_LOG);
  await carried;
  expect(world.router.weightOf('be-shop', 'srv-a')).toBe(100);
  expect(world.audit.events.find((e) => e.kind === 'stopped')?.actor).toBe('root by file');
  expect(await readdir(folder)).toEqual([]);
  await rm(folder, { recursive: true, force: true });
});

it('finds nothing where there is no directory', async () => {
  const world = new VirtualKeeper();
  await new ControlDirectory(join(tmpdir(), 'headroom-no-such-folder')).carryOut(world.keeper, SILENT_LOG);
  expect(world.audit.events).toEqual([]);
});
