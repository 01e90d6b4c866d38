import { defaultSettings } from '../../../../domain/catalogue/defaultSettings';
import type { Settings } from '../../../../domain/catalogue/Settings';
import type { ConfigurationEvent } from './ConfigurationEvent';
import { configurationReducer } from './configurationReducer';
import type { ConfigurationState, EditingState } from './ConfigurationState';

const proposal: Settings = {
  ...defaultSettings(),
  sources: [{ uid: 'prom', profiles: [], resources: 'auto', scope: [] }],
};
const saved: Settings = { ...proposal, historyDays: 7 };
const stored = (settings: Settings | null, revision = 'r1') => ({ settings, revision, bytes: 100, migrated: null });
const loaded: ConfigurationEvent = { type: 'loaded', stored: stored(saved), proposal };
const unconfigured: ConfigurationEvent = { type: 'loaded', stored: stored(null), proposal };
const edit: ConfigurationEvent = { type: 'changed', action: { type: 'history-changed', change: { historyDays: 30 } } };
const rules = [{ id: 'guess', match: { service: 'checkout' }, traits: { tier: 'P0' as const } }];

const run = (...events: readonly ConfigurationEvent[]) =>
  events.reduce<ConfigurationState>(configurationReducer, { phase: 'loading' });
function editing(...events: readonly ConfigurationEvent[]): EditingState {
  const state = run(...events);
  if (state.phase !== 'editing') {
    throw new Error(`the page is ${state.phase}`);
  }
  return state;
}

describe('opening', () => {
  it('edits what is stored', () => {
    expect(editing(loaded)).toMatchObject({ stored: saved, draft: saved, revision: 'r1' });
  });

  it('proposes where nothing is stored', () => {
    expect(editing(unconfigured)).toMatchObject({ stored: null, draft: proposal });
  });

  it('stays unreadable until somebody starts over, and then writes nothing by itself', () => {
    const failed: ConfigurationEvent = {
      type: 'load-failed',
      problem: { kind: 'invalid', field: 'x', message: 'm', raw: 1 },
    };
    expect(run(failed, edit)).toMatchObject({ phase: 'unreadable' });
    expect(editing(failed, { type: 'replacement-started', revision: 'raw', proposal })).toMatchObject({
      replacing: true,
      stored: null,
      revision: 'raw',
    });
  });
});

describe('the proposal', () => {
  it('takes guessed rules in without becoming a change of somebody', () => {
    const state = editing(unconfigured, { type: 'proposal-completed', rules });
    expect(state.draft.rules).toEqual(rules);
    expect(state.draft).toBe(state.base);
  });

  it.each<[string, readonly ConfigurationEvent[]]>([
    ['something is stored', [loaded]],
    ['somebody changed something', [unconfigured, edit]],
    ['it is complete already', [unconfigured, { type: 'proposal-completed', rules: [{ ...rules[0]!, id: 'other' }] }]],
  ])('is left alone when %s', (_why, events) => {
    expect(editing(...events, { type: 'proposal-completed', rules }).draft).toEqual(editing(...events).draft);
  });
});

describe('saving', () => {
  it('makes what was saved the base', () => {
    const changed = editing(loaded, edit);
    const state = editing(
      loaded,
      edit,
      { type: 'save-started' },
      { type: 'saved', stored: stored(changed.draft, 'r2'), sent: changed.draft }
    );
    expect(state).toMatchObject({ revision: 'r2', justSaved: false, saving: false });
    expect(state.base.historyDays).toBe(30);
  });

  it('keeps what was typed while it was under way', () => {
    const later: ConfigurationEvent = {
      type: 'changed',
      action: { type: 'history-changed', change: { historyDays: 31 } },
    };
    const sent = editing(loaded, edit).draft;
    const state = editing(loaded, edit, { type: 'save-started' }, later, {
      type: 'saved',
      stored: stored(sent, 'r2'),
      sent,
    });
    expect([state.base.historyDays, state.draft.historyDays, state.justSaved]).toEqual([30, 31, false]);
  });

  it('loses nothing when it fails', () => {
    const state = editing(
      loaded,
      edit,
      { type: 'save-started' },
      { type: 'save-failed', problem: { kind: 'forbidden', message: 'no' } }
    );
    expect(state).toMatchObject({
      saving: false,
      problem: { kind: 'forbidden' },
      draft: { historyDays: 30 },
      revision: 'r1',
    });
  });

  it('loses mine only when theirs is taken', () => {
    const theirs = { ...saved, historyDays: 60 };
    const conflict: ConfigurationEvent = { type: 'save-failed', problem: { kind: 'conflict', message: 'm', theirs } };
    expect(editing(loaded, edit, conflict, { type: 'problem-dismissed' }).draft.historyDays).toBe(30);
    expect(editing(loaded, edit, conflict, { type: 'theirs-taken', theirs, revision: 'r2' })).toMatchObject({
      draft: theirs,
      base: theirs,
      revision: 'r2',
      problem: null,
    });
  });
});

it('goes back to the base on discard', () => {
  expect(editing(loaded, edit, { type: 'discarded' }).draft).toEqual(saved);
});
