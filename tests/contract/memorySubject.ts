import { SystemClock } from '../../keeper/clock/SystemClock';
import { MemoryRouter } from '../../keeper/routers/memory/MemoryRouter';
import { MemoryRouterServer } from '../../keeper/routers/memory/MemoryRouterServer';
import type { ContractSubject } from './ContractSubject';

const POOL = 'be';
const WEIGHT = 100;
const SLOW_MS = 400;

/** The router in memory, in a process that outlives the keeper. */
export const memorySubject = (form: ContractSubject['form']): ContractSubject => ({
  name: form === 'honest' ? 'memory' : `memory, ${form}`,
  form,
  unavailable: async () => null,
  start: async () => {
    const members = { a: 'srv-a', b: 'srv-b', c: 'srv-c', d: 'srv-d' };
    const servers = Object.fromEntries(Object.values(members).map((s) => [s, WEIGHT]));
    const router = new MemoryRouter({ pools: { [POOL]: servers }, form, slowMs: SLOW_MS }, new SystemClock());
    const server = await MemoryRouterServer.start(router);
    return {
      row: { adapter: 'memory', options: { url: server.url } },
      routerPool: POOL,
      members,
      ...(form === 'write-only' ? { baseline: Object.fromEntries(Object.keys(members).map((t) => [t, WEIGHT])) } : {}),
      weightOf: async (id) => router.weightOf(POOL, id),
      setWeight: async (id, weight) => router.setWeight(POOL, id, weight),
      killMember: async (id) => router.setServing(POOL, id, false),
      reviveMember: async (id) => router.setServing(POOL, id, true),
      restart: async () => router.restart(),
      delayNextWrite: async (ms) => router.delayNextWrite(ms),
      traffic: async (requests) => router.traffic(POOL, requests),
      stop: () => server.stop(),
    };
  },
});
