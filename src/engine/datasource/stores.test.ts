import { lastValueFrom, of } from 'rxjs';
import { err, ok } from '../../domain/base/Result';
import { defaultSettings } from '../../domain/catalogue/defaultSettings';
import type { Settings } from '../../domain/catalogue/Settings';
import { NOW } from '../../domain/capacity/serviceFacts.fixture';
import { LazyFeed } from './LazyFeed';
import { namesRequest } from './namesRequest';
import { EVERYTHING } from './Selection';
import { SourcesSettings } from './SourcesSettings';

const refuse = () => Promise.reject(new Error('not part of these tests'));

describe('SourcesSettings', () => {
  const app: Settings = {
    ...defaultSettings(),
    historyDays: 30,
    sources: [{ uid: 'a', profiles: ['x'], resources: 'none', scope: [] }],
  };
  const load = async (uids: readonly string[], settings: Settings | null = app) => {
    const loaded = await new SourcesSettings(
      { load: async () => ok({ settings, revision: 'r', bytes: 1, migrated: null }) },
      uids
    ).load();
    return loaded.ok ? loaded.value.settings : null;
  };

  it('are those of the app unless a data source names its own', async () => expect(await load([])).toBe(app));

  it('keep how the app reads a source, and everything else', async () => {
    expect(await load(['b', 'a'])).toMatchObject({
      historyDays: 30,
      sources: [
        { uid: 'b', profiles: [], resources: 'auto' },
        { uid: 'a', profiles: ['x'], resources: 'none' },
      ],
    });
  });

  it('work before an Admin saved any', async () => {
    const settings = await load(['b'], null);
    expect(settings?.sources.map((s) => s.uid)).toEqual(['b']);
    expect(settings?.rules.length).toBeGreaterThan(0);
  });

  it('pass on that settings cannot be read', async () => {
    const error = { kind: 'forbidden' as const, message: 'no' };
    expect(await new SourcesSettings({ load: async () => err(error) }, ['b']).load()).toEqual({ ok: false, error });
  });

  it('are never saved', async () =>
    expect(await new SourcesSettings({ load: refuse }, []).save()).toMatchObject({ ok: false }));
});

describe('LazyFeed', () => {
  const request = namesRequest(EVERYTHING, NOW);

  it('loads its engine once, at the first question', async () => {
    let loads = 0;
    const feed = new LazyFeed(async () => {
      loads++;
      return { watch: () => of({ refused: 'x' }) };
    });
    expect(loads).toBe(0);
    expect(await Promise.all([1, 2, 3].map(() => lastValueFrom(feed.watch(request))))).toHaveLength(3);
    expect(loads).toBe(1);
  });

  it('tries again after a load that failed', async () => {
    let loads = 0;
    const feed = new LazyFeed(async () => {
      loads++;
      if (loads === 1) {
        throw new Error('Loading chunk failed');
      }
      return { watch: () => of({ refused: 'x' }) };
    });
    await expect(lastValueFrom(feed.watch(request))).rejects.toThrow('Loading chunk failed');
    expect(await lastValueFrom(feed.watch(request))).toEqual({ refused: 'x' });
  });
});
