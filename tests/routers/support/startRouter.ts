import type { RealRouter } from './RealRouter';
import { startHaproxy } from './startHaproxy';
import { startNginx } from './startNginx';

export const ROUTER_KINDS = ['haproxy-socket', 'haproxy-lua', 'nginx-lua'] as const;
export type RouterKind = (typeof ROUTER_KINDS)[number];

export function startRouter(kind: RouterKind): Promise<RealRouter> {
  return kind === 'nginx-lua' ? startNginx() : startHaproxy(kind);
}
