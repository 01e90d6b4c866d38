import { of, throwError, type Observable } from 'rxjs';
import { GrafanaDataSourceInstaller } from './GrafanaDataSourceInstaller';

interface Request {
  readonly method: string;
  readonly url: string;
  readonly data?: unknown;
}

const asked: Request[] = [];
let replies: Record<string, () => Observable<{ data: unknown }>>;
const allowed = new Set<string>();

jest.mock('@grafana/runtime', () => ({
  getBackendSrv: () => ({
    fetch: (request: Request) => {
      asked.push(request);
      return replies[request.method]?.();
    },
  }),
  hasPermission: (action: string) => allowed.has(action),
  isFetchError: (error: unknown) => typeof error === 'object' && error !== null && 'status' in error,
}));

const failed = (status: number) => () => throwError(() => ({ status }));
const there = { uid: 'headroom', name: 'Headroom', type: 'headroom-capacity-datasource' };
const installer = new GrafanaDataSourceInstaller();

beforeEach(() => asked.splice(0));

describe('GrafanaDataSourceInstaller', () => {
  it('knows who may', () => {
    expect(installer.mayInstall).toBe(false);
    allowed.add('datasources:create');
    expect(installer.mayInstall).toBe(true);
  });

  it('creates one under the fixed uid', async () => {
    replies = { GET: failed(404), POST: () => of({ data: { datasource: there, message: 'Datasource added' } }) };
    expect(await installer.install()).toEqual({ ok: true, value: { uid: 'headroom', name: 'Headroom' } });
    expect(asked.at(-1)?.data).toEqual({
      uid: 'headroom',
      name: 'Headroom',
      type: 'headroom-capacity-datasource',
      access: 'proxy',
      jsonData: {},
    });
  });

  it('leaves one that is there alone', async () => {
    replies = { GET: () => of({ data: { ...there, name: 'Ours' } }) };
    expect(await installer.install()).toEqual({ ok: true, value: { uid: 'headroom', name: 'Ours' } });
    expect(asked.map((r) => r.method)).toEqual(['GET']);
  });

  it('tells that there is none', async () => {
    replies = { GET: failed(404) };
    expect(await installer.find()).toEqual({ ok: true, value: null });
  });

  it.each([
    ['who may not', 403, 'forbidden', /Only an Admin/],
    ['a name that is taken', 409, 'name-taken', /called Headroom already/],
    ['a failing Grafana', 500, 'unreachable', /\(500\)/],
  ])('says in words: %s', async (_, status, kind, message) => {
    replies = { GET: failed(404), POST: failed(status) };
    expect(await installer.install()).toEqual({ ok: false, error: { kind, message: expect.stringMatching(message) } });
  });

  it('does not take a login page for an answer', async () => {
    replies = { GET: () => of({ data: '<html>' }) };
    expect(await installer.find()).toMatchObject({ ok: false, error: { kind: 'unreachable' } });
  });
});
