import { Checkbox } from '@grafana/ui';
import type { ServiceTraits } from '../../../../domain/catalogue/Settings';
import { TIERS } from '../../../../domain/catalogue/Tier';
import { useConfigurationScope } from '../ConfigurationContext';
import { ChoiceField } from '../../../fields/ChoiceField';
import { FieldGrid } from '../../../fields/FieldGrid';
import { NumberField } from '../../../fields/NumberField';
import { TextField } from '../../../fields/TextField';
import { REDUNDANCY_OPTIONS } from '../policy/REDUNDANCY_OPTIONS';

interface Props {
  readonly traits: ServiceTraits;
  readonly onChange: (traits: ServiceTraits) => void;
}

/** Everything a rule or an exception can state; what is left empty is not stated. */
export function TraitsFields({ traits, onChange }: Props) {
  const { editable, draft } = useConfigurationScope();
  const set = (part: Partial<ServiceTraits>) => onChange(withoutAbsent({ ...traits, ...part }));
  const number = (name: NumericTrait) => ({
    value: traits[name] ?? null,
    disabled: !editable,
    placeholder: 'not stated',
    onChange: (value: number) => set({ [name]: value }),
    onClear: () => set({ [name]: undefined }),
  });
  return (
    <FieldGrid min={190}>
      <ChoiceField
        label="Tier"
        value={traits.tier ?? null}
        placeholder="not stated"
        disabled={!editable}
        options={TIERS.map((tier) => ({ value: tier, label: tier }))}
        onChange={(tier) => set({ tier })}
        onClear={() => set({ tier: undefined })}
      />
      <TextField
        label="Owner"
        value={traits.owner ?? ''}
        placeholder="not stated"
        disabled={!editable}
        onCommit={(owner) => set({ owner: owner.trim() || undefined })}
      />
      <NumberField label="Event factor" min={1} max={20} {...number('eventFactor')} />
      <ChoiceField
        label="Redundancy"
        value={traits.redundancy ?? null}
        placeholder="not stated"
        disabled={!editable}
        options={REDUNDANCY_OPTIONS}
        onChange={(redundancy) => set({ redundancy })}
        onClear={() => set({ redundancy: undefined })}
      />
      <NumberField label="Zones" integer min={1} max={20} {...number('zones')} />
      <NumberField
        label="Requests at once, per instance"
        min={1}
        max={1_000_000}
        integer
        {...number('concurrencyLimit')}
      />
      <NumberField label="Cores per instance" min={0.01} max={1024} {...number('coresPerInstance')} />
      <NumberField
        label="Price per instance"
        unit={`${draft.currency}/h`}
        min={0}
        max={100_000}
        {...number('pricePerInstanceHour')}
      />
      <div>
        <Checkbox
          label="The all-time high was itself an event"
          value={traits.athWasEvent ?? false}
          disabled={!editable}
          onChange={(event) => set({ athWasEvent: event.currentTarget.checked || undefined })}
        />
      </div>
      <div>
        <Checkbox
          label="Hide: nobody plans for this"
          value={traits.hidden ?? false}
          disabled={!editable}
          onChange={(event) => set({ hidden: event.currentTarget.checked || undefined })}
        />
      </div>
    </FieldGrid>
  );
}

type NumericTrait = 'eventFactor' | 'zones' | 'concurrencyLimit' | 'coresPerInstance' | 'pricePerInstanceHour';

// An undefined trait would be a statement of its own in the stored document.
const withoutAbsent = (traits: ServiceTraits): ServiceTraits =>
  Object.fromEntries(Object.entries(traits).filter(([, value]) => value !== undefined));
