import { Combobox, Field } from '@grafana/ui';
import type { Profile } from '../../../../domain/catalogue/Profile';
import { useConfigurationScope } from '../ConfigurationContext';
import { useFieldId } from '../../../fields/useFieldId';

/** A copy of a family that was found is usually closer than an empty form. */
export function StartFrom({ onStart }: { readonly onStart: (profile: Profile) => void }) {
  const { inspections } = useConfigurationScope();
  const id = useFieldId();
  const found = [...inspections.findings.values()].flatMap(({ name, profiles }) =>
    profiles.map(({ profile }) => ({ profile, name }))
  );
  if (found.length === 0) {
    return null;
  }
  return (
    <div style={{ width: 280, maxWidth: '100%' }}>
      <Field label="… or start from a family that was found" htmlFor={id} noMargin>
        <Combobox
          id={id}
          value={null}
          placeholder="Choose one"
          options={found.map(({ profile, name }, i) => ({ value: i, label: profile.title, description: name }))}
          onChange={({ value }) => {
            const chosen = found[value];
            if (chosen) {
              onStart(chosen.profile);
            }
          }}
        />
      </Field>
    </div>
  );
}
