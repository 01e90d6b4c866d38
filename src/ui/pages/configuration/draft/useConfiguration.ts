import { useCallback, useEffect, useReducer } from 'react';
import type { CatalogueRule, Settings } from '../../../../domain/catalogue/Settings';
import { proposeSettings } from '../../../../engine/setup/proposeSettings';
import { revisionOf } from '../../../../engine/setup/revisionOf';
import type { SetupUseCase } from '../../../../engine/setup/SetupUseCase';
import { configurationReducer } from './configurationReducer';
import type { ConfigurationState } from './ConfigurationState';
import type { SettingsAction } from './SettingsAction';
import { withoutEmptyExceptions } from './withoutEmptyExceptions';

export interface Configuration {
  readonly state: ConfigurationState;
  change(action: SettingsAction): void;
  /** Adds guessed rules to an untouched proposal. */
  readonly completeProposal: (rules: readonly CatalogueRule[]) => void;
  discard(): void;
  reload(): void;
  save(): Promise<void>;
  /** Saves mine although somebody saved theirs; still refused if they saved once more since. */
  saveOver(theirs: unknown): Promise<void>;
  takeTheirs(theirs: Settings, raw: unknown): void;
  dismissProblem(): void;
  /** Starts a fresh draft over a stored document that cannot be read. Nothing is written before Save. */
  startReplacement(raw: unknown): void;
}

/** The stored settings, a draft of them, and what happens between the two. */
export function useConfiguration(setup: SetupUseCase): Configuration {
  const [state, dispatch] = useReducer(configurationReducer, { phase: 'loading' });

  const reload = useCallback(() => {
    dispatch({ type: 'load-started' });
    void load(setup).then(dispatch);
  }, [setup]);

  useEffect(() => {
    let gone = false;
    void load(setup).then((event) => {
      if (!gone) {
        dispatch(event);
      }
    });
    return () => {
      gone = true;
    };
  }, [setup]);

  const completeProposal = useCallback(
    (rules: readonly CatalogueRule[]) => dispatch({ type: 'proposal-completed', rules }),
    []
  );

  const saveAt = async (revision: string) => {
    if (state.phase !== 'editing' || state.saving) {
      return;
    }
    const sent = state.draft;
    dispatch({ type: 'save-started' });
    const outcome = await setup.save(withoutEmptyExceptions(sent), revision);
    dispatch(
      outcome.ok ? { type: 'saved', stored: outcome.value, sent } : { type: 'save-failed', problem: outcome.error }
    );
  };

  return {
    state,
    reload,
    completeProposal,
    change: (action) => dispatch({ type: 'changed', action }),
    discard: () => dispatch({ type: 'discarded' }),
    save: () => saveAt(state.phase === 'editing' ? state.revision : ''),
    saveOver: (theirs) => saveAt(revisionOf(theirs)),
    takeTheirs: (theirs, raw) => dispatch({ type: 'theirs-taken', theirs, revision: revisionOf(raw) }),
    dismissProblem: () => dispatch({ type: 'problem-dismissed' }),
    startReplacement: (raw) =>
      dispatch({
        type: 'replacement-started',
        revision: revisionOf(raw),
        proposal: proposeSettings(setup.dataSources()),
      }),
  };
}

async function load(setup: SetupUseCase) {
  const loaded = await setup.load();
  return loaded.ok
    ? ({ type: 'loaded', stored: loaded.value, proposal: proposeSettings(setup.dataSources()) } as const)
    : ({ type: 'load-failed', problem: loaded.error } as const);
}
