import { HttpRouter } from '../../src/adapters/routing/HttpRouter';
import type { RoutingReply, RoutingRequest, RoutingTransport } from '../../src/adapters/routing/RoutingTransport';
import type { KeeperStage } from './KeeperStage';
import { proxiedKeeper } from './proxiedKeeper';

/** An endpoint, or the way to it, that does not answer as it should. */
export interface Spoiled {
  readonly reply: (usual: RoutingReply) => RoutingReply;
  /** The call itself comes through. */
  readonly reaches: boolean;
  readonly lateMs?: number;
}

const page = (status: number, body: string): RoutingReply => ({ status, body, redirected: false });

export const SPOILED: ReadonlyArray<readonly [string, Spoiled]> = [
  ['is down', { reaches: false, reply: () => page(0, 'Failed to fetch') }],
  ['is behind a proxy that finds nobody', { reaches: false, reply: () => page(502, '') }],
  ['answers after nine seconds', { reaches: true, lateMs: 9_000, reply: (usual) => usual }],
  ['never answers', { reaches: true, lateMs: 1e9, reply: (usual) => usual }],
  ['answers half', { reaches: true, reply: (usual) => page(usual.status, usual.body.slice(0, 60)) }],
  ['answers nothing', { reaches: true, reply: () => page(200, '') }],
  ['answers with a page to sign in', { reaches: false, reply: () => page(200, '<!doctype html><title>Sign in</title>') }],
  ['answers with JSON of something else', { reaches: false, reply: () => page(200, '{"status":"success","data":[]}') }],
  ['redirects', { reaches: false, reply: (usual) => ({ ...usual, redirected: true }) }],
  ['has a session that expired', { reaches: false, reply: () => page(401, '{"message":"Unauthorized"}') }],
  ['lets nobody through', { reaches: false, reply: () => page(403, '{"message":"plugin proxy route access denied"}') }],
];

/** The app's own client over proxy routes that can be spoiled. */
export function spoilable(stage: KeeperStage) {
  const usual = proxiedKeeper(stage.router());
  const now: { spoiled: Spoiled | null } = { spoiled: null };
  const transport: RoutingTransport = async (request: RoutingRequest, signal) => {
    const { spoiled } = now;
    if (spoiled === null) {
      return usual(request, signal);
    }
    const reply = spoiled.reaches ? await usual(request, signal) : page(200, '');
    await stage.time.wait(spoiled.lateMs ?? 30);
    return spoiled.reply(reply);
  };
  return { router: new HttpRouter(transport, stage.time), now };
}
