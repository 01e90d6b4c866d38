import { access } from 'node:fs/promises';
import type { ContractSubject, SubjectRouter } from '../../contract/ContractSubject';
import { MEMBERS, POOL, type RealRouter } from './RealRouter';
import { sendRequests } from './sendRequests';
import { type RouterKind, startRouter } from './startRouter';
import { until } from './until';

const FILES: Readonly<Record<RouterKind, readonly string[]>> = {
  'haproxy-socket': ['/usr/sbin/haproxy'],
  'haproxy-lua': ['/usr/sbin/haproxy'],
  'nginx-lua': ['/usr/sbin/nginx', '/usr/lib/nginx/modules/ngx_http_lua_module.so'],
};

async function unavailable(kind: RouterKind): Promise<string | null> {
  for (const file of FILES[kind]) {
    const there = await access(file).then(
      () => true,
      () => false
    );
    if (!there) {
      return `${file} is missing`;
    }
  }
  return null;
}

async function servingAs(router: RealRouter, member: string, wanted: boolean): Promise<void> {
  const adapter = await router.open();
  const isSo = async (): Promise<boolean> => {
    const { members } = await adapter.read(POOL);
    return members.some(({ id, serving }) => id === member && serving === wanted);
  };
  await until(isSo, `the router to see ${member} ${wanted ? 'serving' : 'gone'}`);
  await adapter.close();
}

function subjectRouter(router: RealRouter): SubjectRouter {
  const backend = (id: string) => {
    const found = router.backends.find((one) => one.id === id);
    if (!found) {
      throw new Error(`no backend ${id}`);
    }
    return found;
  };
  return {
    row: router.row,
    routerPool: POOL,
    members: Object.fromEntries(MEMBERS.map((id) => [`target-${id}`, id])),
    weightOf: (server) => router.weightOf(server),
    setWeight: (server, weight) => router.setWeight(server, weight),
    async killMember(server) {
      await backend(server).down();
      await servingAs(router, server, false);
    },
    async reviveMember(server) {
      await backend(server).up();
      await servingAs(router, server, true);
    },
    restart: () => router.restart(),
    delayNextWrite: (ms) => Promise.resolve(router.delayNextWrite(ms)),
    traffic: (requests) => sendRequests(router.port, requests),
    stop: () => router.stop(),
  };
}

/** Row of the contract suite for a real router. */
export const realSubject = (kind: RouterKind): ContractSubject => ({
  name: kind,
  form: 'honest',
  unavailable: () => unavailable(kind),
  start: async () => subjectRouter(await startRouter(kind)),
});
