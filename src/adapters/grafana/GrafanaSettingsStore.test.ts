import { of, throwError, type Observable } from 'rxjs';
import { defaultSettings } from '../../domain/catalogue/defaultSettings';
import type { Settings } from '../../domain/catalogue/Settings';
import { GrafanaSettingsStore } from './GrafanaSettingsStore';

interface Request {
  readonly method: string;
  readonly url: string;
  readonly data?: {
    readonly enabled: boolean;
    readonly pinned: boolean;
    readonly jsonData: Record<string, unknown>;
    readonly secureJsonData?: unknown;
  };
  readonly showErrorAlert?: boolean;
  readonly showSuccessAlert?: boolean;
}

/** What Grafana keeps for the app, answering as its settings API does: the document is replaced as a whole. */
class FakeGrafana {
  pinned = true;
  jsonData: unknown = null;
  readonly posts: Request[] = [];
  refuse: { readonly method: string; readonly status: number } | null = null;
  beforePost: () => void = () => {};
  afterPost: () => void = () => {};
  answer: unknown = undefined;

  readonly fetch = (request: Request): Observable<{ data: unknown }> => {
    if (this.refuse?.method === request.method) {
      return throwError(() => ({ status: this.refuse?.status, data: {}, config: request }));
    }
    if (request.method === 'POST') {
      this.posts.push(request);
      this.beforePost();
      this.jsonData = request.data?.jsonData;
      this.afterPost();
      return of({ data: { message: 'Plugin settings updated' } });
    }
    return of({ data: this.answer ?? { enabled: true, pinned: this.pinned, jsonData: this.jsonData } });
  };
}

let grafana: FakeGrafana;

jest.mock('@grafana/runtime', () => ({
  getBackendSrv: () => grafana,
  isFetchError: (error: unknown) => typeof error === 'object' && error !== null && 'status' in error,
}));

const store = new GrafanaSettingsStore();
const mine: Settings = {
  ...defaultSettings(),
  historyDays: 30,
  sources: [{ uid: 'prom', profiles: [], resources: 'auto', scope: [] }],
};

beforeEach(() => {
  grafana = new FakeGrafana();
});

async function loaded() {
  const outcome = await store.load();
  if (!outcome.ok) {
    throw new Error(outcome.error.message);
  }
  return outcome.value;
}

describe('load', () => {
  it.each([null, undefined, {}, { routing: { url: 'https://keeper' } }])(
    'says that nothing was saved for %j',
    async (jsonData) => {
      grafana.jsonData = jsonData;
      expect((await loaded()).settings).toBeNull();
    }
  );

  it('fills what an older document does not say and tells its size', async () => {
    grafana.jsonData = { schema: 1, historyDays: 7 };
    const { settings, bytes } = await loaded();
    expect(settings).toEqual({ ...defaultSettings(), historyDays: 7 });
    expect(bytes).toBe('{"schema":1,"historyDays":7}'.length);
  });

  it('names the field of a document that cannot be used and hands it over untouched', async () => {
    grafana.jsonData = { schema: 1, historyDays: 'many', routing: 1 };
    const outcome = await store.load();
    expect(outcome).toMatchObject({
      ok: false,
      error: { kind: 'invalid', field: 'historyDays', raw: grafana.jsonData },
    });
    expect(grafana.posts).toEqual([]);
  });

  it('refuses a document of a newer version', async () => {
    grafana.jsonData = { schema: 99 };
    expect(await store.load()).toMatchObject({ ok: false, error: { kind: 'invalid', field: 'schema' } });
  });

  it.each([
    [403, 'forbidden'],
    [401, 'forbidden'],
    [404, 'unreachable'],
    [502, 'unreachable'],
  ])('tells a %i in words', async (status, kind) => {
    grafana.refuse = { method: 'GET', status };
    expect(await store.load()).toMatchObject({ ok: false, error: { kind } });
  });

  it('says so when a login page answers', async () => {
    grafana.answer = '<html>Sign in</html>';
    expect(await store.load()).toMatchObject({
      ok: false,
      error: { kind: 'unreachable', message: expect.stringContaining('login page') },
    });
  });
});

describe('save', () => {
  it('replaces our fields only: the app stays enabled and pinned, fields of others and secrets stay', async () => {
    grafana.jsonData = { routing: { url: 'https://keeper' } };
    const { revision } = await loaded();
    const outcome = await store.save(mine, revision);
    expect(outcome).toMatchObject({ ok: true, value: { settings: mine } });
    const [post] = grafana.posts;
    expect(post).toMatchObject({
      showErrorAlert: false,
      showSuccessAlert: false,
      data: { enabled: true, pinned: true },
    });
    expect(post?.data?.jsonData).toMatchObject({ routing: { url: 'https://keeper' }, historyDays: 30 });
    expect(post?.data).not.toHaveProperty('secureJsonData');
  });

  it('keeps an app unpinned that was unpinned', async () => {
    grafana.pinned = false;
    await store.save(mine, (await loaded()).revision);
    expect(grafana.posts[0]?.data?.pinned).toBe(false);
  });

  it('can save again with the revision of the last save', async () => {
    const first = await store.save(mine, (await loaded()).revision);
    const second = await store.save({ ...mine, historyDays: 31 }, first.ok ? first.value.revision : '');
    expect(second).toMatchObject({ ok: true, value: { settings: { historyDays: 31 } } });
  });

  it('writes nothing when somebody saved meanwhile, and hands theirs over', async () => {
    const { revision } = await loaded();
    grafana.jsonData = { schema: 1, historyDays: 60 };
    expect(await store.save(mine, revision)).toMatchObject({
      ok: false,
      error: { kind: 'conflict', theirs: { schema: 1, historyDays: 60 } },
    });
    expect(grafana.posts).toEqual([]);
  });

  it('takes neither the order of keys nor a change of the fields of others for a conflict', async () => {
    grafana.jsonData = { schema: 1, historyDays: 7, routing: 1 };
    const { revision } = await loaded();
    grafana.jsonData = { routing: 2, historyDays: 7, schema: 1 };
    expect(await store.save(mine, revision)).toMatchObject({ ok: true });
    expect(grafana.jsonData).toMatchObject({ routing: 2 });
  });

  it('saves over a document it was shown, by content, even one that cannot be read', async () => {
    grafana.jsonData = { schema: 1, historyDays: 'many', routing: 1 };
    expect(await store.save(mine, JSON.stringify(grafana.jsonData))).toMatchObject({ ok: true });
    expect(grafana.jsonData).toMatchObject({ historyDays: 30, routing: 1 });
  });

  it.each(['', 'not json', 'null'])('does not overwrite stored settings on the revision %j', async (revision) => {
    grafana.jsonData = { schema: 1, historyDays: 7 };
    expect(await store.save(mine, revision)).toMatchObject({ ok: false, error: { kind: 'conflict' } });
  });

  it('refuses what would not fit, counting what others keep there', async () => {
    grafana.jsonData = { notes: 'x'.repeat(60 * 1024) };
    const { revision } = await loaded();
    expect(await store.save(mine, revision)).toMatchObject({
      ok: false,
      error: { kind: 'too-large', bytes: expect.any(Number) },
    });
    expect(grafana.posts).toEqual([]);
  });

  it('tells an Editor that only an Admin may save', async () => {
    const { revision } = await loaded();
    grafana.refuse = { method: 'POST', status: 403 };
    expect(await store.save(mine, revision)).toMatchObject({
      ok: false,
      error: { kind: 'forbidden', message: expect.stringContaining('Admin') },
    });
  });

  it('notices on reading back that somebody saved right after', async () => {
    const { revision } = await loaded();
    grafana.afterPost = () => {
      grafana.jsonData = { schema: 1, historyDays: 60 };
    };
    expect(await store.save(mine, revision)).toMatchObject({
      ok: false,
      error: { kind: 'conflict', theirs: { historyDays: 60 } },
    });
  });

  it('does not claim success when the outcome cannot be read back', async () => {
    const { revision } = await loaded();
    grafana.beforePost = () => {
      grafana.refuse = { method: 'GET', status: 502 };
    };
    expect(await store.save(mine, revision)).toMatchObject({
      ok: false,
      error: { kind: 'unreachable', message: expect.stringContaining('read back') },
    });
  });
});
