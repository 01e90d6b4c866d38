import { requireRole } from '../access/requireRole';
import { roleIncludes } from '../access/OrgRole';
import { HttpError } from '../http/HttpError';
import { json, message } from '../http/HostReply';
import type { HostRequest } from '../http/HostRequest';
import { jsonBody } from '../http/jsonBody';
import type { Router } from '../http/Router';
import type { Annotation } from '../state/Annotation';
import type { HostContext } from '../state/HostContext';
import { AnnotationBook, type AnnotationSearch } from './AnnotationBook';

function searchOf({ query }: HostRequest): AnnotationSearch {
  return {
    from: Number(query.get('from') ?? 0),
    to: Number(query.get('to') ?? 0),
    limit: Number(query.get('limit') ?? 0),
    tags: query.getAll('tags'),
    matchAny: query.get('matchAny') === 'true',
    type: query.get('type') ?? '',
    dashboardUID: query.get('dashboardUID') ?? '',
  };
}

/** Grafana leaves out what is empty or zero: an annotation without tags has no `tags`. */
function shown({ tags, panelId, data, ...annotation }: Annotation) {
  return {
    ...annotation,
    ...(tags.length > 0 ? { tags } : {}),
    ...(panelId > 0 ? { panelId } : {}),
    email: `${annotation.login}@localhost`,
    avatarUrl: '',
    data: data ?? {},
  };
}

/** Everybody reads; organization annotations are written by Editors and above. */
export function addAnnotationRoutes(router: Router, { store }: HostContext): void {
  const change = <T>(request: HostRequest, apply: (book: AnnotationBook) => T): T =>
    store.change(request.orgId, (state) => apply(new AnnotationBook(state)));
  const idOf = (request: HostRequest): number => Number(request.params.id);

  router.on('GET', '/api/annotations', (request) =>
    json(new AnnotationBook(store.of(request.orgId)).find(searchOf(request)).map(shown))
  );
  router.on('GET', '/api/annotations/:id', (request) =>
    json(shown(new AnnotationBook(store.of(request.orgId)).byId(idOf(request))))
  );
  router.on('POST', '/api/annotations', (request) => {
    // The permission check lets a Viewer pass (see permissions.ts); the refusal comes a step later, in other words.
    if (!roleIncludes(request.user.role, 'Editor')) {
      throw new HttpError(403, 'Access denied to save the annotation');
    }
    const command = jsonBody(request);
    const id = change(request, (book) => book.add(command, request.user.login, Date.now()));
    return json({ id, message: 'Annotation added' });
  });
  router.on('PUT', '/api/annotations/:id', (request) => {
    requireRole(request.user, 'Editor', 'annotations:write');
    change(request, (book) => book.replace(idOf(request), jsonBody(request), Date.now()));
    return message('Annotation updated', 200);
  });
  router.on('PATCH', '/api/annotations/:id', (request) => {
    requireRole(request.user, 'Editor', 'annotations:write');
    change(request, (book) => book.patch(idOf(request), jsonBody(request), Date.now()));
    return message('Annotation patched', 200);
  });
  router.on('DELETE', '/api/annotations/:id', (request) => {
    requireRole(request.user, 'Editor', 'annotations:delete');
    change(request, (book) => book.remove(idOf(request)));
    return message('Annotation deleted', 200);
  });
}
