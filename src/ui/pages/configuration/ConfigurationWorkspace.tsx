import { useEffect, useMemo, type ComponentType } from 'react';
import { Stack } from '@grafana/ui';
import { useSearchParams } from 'react-router-dom';
import type { SetupUseCase } from '../../../engine/setup/SetupUseCase';
import type { Identity } from '../../../ports/Identity';
import { CatalogueSection } from './catalogue/CatalogueSection';
import { distinctRules } from './catalogue/distinctRules';
import { ConfigurationContext, type ConfigurationScope } from './ConfigurationContext';
import { tabOf, type ConfigurationTab } from './configurationTabs';
import { DashboardsSection } from './dashboards/DashboardsSection';
import type { EditingState } from './draft/ConfigurationState';
import { sameSettings } from './draft/sameSettings';
import type { Configuration } from './draft/useConfiguration';
import { useUnsavedGuard } from './draft/useUnsavedGuard';
import { HistorySection } from './history/HistorySection';
import { useInspections } from './inspection/useInspections';
import { PolicySection } from './policy/PolicySection';
import { CustomProfilesSection } from './profiles/CustomProfilesSection';
import { RecordingSection } from './recording/RecordingSection';
import { RoutingSection } from './routing/RoutingSection';
import { ConflictDialog } from './saving/ConflictDialog';
import { SaveBar } from './saving/SaveBar';
import { SettingsNotices } from './saving/SettingsNotices';
import { UnsavedDialog } from './saving/UnsavedDialog';
import { SectionTabs } from './SectionTabs';
import { SourcesSection } from './sources/SourcesSection';
import { StorageSection } from './storage/StorageSection';

const SECTIONS: Readonly<Record<ConfigurationTab, ComponentType>> = {
  sources: SourcesSection,
  catalogue: CatalogueSection,
  policy: PolicySection,
  history: HistorySection,
  profiles: CustomProfilesSection,
  recording: RecordingSection,
  routing: RoutingSection,
  dashboards: DashboardsSection,
  storage: StorageSection,
};

interface Props {
  readonly state: EditingState;
  readonly configuration: Configuration;
  readonly setup: SetupUseCase;
  readonly identity: Identity;
}

/** The draft, its sections, and the way to save it. */
export function ConfigurationWorkspace({ state, configuration, setup, identity }: Props) {
  const [search, setSearch] = useSearchParams();
  const tab = tabOf(search.get('tab'));
  const Section = SECTIONS[tab];
  const { draft } = state;
  const dirty = useMemo(() => !sameSettings(draft, state.base), [draft, state.base]);
  const guard = useUnsavedGuard(dirty && identity.maySaveSettings);
  const inspections = useInspections(setup, draft);
  const { completeProposal } = configuration;
  useEffect(() => {
    const all = [...inspections.findings.values()];
    if (all.length > 0 && all.every((found) => found.state !== 'looking')) {
      completeProposal(distinctRules(all.flatMap(({ suggestedRules }) => suggestedRules)));
    }
  }, [inspections, completeProposal]);
  const scope: ConfigurationScope = {
    draft,
    change: configuration.change,
    editable: identity.maySaveSettings,
    inspections,
    setup,
    identity,
  };
  const show = (next: ConfigurationTab) =>
    setSearch((old) => {
      const params = new URLSearchParams(old);
      params.set('tab', next);
      return params;
    });

  return (
    <ConfigurationContext.Provider value={scope}>
      <Stack direction="column" gap={2}>
        <SettingsNotices state={state} maySave={identity.maySaveSettings} />
        <SectionTabs active={tab} onShow={show}>
          <Section />
        </SectionTabs>
        {identity.maySaveSettings && <SaveBar state={state} dirty={dirty} configuration={configuration} />}
      </Stack>
      {state.problem?.kind === 'conflict' && (
        <ConflictDialog
          theirs={state.problem.theirs}
          message={state.problem.message}
          mine={draft}
          configuration={configuration}
        />
      )}
      <UnsavedDialog guard={guard} />
    </ConfigurationContext.Provider>
  );
}
