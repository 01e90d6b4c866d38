import { err, ok } from '../../domain/base/Result';
import type { RunRecord } from '../../domain/records/runRecord';
import type { RoutingPool } from '../../domain/routing/poolSchema';
import { AbortError } from '../../ports/AbortError';
import type { Router } from '../../ports/Router';
import type { RunLog, RunStore } from '../../ports/RunStore';
import { liveRuns } from './liveRuns';
import type { RunningNow } from './RunningNow';

const start: RunRecord = { schema: 1, run: 'r', service: 's', by: 'ed', seq: 0, at: 0, event: 'start', pool: 'p', target: 'a', mode: 'limit', reason: 'why', plan: null };
const open: RunLog = { run: 'r', service: 's', records: [start], open: true };
const override = (runId: string) => ({ leaseId: 1, holder: 'ann', runId, reason: 'why', shares: { b: 500 }, seq: 0, remainingMs: 1, hardRemainingMs: 1 });
const pool = (id: string, runId: string | null) => ({ id, service: 'shop', override: runId === null ? null : override(runId) }) as unknown as RoutingPool;

const stored = (...runs: readonly RunLog[]): RunStore['runs'] => () => Promise.resolve(ok({ runs, unreadable: 0 }));
const unreadable: RunStore['runs'] = () => Promise.resolve(err({ kind: 'unreachable', message: 'annotations answered 500' }));

type Endpoint = Pick<Router, 'pools' | 'pool'>;
const endpoint = (...pools: readonly RoutingPool[]): Endpoint => ({
  pools: () => Promise.resolve({ kind: 'done', value: { pools: pools.map(({ id, override: held }) => ({ id, service: null, members: 2, overridden: held !== null })), next: null } }),
  pool: (id) => {
    const found = pools.find((one) => one.id === id);
    return Promise.resolve(found === undefined ? { kind: 'unknown', message: 'no such pool', status: 404 } : { kind: 'done', value: found });
  },
});
const silent: Endpoint = { pools: () => Promise.resolve({ kind: 'unknown', message: 'no answer' }), pool: () => Promise.resolve({ kind: 'unknown', message: 'no answer' }) };
const stopped: Endpoint = { pools: () => Promise.reject(new AbortError()), pool: () => Promise.reject(new AbortError()) };

/** The longest wait passes at once. */
const clock = { now: () => 0, sleep: () => new Promise<void>((resolve) => setImmediate(resolve)) };
const asked = (runs: RunStore['runs'], router: Endpoint, configured = true) => liveRuns({ store: { runs } as RunStore, router: router as Router, clock }, [], configured);

const HELD = { pool: 'p', service: 'shop', runId: 'r', holder: 'ann', targets: ['b'] };
const said = (text: string): string => expect.stringContaining(text);

it.each<[string, () => Promise<RunningNow>, object]>([
  ['nothing in the log and nothing at the endpoint is nothing', () => asked(stored(), endpoint(pool('p', null))), { runs: [], held: [], problem: null }],
  ['an open run is alive while its override stands', () => asked(stored(open), endpoint(pool('p', 'r'))), { runs: [{ runId: 'r', alive: true }], held: [], problem: null }],
  ['so is one in its rehearsal', () => asked(stored(open), endpoint(pool('p', 'r-rehearsal'))), { runs: [{ alive: true }], held: [], problem: null }],
  ['and is not once the pool is free', () => asked(stored(open), endpoint(pool('p', null))), { runs: [{ alive: false }], problem: null }],
  ['a pool that a run without a log holds is told by the endpoint', () => asked(stored(), endpoint(pool('p', 'r'))), { runs: [], held: [HELD], problem: null }],
  ['so is one that somebody took after an open run', () => asked(stored(open), endpoint(pool('p', 'other'))), { runs: [{ alive: false }], held: [{ runId: 'other' }] }],
  ['a log that cannot be read is not an empty one', () => asked(unreadable, endpoint(pool('p', null))), { runs: [], held: [], problem: said('annotations answered 500') }],
  ['what is held while the log cannot be read is told by the endpoint', () => asked(unreadable, endpoint(pool('p', 'r'))), { held: [HELD], problem: said('told by the routing endpoint alone') }],
  ['nor is a log that stays silent', () => asked(() => new Promise(() => undefined), endpoint(pool('p', 'r'))), { held: [HELD], problem: said('no answer within 8 s') }],
  ['neither log nor endpoint: the way out is named', () => asked(unreadable, silent), { runs: [], held: [], problem: said('stop its pool at the endpoint') }],
  ['nor is an endpoint asked that is not configured', () => asked(unreadable, endpoint(pool('p', 'r')), false), { held: [], problem: said('none is configured') }],
  ['without an endpoint and with a log there is nothing to say', () => asked(stored(open), endpoint(pool('p', 'r')), false), { runs: [{ alive: null }], held: [], problem: null }],
  ['a silent endpoint leaves an open run in doubt, and says so', () => asked(stored(open), silent), { runs: [{ alive: null }], problem: said('no answer') }],
  ['reads that a stop of this page aborted are not known, and no failure', () => asked(stored(open), stopped), { runs: [{ alive: null }], problem: said('a stop went first') }],
  ['a stop between list and pool leaves out who holds it, and says so', () => asked(stored(), { ...stopped, pools: endpoint(pool('p', 'r')).pools }), { held: [], problem: said('pool p is held') }],
])('%s', async (_name, work, expected) => {
  expect(await work()).toMatchObject(expected);
});
