import { USERS, userByLogin, userByPassword } from '../access/HostUser';
import { permissionsOf } from '../access/permissions';
import { HttpError } from '../http/HttpError';
import { html, json, message, redirect } from '../http/HostReply';
import type { HostRequest } from '../http/HostRequest';
import { jsonBody } from '../http/jsonBody';
import type { Router } from '../http/Router';
import { sessionCookie } from '../http/session';
import { loginPage } from '../page/loginPage';
import type { HostContext } from '../state/HostContext';
import { HOST_VERSION } from '../state/hostVersion';

/** The form posts fields, API clients post JSON. */
function credentials(request: HostRequest): { user: string; password: string; isForm: boolean } {
  const isForm = request.headers['content-type']?.startsWith('application/x-www-form-urlencoded') ?? false;
  const fields = isForm ? Object.fromEntries(new URLSearchParams(request.body.toString('utf8'))) : jsonBody(request);
  return { user: String(fields.user), password: String(fields.password), isForm };
}

export function addAccountRoutes(router: Router, { options, catalogue }: HostContext): void {
  const home = `${options.subPath}/`;

  router.on('GET', '/api/health', () =>
    json({ commit: 'stand-in', database: 'ok', version: HOST_VERSION[options.variant] })
  );
  router.on('GET', '/login', () => html(loginPage(options.subPath)));
  router.on('POST', '/login', (request) => {
    const { user, password, isForm } = credentials(request);
    const found = userByPassword(user, password);
    if (!found) {
      throw new HttpError(401, 'Invalid username or password');
    }
    const headers = { 'set-cookie': sessionCookie(found.login) };
    return isForm ? redirect(home, headers) : { ...json({ message: 'Logged in', redirectUrl: home }), headers };
  });
  router.on('GET', '/logout', () => redirect(`${options.subPath}/login`, { 'set-cookie': sessionCookie('nobody') }));
  router.on('GET', '/api/login/ping', ({ user }) =>
    user.signedIn ? message('Logged in', 200) : message('Unauthorized', 401)
  );

  router.on('GET', '/api/user', ({ user, orgId }) =>
    user.signedIn
      ? json({ id: user.id, uid: user.uid, login: user.login, name: user.name, email: '', orgId, theme: '' })
      : message('Unauthorized', 401)
  );
  router.on('GET', '/api/org', ({ orgId }) => json({ id: orgId, name: orgId === 1 ? 'Main Org.' : `Org ${orgId}` }));
  router.on('GET', '/api/folders', () => json([]));
  router.on('GET', '/api/access-control/user/actions', ({ user }) =>
    json(permissionsOf(user.role, catalogue.ownGrants))
  );

  // Test suites ask for users by role before they log in. The three there are cannot be changed.
  router.on('POST', '/api/admin/users', (request) => {
    const known = userByLogin(String(jsonBody(request).login));
    return known ? message('user already exists', 412) : message('the stand-in host has three fixed users', 400);
  });
  router.on('GET', '/api/users/lookup', ({ query }) => {
    const known = userByLogin(query.get('loginOrEmail') ?? '');
    return known ? json({ id: known.id, login: known.login }) : message('user not found', 404);
  });
  router.on('PATCH', '/api/org/users/:id', (request) => {
    const known = USERS.find(({ id }) => id === Number(request.params.id));
    return known?.role === jsonBody(request).role
      ? message('Organization user updated', 200)
      : message('roles are fixed in the stand-in host', 400);
  });
}
