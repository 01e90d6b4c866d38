import { err, ok } from '../../domain/base/Result';
import type { RoutingCapabilities } from '../../domain/routing/capabilitiesSchema';
import type { RoutingOutcome } from '../../domain/routing/RoutingOutcome';
import type { Router } from '../../ports/Router';
import type { RoutingAccessStore } from '../../ports/RoutingAccess';
import { Routing } from './Routing';

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

it('names what is wrong with an address', async () => {
  const { routing: use } = routing({ kind: 'done', value: capabilities }, err({ kind: 'invalid', field: 'routingUrl', message: 'must begin with http', raw: 'x' }));
  expect(await use.save('x', null)).toEqual(err({ kind: 'invalid', message: 'must begin with http' }));
});
