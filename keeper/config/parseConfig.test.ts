import { parseConfig } from './parseConfig';

const POOL = { id: 'shop', router: 'edge', routerPool: 'be', members: { a: 's1', b: 's2' } };
const CONFIG = { token: { env: 'TOKEN' }, stateDirectory: 'state', routers: { edge: { adapter: 'memory' } }, pools: [POOL] };

it('reads YAML, and fills in what is left out', () => {
  const text = ['token: { file: token }', 'stateDirectory: state', 'routers: { edge: { adapter: memory } }', 'pools:', '  - id: shop', '    router: edge', '    routerPool: be', '    members: { a: s1, b: s2 }'].join('\n');
  expect(parseConfig(text)).toMatchObject({
    listen: { host: '127.0.0.1', port: 9470 },
    pools: [{ service: null, kind: 'instance', scrapeIntervalSeconds: 5, limits: { ceilingBp: 5000, minTtlSeconds: 5 } }],
  });
});

it.each<[string, object, string]>([
  ['a field nobody knows', { ...CONFIG, prot: 1 }, 'the file: Unrecognized key: "prot"'],
  ['a port out of range', { ...CONFIG, listen: { port: 70_000 } }, 'listen.port'],
  ['a token in the file itself', { ...CONFIG, token: 'secret' }, 'token'],
  ['no pool', { ...CONFIG, pools: [] }, 'pools'],
  ['a pool of one', { ...CONFIG, pools: [{ ...POOL, members: { a: 's1' } }] }, 'pools[0].members'],
  ['a router nobody named', { ...CONFIG, pools: [{ ...POOL, router: 'core' }] }, 'pools[0].router: core'],
  ['two targets on one server', { ...CONFIG, pools: [{ ...POOL, members: { a: 's1', b: 's1' } }] }, 'pools[0].members'],
  ['a baseline of a stranger', { ...CONFIG, pools: [{ ...POOL, baseline: { z: 1 } }] }, 'pools[0].baseline.z'],
  ['a least time above the greatest', { ...CONFIG, pools: [{ ...POOL, limits: { minTtlSeconds: 300 } }] }, 'pools[0].limits.minTtlSeconds'],
  ['one pool twice', { ...CONFIG, pools: [POOL, POOL] }, 'pools[0].id: shop'],
  ['one pool of a router under two names', { ...CONFIG, pools: [POOL, { ...POOL, id: 'other' }] }, 'pools[0].routerPool'],
  ['an empty file', {}, 'stateDirectory'],
])('names the field of %s', (_name, config, field) => {
  expect(() => parseConfig(JSON.stringify(config))).toThrow(field);
});
