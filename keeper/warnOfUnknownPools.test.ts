import { VirtualKeeper } from './calls/VirtualKeeper';
import { SILENT_LOG } from './KeeperLog';
import { warnOfUnknownPools } from './warnOfUnknownPools';

async function told(routerPool: string, failing = false): Promise<readonly string[]> {
  const world = new VirtualKeeper({ pools: ['shop', 'cart'] });
  const said: string[] = [];
  if (failing) {
    jest.spyOn(world.router, 'pools').mockRejectedValue(new Error('silent'));
  }
  const pools = ['shop', 'cart'].map((id) => ({ settings: { ...world.settings(id), ...(id === 'shop' && { routerPool }) }, routerId: 'edge', router: world.router }));
  await warnOfUnknownPools(pools, { ...SILENT_LOG, error: (_of, text) => said.push(text) });
  return said;
}

it.each<[string, string, boolean, readonly string[]]>([
  ['are there', 'be-shop', false, []],
  ['are misspelt', 'be-shp', false, ['router edge has no pool be-shp; it has be-shop, be-cart: correct routerPool']],
  ['are those of a router that does not answer', 'be-shp', true, []],
])('says it when pools %s', async (_, routerPool, failing, expected) => {
  expect(await told(routerPool, failing)).toEqual(expected);
});
