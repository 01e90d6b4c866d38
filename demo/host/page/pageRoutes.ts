import { randomBytes } from 'node:crypto';
import { html, json, message, redirect } from '../http/HostReply';
import type { HostRequest } from '../http/HostRequest';
import type { Router } from '../http/Router';
import { securityPolicy } from '../http/securityPolicy';
import { orgCookie, sessionCookie } from '../http/session';
import type { HostContext } from '../state/HostContext';
import { bootData, frontendSettings, type Theme } from './bootData';
import { indexPage } from './indexPage';

const ROLES = ['admin', 'editor', 'viewer', 'anonymous'];

function themeOf({ query, headers }: HostRequest): Theme {
  const asked = query.get('theme') ?? /stand_in_theme=(\w+)/.exec(headers.cookie ?? '')?.[1];
  return asked === 'light' ? 'light' : 'dark';
}

/** `?role=editor` signs in as that user and comes back without the parameter, so that the app never sees it. */
function switchRole(request: HostRequest, subPath: string) {
  const role = request.query.get('role') ?? '';
  if (!ROLES.includes(role)) {
    return undefined;
  }
  const query = new URLSearchParams(request.query);
  query.delete('role');
  const search = query.size > 0 ? `?${query.toString()}` : '';
  return redirect(`${subPath}${request.path}${search}`, { 'set-cookie': sessionCookie(role) });
}

/** Every path that is neither data nor a file is the single page. */
export function addPageRoutes(router: Router, context: HostContext): void {
  const { options, assets } = context;
  router.on('GET', '/api/frontend/settings', ({ user, orgId }) => json(frontendSettings(context, user, orgId)));
  for (const data of ['/api/*', '/apis/*', '/public/*']) {
    router.on('*', data, () => message('Not found', 404));
  }
  router.on('GET', '/*', (request) => {
    const switched = switchRole(request, options.subPath);
    if (switched) {
      return switched;
    }
    const nonce = randomBytes(16).toString('base64');
    const boot = bootData(context, request.user, request.orgId, themeOf(request));
    const rootPath = `${request.headers.host ?? 'localhost'}${options.subPath}/`;
    return html(indexPage({ boot, subPath: options.subPath, ...assets, nonce }), {
      'set-cookie': orgCookie(request.orgId),
      ...(options.csp ? { 'content-security-policy': securityPolicy(nonce, rootPath) } : {}),
    });
  });
}
