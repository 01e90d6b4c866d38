import type { SourceSettings } from '../../../../domain/catalogue/Settings';
import { builtInProfiles } from '../../../../domain/catalogue/builtInProfiles';
import { resourceProfiles } from '../../../../domain/catalogue/resourceProfiles';
import { useConfigurationScope } from '../ConfigurationContext';
import { ChoiceField } from '../../../fields/ChoiceField';
import { FieldGrid } from '../../../fields/FieldGrid';
import { PickedField } from '../../../fields/PickedField';
import { MatchersField } from '../../../fields/MatchersField';

/** How one source is read. The defaults suit most: everything that is found, everywhere. */
export function SourceFields({ source }: { readonly source: SourceSettings }) {
  const { draft, change, editable } = useConfigurationScope();
  const set = (part: Partial<Omit<SourceSettings, 'uid'>>) =>
    change({ type: 'source-changed', uid: source.uid, change: part });
  const profiles = [
    ...draft.customProfiles.map((profile) => ({ value: profile.id, label: profile.title, description: 'custom' })),
    ...builtInProfiles.map((profile) => ({ value: profile.id, label: profile.title, description: profile.doc })),
  ];
  return (
    <FieldGrid min={280}>
      <PickedField
        label="Profiles"
        description="Which metric families are read. None chosen: all that are found."
        options={profiles}
        picked={source.profiles}
        placeholder="All that are found"
        disabled={!editable}
        onPick={(id) => set({ profiles: [...source.profiles, id] })}
        onDrop={(id) => set({ profiles: source.profiles.filter((other) => other !== id) })}
      />
      <ChoiceField
        label="CPU and other resources from"
        description="Joined with the services by their labels."
        value={source.resources}
        disabled={!editable}
        options={[
          { value: 'auto', label: 'The best that fits' },
          ...resourceProfiles.map((resource) => ({
            value: resource.id,
            label: resource.title,
            description: resource.doc,
          })),
          { value: 'none', label: 'Do not read', description: 'No estimates from CPU, no saturation' },
        ]}
        onChange={(resources: SourceSettings['resources']) => set({ resources })}
      />
      <MatchersField
        label="Scope"
        description="Added to every query: for a data source shared by several clusters or teams."
        matchers={source.scope}
        disabled={!editable}
        onChange={(scope) => set({ scope })}
      />
    </FieldGrid>
  );
}
