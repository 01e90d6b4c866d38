import type { CatalogueRule, Settings } from '../../../../domain/catalogue/Settings';
import type { StoredSettings } from '../../../../ports/SettingsStore';
import { changeSettings } from './changeSettings';
import type { ConfigurationEvent } from './ConfigurationEvent';
import type { ConfigurationState, EditingState } from './ConfigurationState';

/** Life of the page: loading, then unreadable or editing. Pure; an event that does not fit the phase is ignored. */
export function configurationReducer(state: ConfigurationState, event: ConfigurationEvent): ConfigurationState {
  switch (event.type) {
    case 'load-started':
      return { phase: 'loading' };
    case 'loaded':
      return opened(event.stored, event.proposal);
    case 'load-failed':
      return { phase: 'unreadable', problem: event.problem };
    case 'replacement-started':
      return { ...opened(nothingStored(event.revision), event.proposal), replacing: true };
    default:
      return state.phase === 'editing' ? edited(state, event) : state;
  }
}

type EditingEvent = Exclude<
  ConfigurationEvent,
  { type: 'load-started' | 'loaded' | 'load-failed' | 'replacement-started' }
>;

function edited(state: EditingState, event: EditingEvent): EditingState {
  switch (event.type) {
    case 'proposal-completed':
      return completed(state, event.rules);
    case 'changed':
      return { ...state, draft: changeSettings(state.draft, event.action), justSaved: false };
    case 'discarded':
      return { ...state, draft: state.base, problem: null, justSaved: false };
    case 'save-started':
      return { ...state, saving: true, problem: null };
    case 'saved':
      return saved(state, event.stored, event.sent);
    case 'save-failed':
      return { ...state, saving: false, problem: event.problem };
    case 'problem-dismissed':
      return { ...state, problem: null };
    case 'theirs-taken':
      return opened(
        { settings: event.theirs, revision: event.revision, bytes: state.storedBytes, migrated: null },
        event.theirs
      );
  }
}

function opened(stored: StoredSettings, proposal: Settings): EditingState {
  const base = stored.settings ?? proposal;
  return {
    phase: 'editing',
    stored: stored.settings,
    base,
    draft: base,
    revision: stored.revision,
    storedBytes: stored.bytes,
    migrated: stored.migrated,
    replacing: false,
    saving: false,
    problem: null,
    justSaved: false,
  };
}

function completed(state: EditingState, rules: readonly CatalogueRule[]): EditingState {
  if (state.stored !== null || state.draft !== state.base || state.base.rules.length > 0 || rules.length === 0) {
    return state;
  }
  const base = { ...state.base, rules };
  return { ...state, base, draft: base };
}

// What was typed while the save was under way stays in the draft.
function saved(state: EditingState, stored: StoredSettings, sent: Settings): EditingState {
  const next = opened(stored, sent);
  return { ...next, draft: state.draft === sent ? next.base : state.draft, justSaved: state.draft === sent };
}

const nothingStored = (revision: string): StoredSettings => ({ settings: null, revision, bytes: 0, migrated: null });
