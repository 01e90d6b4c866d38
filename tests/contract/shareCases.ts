import { dryRunAnswerSchema } from '../../src/domain/routing/answerSchema';
import { anyOf, needsLease, needsReading, needsTraffic, type ContractCase } from './ContractCase';
import { CONTRACT_POOL } from './KeeperProcess';

/** How much of the traffic the target gets. */
export const shareCases: readonly ContractCase[] = [
  {
    rule: 'shares are rounded down, and zero is zero',
    unsupported: needsLease,
    run: async (w) => {
      const lease = await w.hold({ shares: { [w.target]: 3334 } });
      const weight = await w.weight();
      const others = Object.keys(w.router.members).filter((t) => t !== w.target).reduce((sum, t) => sum + (w.configured[t] ?? 0), 0);
      expect((weight ?? 0) / ((weight ?? 0) + others)).toBeLessThanOrEqual(0.3334);
      expect(lease.pool.effective.shares?.[w.target] ?? 0).toBeLessThanOrEqual(3334);
      const drained = await w.client.put(CONTRACT_POOL, w.changeBody(lease, { shares: { [w.target]: 0 } }), lease.pool.revision);
      expect([200, 202]).toContain(drained.status);
      await w.until('the weight is zero', () => w.weight(), (now) => now === 0 || now === null);
    },
  },
  {
    rule: "only the target's own weight is written",
    unsupported: needsLease,
    run: async (w) => {
      await w.hold();
      const others = Object.keys(w.router.members).filter((t) => t !== w.target);
      expect(await Promise.all(others.map((t) => w.weight(t)))).toEqual(others.map((t) => w.configured[t]));
    },
  },
  {
    rule: 'two targets move together, neither above what was asked',
    unsupported: needsLease,
    run: async (w) => {
      const { pool } = await w.hold({ shares: { [w.target]: 3001, [w.neighbour]: 3001 } });
      const shares = [w.target, w.neighbour].map((t) => pool.effective.shares?.[t] ?? 0);
      expect(Math.max(...shares)).toBeLessThanOrEqual(3001);
      await w.stop();
      await w.untilBaseline(w.target);
      await w.untilBaseline(w.neighbour);
    },
  },
  {
    rule: 'traffic follows the share, and comes back',
    unsupported: anyOf(needsLease, needsTraffic),
    run: async (w) => {
      const shareOfTarget = async () => {
        const counts = (await w.router.traffic?.(800)) ?? {};
        const total = Object.values(counts).reduce((sum, n) => sum + n, 0);
        return (counts[w.server(w.target)] ?? 0) / total;
      };
      await w.hold({ shares: { [w.target]: 4500 } });
      // Four standard deviations of 800 requests.
      expect(Math.abs((await shareOfTarget()) - 0.45)).toBeLessThan(0.07);
      await w.stop();
      await w.untilBaseline();
      expect(Math.abs((await shareOfTarget()) - 0.25)).toBeLessThan(0.07);
    },
  },
  {
    rule: 'ceilings, steps and dwell are held on the server',
    unsupported: needsLease,
    run: async (w) => {
      const { revision } = await w.pool();
      const refused = async (change: Parameters<typeof w.acquireBody>[0]) => (await w.client.put(CONTRACT_POOL, w.acquireBody(change), revision)).code;
      expect(await refused({ shares: { [w.target]: 5100 }, ceilingBp: 9000 })).toBe('above_ceiling');
      expect(await refused({ shares: { [w.target]: 4000 }, ceilingBp: 3900 })).toBe('above_ceiling');
      expect(await refused({ maxLifetimeSeconds: 601 })).toBe('out_of_range');
      expect(await refused({ ttlSeconds: 61 })).toBe('out_of_range');
      const lease = await w.hold({ shares: { [w.target]: 1000 } });
      expect((await w.raise(lease, { shares: { [w.target]: 4000 } })).code).toBe('step_too_large');
      expect([200, 202]).toContain((await w.raise(lease, { shares: { [w.target]: 2000 } })).status);
      const soon = await w.client.put(CONTRACT_POOL, w.changeBody(lease, { shares: { [w.target]: 3000 }, seq: 2 }), (await w.pool()).revision);
      expect([soon.status, soon.code]).toEqual([429, 'step_too_soon']);
    },
  },
  {
    rule: 'a share no weight expresses is refused with advice',
    run: async (w) => {
      const answer = await w.client.put(CONTRACT_POOL, w.acquireBody({ shares: { [w.target]: 1 } }), (await w.pool()).revision);
      const quantumIsFine = w.capabilities.shareStepBp <= 1;
      expect(answer.code).toBe(quantumIsFine ? null : 'not_representable');
    },
  },
  {
    rule: 'a dirty baseline is refused',
    unsupported: needsReading,
    run: async (w) => {
      await w.router.setWeight(w.server(w.neighbour), (w.configured[w.neighbour] ?? 0) - 1);
      const answer = await w.client.put(CONTRACT_POOL, w.acquireBody(), (await w.pool()).revision);
      expect([answer.status, answer.code]).toEqual([409, 'dirty_baseline']);
      expect(await w.weight()).toBe(w.configured[w.target]);
    },
  },
  {
    rule: 'a dry run says what would happen and changes nothing',
    run: async (w) => {
      const before = await w.pool();
      const answer = await w.client.put(CONTRACT_POOL, w.acquireBody(), before.revision, w.client.newKey(), '&dryRun=true');
      const dry = dryRunAnswerSchema.parse(answer.body);
      expect(dry.shares[w.target]).toBeLessThanOrEqual(4000);
      expect(dry.nativeRequest).not.toBe('');
      expect(await w.pool()).toMatchObject({ revision: before.revision, override: null });
      expect(await w.weight()).toBe(w.configured[w.target]);
    },
  },
];
