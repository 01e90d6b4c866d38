import { HttpError } from '../http/HttpError';
import { json } from '../http/HostReply';
import type { HostRequest } from '../http/HostRequest';
import { isJsonObject, jsonBody } from '../http/jsonBody';
import type { Router } from '../http/Router';
import type { HostContext } from '../state/HostContext';

const BASE = '/apis/userstorage.grafana.app/v0alpha1/namespaces/:namespace/user-storage';

const texts = (value: unknown): Record<string, string> => {
  const data = isJsonObject(value) && isJsonObject(value.data) ? value.data : {};
  return Object.fromEntries(Object.entries(data).map(([key, each]) => [key, String(each)]));
};

const resource = (name: string, data: Record<string, string>) => ({
  kind: 'UserStorage',
  apiVersion: 'userstorage.grafana.app/v0alpha1',
  metadata: { name },
  spec: { data },
});

/** Names are `<plugin id>:<user uid>`; nobody reads another user's. */
function ownName({ user }: HostRequest, name: string): string {
  if (!user.signedIn || !name.endsWith(`:${user.uid}`)) {
    throw new HttpError(403, 'forbidden');
  }
  return name;
}

/** What `usePluginUserStorage` calls. */
export function addUserStorageRoutes(router: Router, { store }: HostContext): void {
  router.on('GET', `${BASE}/:name`, (request) => {
    const name = ownName(request, request.params.name ?? '');
    const data = store.of(request.orgId).userStorage[name];
    return data ? json(resource(name, data)) : json({ message: `user-storage "${name}" not found`, code: 404 }, 404);
  });
  const create = (request: HostRequest) => {
    const body = jsonBody(request);
    const name = ownName(request, isJsonObject(body.metadata) ? String(body.metadata.name) : '');
    const data = texts(body.spec);
    store.change(request.orgId, (state) => {
      state.userStorage[name] = data;
    });
    return json(resource(name, data), 201);
  };
  router.on('POST', BASE, create);
  router.on('POST', `${BASE}/`, create);
  router.on('PATCH', `${BASE}/:name`, (request) => {
    const name = ownName(request, request.params.name ?? '');
    const change = texts(jsonBody(request).spec);
    const merged = store.change(request.orgId, (state) => {
      const data = { ...state.userStorage[name], ...change };
      state.userStorage[name] = data;
      return data;
    });
    return json(resource(name, merged));
  });
}
