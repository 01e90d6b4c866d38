import type {
  CatalogueException,
  CatalogueRule,
  Settings,
  SourceSettings,
} from '../../../../domain/catalogue/Settings';
import { DEFAULT_POLICY } from '../../../../domain/catalogue/TierPolicy';
import type { SettingsAction } from './SettingsAction';

const NEW_SOURCE: Omit<SourceSettings, 'uid'> = { profiles: [], resources: 'auto', scope: [] };

/** The draft after one change. Pure; a change that names something that is not there changes nothing. */
export function changeSettings(settings: Settings, action: SettingsAction): Settings {
  switch (action.type) {
    case 'source-added':
    case 'source-removed':
    case 'source-changed':
      return { ...settings, sources: changeSources(settings.sources, action) };
    case 'policy-changed':
      return {
        ...settings,
        policy: { ...settings.policy, [action.tier]: { ...settings.policy[action.tier], ...action.change } },
      };
    case 'policy-reset':
      return { ...settings, policy: { ...settings.policy, [action.tier]: DEFAULT_POLICY[action.tier] } };
    case 'default-tier-changed':
      return { ...settings, defaultTier: action.tier };
    case 'rule-saved':
      return { ...settings, rules: saveById(settings.rules, action.rule) };
    case 'rule-removed':
      return { ...settings, rules: settings.rules.filter((rule) => rule.id !== action.id) };
    case 'rule-moved':
      return { ...settings, rules: moveRule(settings.rules, action.id, action.to === 'up' ? -1 : 1) };
    case 'exception-saved':
      return { ...settings, exceptions: saveException(settings.exceptions, { service: action.service, traits: action.traits }) };
    case 'exception-removed':
      return { ...settings, exceptions: settings.exceptions.filter(({ service }) => service !== action.service) };
    case 'profile-saved':
      return { ...settings, customProfiles: saveById(settings.customProfiles, action.profile) };
    case 'profile-removed':
      return removeProfile(settings, action.id);
    case 'history-changed':
      return { ...settings, ...action.change };
  }
}

type SourceAction = Extract<SettingsAction, { type: `source-${string}` }>;

function changeSources(sources: readonly SourceSettings[], action: SourceAction): readonly SourceSettings[] {
  switch (action.type) {
    case 'source-added':
      return sources.some((source) => source.uid === action.uid)
        ? sources
        : [...sources, { uid: action.uid, ...NEW_SOURCE }];
    case 'source-removed':
      return sources.filter((source) => source.uid !== action.uid);
    case 'source-changed':
      return sources.map((source) => (source.uid === action.uid ? { ...source, ...action.change } : source));
  }
}

function saveById<T extends { readonly id: string }>(list: readonly T[], item: T): readonly T[] {
  return list.some(({ id }) => id === item.id) ? list.map((old) => (old.id === item.id ? item : old)) : [...list, item];
}

function moveRule(rules: readonly CatalogueRule[], id: string, by: 1 | -1): readonly CatalogueRule[] {
  const from = rules.findIndex((rule) => rule.id === id);
  const moved = rules[from];
  const to = from + by;
  if (moved === undefined || to < 0 || to >= rules.length) {
    return rules;
  }
  const rest = rules.filter((rule) => rule.id !== id);
  return [...rest.slice(0, to), moved, ...rest.slice(to)];
}

// In its place: the card somebody types into must not move at every key.
function saveException(list: readonly CatalogueException[], saved: CatalogueException): readonly CatalogueException[] {
  return list.some(({ service }) => service === saved.service)
    ? list.map((old) => (old.service === saved.service ? saved : old))
    : [...list, saved];
}

// A source that still asked for a removed profile would be read by nothing.
function removeProfile(settings: Settings, id: string): Settings {
  return {
    ...settings,
    customProfiles: settings.customProfiles.filter((profile) => profile.id !== id),
    sources: settings.sources.map((source) => ({ ...source, profiles: source.profiles.filter((name) => name !== id) })),
  };
}
