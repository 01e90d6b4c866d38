import { err, ok } from '../../domain/base/Result';
import type { RoutingCapabilities } from '../../domain/routing/capabilitiesSchema';
import type { RoutingOutcome } from '../../domain/routing/RoutingOutcome';
import { AbortError } from '../../ports/AbortError';
import type { Router } from '../../ports/Router';
import type { RoutingAccessStore } from '../../ports/RoutingAccess';
import { Routing } from './Routing';
import type { RoutingTrouble } from './RoutingUseCase';

const problem = (status: number) => ({ type: 'about:blank', title: 'no', status, detail: 'the pool is frozen', code: 'frozen' as const });

function routing(outcome: RoutingOutcome<RoutingCapabilities>, load: Awaited<ReturnType<RoutingAccessStore['load']>> = ok({ url: 'http://keeper:7070', tokenSet: true })) {
  const asked: string[] = [];
  const answer = (name: string) => async () => {
    asked.push(name);
    return outcome;
  };
  const router = { capabilities: answer('capabilities'), freeze: answer('freeze'), unfreeze: answer('unfreeze') } as unknown as Router;
  return { asked, routing: new Routing({ load: async () => load, save: async () => load }, router) };
}

const capabilities = { contract: '1', server: 'keeper' } as RoutingCapabilities;

it('asks the endpoint only when there is one', async () => {
  const { routing: use, asked } = routing({ kind: 'done', value: capabilities }, ok({ url: null, tokenSet: false }));
  expect(await use.capabilities()).toEqual(err({ kind: 'not-configured', message: 'No routing endpoint is configured.' }));
  expect(asked).toEqual([]);
});

it('still asks when only the settings cannot be read: a Viewer may see the endpoint', async () => {
  const { routing: use } = routing({ kind: 'done', value: capabilities }, err({ kind: 'forbidden', message: 'no' }));
  expect(await use.capabilities()).toEqual(ok(capabilities));
});

it.each<[string, RoutingOutcome<RoutingCapabilities>, unknown]>([
  ['pending', { kind: 'pending', value: capabilities, pollAfterMs: 5 }, ok(capabilities)],
  ['refused', { kind: 'refused', problem: problem(423) }, err({ kind: 'invalid', message: 'the pool is frozen' })],
  ['refused by role', { kind: 'refused', problem: problem(403) }, err({ kind: 'forbidden', message: 'the pool is frozen' })],
  ['unknown', { kind: 'unknown', message: 'no answer' }, err({ kind: 'unreachable', message: 'no answer' })],
  ['blocked by Grafana', { kind: 'blocked', status: 403, message: 'not you' }, err({ kind: 'forbidden', message: 'not you' })],
  ['not routed', { kind: 'blocked', status: 404, message: 'no route' }, err({ kind: 'unreachable', message: 'no route' })],
])('says what became of a freeze: %s', async (_, outcome, expected) => {
  expect(await routing(outcome).routing.freeze('incident')).toEqual(expected);
});

it.each<[string, (use: Routing) => Promise<unknown>, RegExp]>([
  ['a look', (use) => use.capabilities(), /^The question was broken off/],
  ['a freeze', (use) => use.freeze('incident'), /^The freeze was broken off.*not known whether the endpoint took it/],
  ['lifting one', (use) => use.unfreeze(), /^Lifting the freeze was broken off.*not known whether the endpoint took it/],
])('says that no answer will come where %s is cancelled', async (_, ask, message) => {
  const cancelled = () => Promise.reject(new AbortError());
  const router = { capabilities: cancelled, freeze: cancelled, unfreeze: cancelled } as unknown as Router;
  const access = async () => ok({ url: 'http://keeper:7070', tokenSet: true });
  expect(await ask(new Routing({ load: access, save: access }, router))).toEqual(err({ kind: 'unreachable', message: expect.stringMatching(message) }));
});

it.each<[string, unknown, RoutingTrouble]>([
  ['text, which is handed on', 'http://keeper:7070/', { kind: 'invalid', message: 'must be text', stored: 'http://keeper:7070/' }],
  ['no text', 7070, { kind: 'invalid', message: 'must be text' }],
])('names a stored address that cannot be used: %s', async (_, raw, expected) => {
  const { routing: use } = routing({ kind: 'done', value: capabilities }, err({ kind: 'invalid', field: 'routingUrl', message: 'must be text', raw }));
  expect(await use.access()).toEqual(err(expected));
});

it('names what is wrong with an address', async () => {
  const { routing: use } = routing({ kind: 'done', value: capabilities }, err({ kind: 'invalid', field: 'routingUrl', message: 'must begin with http', raw: 'x' }));
  expect(await use.save('x', null)).toEqual(err({ kind: 'invalid', message: 'must begin with http' }));
});
