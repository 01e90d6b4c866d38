import { capabilities } from './capabilities.fixture';
import type { RoutingCapabilities } from './capabilitiesSchema';
import { routingPromises } from './routingPromises';

const textOf = (change: Partial<RoutingCapabilities>, id: string) => routingPromises({ ...capabilities, ...change }).find((promise) => promise.id === id);

it('promises what holds whoever dies, with its time', () => {
  expect(textOf({}, 'lease')).toEqual({
    id: 'lease',
    tone: 'good',
    text: 'After the browser or the keeper dies, baseline is back within the life of the lease (5 to 120 s) + 1 s + 1.5 s until traffic follows: the router itself holds the lease.',
  });
});

it.each<[string, Partial<RoutingCapabilities>, string, RegExp]>([
  ['a lease that lives in the keeper', { lease: { ...capabilities.lease, enforcedBy: 'keeper' } }, 'lease', /Nothing holds if the keeper dies: P0 services and unattended runs are refused/],
  ['an echo', { verification: 'echo' }, 'verification', /echo of what was written/],
  ['a router that cannot be read', { verification: 'none' }, 'verification', /Nothing can be read back/],
  ['other writers', { singleWriter: 'assumed' }, 'writer', /noticed at the next read/],
  ['demand that nobody counts', { demandCeiling: 'client' }, 'ceiling', /bounds the steps of a run, and nothing watches it/],
  ['no dry run', { dryRun: false }, 'dry-run', /cannot be tried/],
])('warns of %s', (_, change, id, words) => {
  const promise = textOf(change, id);
  expect(promise?.tone).toBe('warn');
  expect(promise?.text).toMatch(words);
});

it('says of a ceiling on demand who looks, how often, and when nobody does', () => {
  expect(textOf({ demandCeiling: 'router' }, 'ceiling')).toEqual({ id: 'ceiling', tone: 'good', text: expect.stringMatching(/^Once a second the keeper compares.*Nothing does in between, or while the keeper is dead\.$/) });
});

it('says that nobody else can write only where the endpoint vouches for it', () => {
  expect(textOf({ singleWriter: 'enforced' }, 'writer')).toMatchObject({ tone: 'good', text: expect.stringContaining('Nobody else can write') });
});
