import { overrideAnswerSchema } from '../../src/domain/routing/answerSchema';
import { anyOf, needsDelay, needsLease, needsReading, type ContractCase } from './ContractCase';
import { CONTRACT_POOL, pause, ROUTER_TIMEOUT_MS } from './KeeperProcess';

/** Who holds the pool, for how long, and what becomes of calls that come late. */
export const leaseCases: readonly ContractCase[] = [
  {
    rule: 'a lease ends with nobody calling',
    unsupported: needsLease,
    run: async (w) => {
      await w.hold({ ttlSeconds: 2 });
      await w.untilBaseline();
      expect((await w.untilEnded()).lastEnd?.cause).toBe('expired');
    },
  },
  {
    rule: 'of two racing acquires one wins, the other is told who',
    unsupported: needsLease,
    run: async (w) => {
      const { revision } = await w.pool();
      const answers = await Promise.all([w.client.put(CONTRACT_POOL, w.acquireBody({ holder: 'Ada' }), revision), w.client.put(CONTRACT_POOL, w.acquireBody({ holder: 'Bob' }), revision)]);
      const won = answers.filter((a) => a.status === 201 || a.status === 202);
      const lost = answers.filter((a) => a.code === 'lease_held');
      expect([won.length, lost.length]).toEqual([1, 1]);
      expect(lost[0]?.body).toMatchObject({ status: 409, holder: expect.stringMatching(/Ada|Bob/), remainingMs: expect.any(Number) });
    },
  },
  {
    rule: 'a retry of a lost acquire gets the same token',
    unsupported: needsLease,
    run: async (w) => {
      const { revision } = await w.pool();
      const body = w.acquireBody();
      const key = w.client.newKey();
      const first = overrideAnswerSchema.parse((await w.client.put(CONTRACT_POOL, body, revision, key)).body);
      const again = overrideAnswerSchema.parse((await w.client.put(CONTRACT_POOL, body, revision, key)).body);
      expect(first.leaseToken).toEqual(expect.any(String));
      expect(again.leaseToken).toBe(first.leaseToken);
      expect(again.pool.override?.remainingMs).toBeLessThanOrEqual(first.pool.override?.remainingMs ?? 0);
      expect((await w.client.put(CONTRACT_POOL, { ...body, holder: 'Bob' }, revision, key)).code).toBe('key_reused');
    },
  },
  {
    rule: 'a renewal after expiry is 410 and revives nothing',
    unsupported: needsLease,
    run: async (w) => {
      const { token } = await w.hold({ ttlSeconds: 1.5 });
      await w.untilEnded();
      const answer = await w.client.renew(CONTRACT_POOL, { leaseToken: token, ttlSeconds: 10, evidenceAgeMs: 0 });
      expect([answer.status, answer.code]).toEqual([410, 'lease_expired']);
      await w.untilBaseline();
      expect((await w.pool()).override).toBeNull();
    },
  },
  {
    rule: 'a stale revision is 412',
    run: async (w) => {
      const { revision } = await w.pool();
      await w.stop();
      const answer = await w.client.put(CONTRACT_POOL, w.acquireBody(), revision);
      expect([answer.status, answer.code]).toEqual([412, 'revision_stale']);
    },
  },
  {
    rule: 'without If-Match or key a write is 428',
    run: async (w) => {
      const missing = await Promise.all([
        w.client.call('PUT', `/v1/override?pool=${CONTRACT_POOL}`, w.acquireBody(), { 'idempotency-key': w.client.newKey() }),
        w.client.call('PUT', `/v1/override?pool=${CONTRACT_POOL}`, w.acquireBody(), { 'if-match': '"1"' }),
      ]);
      expect(missing.map((a) => a.status)).toEqual([428, 428]);
    },
  },
  {
    rule: 'a raise delayed until after a stop is refused',
    unsupported: needsLease,
    run: async (w) => {
      const lease = await w.hold();
      await w.stop();
      const late = await w.client.put(CONTRACT_POOL, w.changeBody(lease), lease.pool.revision);
      expect([late.status, late.code]).toEqual([410, 'run_ended']);
      expect((await w.client.renew(CONTRACT_POOL, { leaseToken: lease.token, ttlSeconds: 10, evidenceAgeMs: 0 })).code).toBe('run_ended');
      await w.untilBaseline();
    },
  },
  {
    rule: 'a stop grows the revision and ends the run it names, even with nothing to stop',
    run: async (w) => {
      const { revision } = await w.pool();
      const runId = w.newRun();
      expect((await w.stop(runId)).status).toBe(200);
      expect((await w.pool()).revision).toBeGreaterThan(revision);
      expect((await w.client.put(CONTRACT_POOL, w.acquireBody({ runId }), (await w.pool()).revision)).code).toBe('run_ended');
    },
  },
  {
    rule: 'a restore wins over a concurrent raise',
    unsupported: anyOf(needsLease, needsDelay),
    run: async (w) => {
      const lease = await w.hold({ shares: { [w.target]: 3000 } });
      await pause(600);
      await w.router.delayNextWrite?.(300);
      const raise = w.client.put(CONTRACT_POOL, w.changeBody(lease), (await w.pool()).revision);
      await pause(100);
      await w.stop();
      const answer = await raise;
      expect([200, 202, 410]).toContain(answer.status);
      const pool = await w.untilEnded();
      expect(pool.lastEnd?.cause).toBe('stopped');
      await w.untilBaseline();
      await pause(1000);
      expect([null, w.configured[w.target]]).toContain(await w.weight());
    },
  },
  {
    rule: 'a write held up past its lease is never applied for good',
    unsupported: anyOf(needsLease, needsDelay, needsReading),
    run: async (w) => {
      const lease = await w.hold({ shares: { [w.target]: 3000 } });
      await pause(600);
      await w.router.delayNextWrite?.(ROUTER_TIMEOUT_MS * 2);
      const answer = await w.client.put(CONTRACT_POOL, w.changeBody(lease), lease.pool.revision);
      expect(answer.status).toBe(502);
      await pause(ROUTER_TIMEOUT_MS * 2 + 1500);
      await w.untilEnded();
      expect(await w.weight()).toBe(w.configured[w.target]);
    },
  },
  {
    rule: 'stale evidence neither raises nor renews',
    unsupported: needsLease,
    run: async (w) => {
      const { revision } = await w.pool();
      expect((await w.client.put(CONTRACT_POOL, w.acquireBody({ evidenceAgeMs: 11_500 }), revision)).code).toBe('stale_evidence');
      const lease = await w.hold({ shares: { [w.target]: 3000 } });
      expect((await w.raise(lease, { evidenceAgeMs: 11_500 })).code).toBe('stale_evidence');
      expect((await w.client.renew(CONTRACT_POOL, { leaseToken: lease.token, ttlSeconds: 20, evidenceAgeMs: 11_500 })).code).toBe('stale_evidence');
      expect((await w.client.renew(CONTRACT_POOL, { leaseToken: lease.token, ttlSeconds: 20, evidenceAgeMs: 10_900 })).code).toBe('stale_evidence');
      // What a renewal waited on the wire is age too.
      const asOf = (await w.pool()).serverTime - 11_500;
      expect((await w.client.renew(CONTRACT_POOL, { leaseToken: lease.token, ttlSeconds: 20, evidenceAgeMs: 0, asOf })).code).toBe('stale_evidence');
      expect((await w.client.renew(CONTRACT_POOL, { leaseToken: lease.token, ttlSeconds: 20, evidenceAgeMs: 0 })).status).toBe(200);
    },
  },
  {
    rule: 'a raise renews, a lowering never extends',
    unsupported: needsLease,
    run: async (w) => {
      const lease = await w.hold({ shares: { [w.target]: 3000 }, ttlSeconds: 20 });
      const raised = overrideAnswerSchema.parse((await w.raise(lease, { ttlSeconds: 40 })).body);
      expect(raised.pool.override?.remainingMs).toBeGreaterThan(20_000);
      const lowered = overrideAnswerSchema.parse((await w.client.put(CONTRACT_POOL, w.changeBody(lease, { seq: 2, shares: { [w.target]: 1000 }, ttlSeconds: 60 }), raised.pool.revision)).body);
      expect(lowered.pool.override?.remainingMs).toBeLessThanOrEqual(raised.pool.override?.remainingMs ?? 0);
    },
  },
];
