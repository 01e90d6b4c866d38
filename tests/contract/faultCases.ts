import { anyOf, needsDeath, needsLease, needsReading, needsRestart, needsRouterLease, type ContractCase } from './ContractCase';
import { CONTRACT_POOL, pause } from './KeeperProcess';

/** What dies, restarts or meddles while an override is live. */
export const faultCases: readonly ContractCase[] = [
  {
    rule: 'a router restarted under an override ends it as lost, and it is never applied again',
    unsupported: anyOf(needsLease, needsReading, needsRestart),
    run: async (w) => {
      await w.hold();
      await w.router.restart?.();
      const pool = await w.until('the override is over', () => w.pool(), (p) => p.override === null && p.lastEnd !== null);
      expect(pool.lastEnd?.cause).toBe('lost');
      await pause(1500);
      expect(await w.weight()).toBe(w.configured[w.target]);
    },
  },
  {
    rule: 'an ignored write is caught by reading back',
    unsupported: (w) => (w.subject.form === 'ignores-writes' ? null : 'it carries out what it is told'),
    run: async (w) => {
      const answer = await w.client.put(CONTRACT_POOL, w.acquireBody(), (await w.pool()).revision);
      expect([answer.status, answer.code]).toEqual([502, 'router_failed']);
      expect(await w.untilEnded()).toMatchObject({ override: null, lastEnd: { cause: 'router_error' } });
      expect(await w.weight()).toBe(w.configured[w.target]);
    },
  },
  {
    rule: 'a router that cannot be read stays unknown',
    unsupported: (w) => (w.readable ? 'it can be read' : null),
    run: async (w) => {
      const answer = await w.client.put(CONTRACT_POOL, w.acquireBody(), (await w.pool()).revision);
      expect(answer.status).toBe(202);
      await pause(1500);
      expect((await w.pool()).effective).toMatchObject({ state: 'unknown', shares: null, source: 'none' });
    },
  },
  {
    rule: 'a router slow to converge is 202 until it has',
    unsupported: (w) => (w.subject.form === 'slow' ? null : 'it answers when it is done'),
    run: async (w) => {
      const answer = await w.client.put(CONTRACT_POOL, w.acquireBody(), (await w.pool()).revision);
      expect(answer).toMatchObject({ status: 202, body: { pollAfterMs: expect.any(Number), pool: { effective: { state: 'propagating' } } } });
      await w.until('it is applied', () => w.pool(), (p) => p.effective.state === 'applied');
    },
  },
  {
    rule: 'a member dies, so the share rises: restored',
    unsupported: anyOf(needsLease, needsReading, needsDeath),
    run: async (w) => {
      await w.hold();
      await w.router.killMember?.(w.server(w.neighbour));
      const pool = await w.until('the override is over', () => w.pool(), (p) => p.override === null);
      expect(pool.lastEnd?.cause).toBe('membership_changed');
      await w.untilBaseline();
    },
  },
  {
    rule: 'a human change during a lease is respected',
    unsupported: anyOf(needsLease, needsReading),
    run: async (w) => {
      await w.hold();
      const byHand = (w.configured[w.target] ?? 0) - 1;
      await w.router.setWeight(w.server(w.target), byHand);
      await w.until('the override is over', () => w.pool(), (p) => p.override === null);
      const pool = await w.untilEnded();
      expect([pool.lastEnd?.cause, pool.effective.state]).toEqual(['diverged', 'diverged']);
      await pause(1500);
      expect(await w.weight()).toBe(byHand);
      expect((await w.client.put(CONTRACT_POOL, w.acquireBody(), (await w.pool()).revision)).code).toBe('drifted');
      expect((await w.client.breakGlass(CONTRACT_POOL)).status).toBe(200);
      await w.untilBaseline();
    },
  },
  {
    rule: 'what a human raised during a lease is lowered to the baseline',
    unsupported: anyOf(needsLease, needsReading),
    run: async (w) => {
      await w.hold({ shares: { [w.target]: 1000 } });
      await w.router.setWeight(w.server(w.target), (w.configured[w.target] ?? 0) + 5);
      await w.untilBaseline();
      expect((await w.untilEnded()).effective.state).toBe('diverged');
    },
  },
  {
    rule: 'a keeper killed and started again restores first',
    unsupported: needsLease,
    run: async (w) => {
      const lease = await w.hold();
      await w.keeper.kill();
      await w.keeper.start();
      await w.untilBaseline();
      const pool = await w.untilEnded();
      expect(['keeper_restarted', 'expired', 'lost']).toContain(pool.lastEnd?.cause);
      const late = await w.client.put(CONTRACT_POOL, w.changeBody(lease), pool.revision);
      expect([410, 503]).toContain(late.status);
    },
  },
  {
    rule: 'a keeper killed for good: the router ends the lease itself',
    unsupported: anyOf(needsLease, needsRouterLease),
    run: async (w) => {
      await w.hold({ ttlSeconds: 2 });
      await w.keeper.kill();
      await w.untilBaseline();
    },
  },
  {
    rule: 'the freeze restores, and refuses raise and renew',
    unsupported: needsLease,
    run: async (w) => {
      const lease = await w.hold();
      expect([200, 202]).toContain((await w.client.freeze('sale day')).status);
      await w.untilBaseline();
      expect((await w.untilEnded()).lastEnd?.cause).toBe('frozen');
      const refused = await w.client.put(CONTRACT_POOL, w.acquireBody(), (await w.pool()).revision);
      expect([refused.status, refused.code]).toEqual([423, 'frozen']);
      expect([410, 423]).toContain((await w.client.renew(CONTRACT_POOL, { leaseToken: lease.token, ttlSeconds: 10, evidenceAgeMs: 0 })).status);
    },
  },
  {
    rule: 'a stop from the command line works, by the port and with the keeper dead',
    unsupported: needsLease,
    run: async (w) => {
      await w.hold();
      await w.keeper.command('stop', CONTRACT_POOL);
      await w.untilBaseline();
      await w.untilEnded();
      await w.hold();
      await w.keeper.kill();
      expect(await w.keeper.command('stop', CONTRACT_POOL)).toContain('every baseline is back');
      await w.untilBaseline();
    },
  },
];
