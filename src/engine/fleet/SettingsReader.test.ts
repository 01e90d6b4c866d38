import { err, ok, type Result } from '../../domain/base/Result';
import { defaultSettings } from '../../domain/catalogue/defaultSettings';
import type { SettingsProblem, StoredSettings } from '../../ports/SettingsStore';
import { settingsInUse } from './SettingsReader';

const store = (answer: Result<StoredSettings, SettingsProblem>) => ({ load: async () => answer, save: async () => answer });
const stored = (sources: readonly string[]) =>
  ok({
    settings: { ...defaultSettings(), sources: sources.map((uid) => ({ uid, profiles: [], resources: 'auto' as const, scope: [] })) },
    revision: 'r',
    bytes: 10,
    migrated: null,
  });
const sources = (...list: ReadonlyArray<readonly [string, boolean]>) => ({
  list: () => list.map(([uid, isDefault]) => ({ uid, name: uid, isDefault, type: 'prometheus' })),
});

describe('settings in use', () => {
  it('are the saved ones', async () => {
    expect(await settingsInUse(store(stored(['mine'])), sources(['a', true]))).toMatchObject({ mode: 'saved', settings: { sources: [{ uid: 'mine' }] }, notices: [] });
  });

  it.each([
    ['the default data source', [['a', false], ['b', true]] as const, ['b']],
    ['the first where none is the default', [['a', false], ['b', false]] as const, ['a']],
    ['nothing where there is none', [] as const, []],
  ])('of an app nobody configured are %s', async (_name, list, uids) => {
    const inUse = await settingsInUse(store(ok({ settings: null, revision: '', bytes: 0, migrated: null })), sources(...list));
    expect(inUse.mode).toBe('session');
    expect(inUse.settings.sources.map((s) => s.uid)).toEqual(uids);
    expect(inUse.settings.rules.length).toBeGreaterThan(0);
  });

  it('say when the saved document cannot be used, and go on', async () => {
    const problem = err({ kind: 'invalid' as const, field: 'policy.P0.reserve', message: 'must be below 1', raw: {} });
    const inUse = await settingsInUse(store(problem), sources(['a', true]));
    expect(inUse).toMatchObject({ mode: 'session', notices: [{ severity: 'error', detail: 'policy.P0.reserve: must be below 1', next: expect.stringContaining('Nothing was overwritten') }] });
  });
});
