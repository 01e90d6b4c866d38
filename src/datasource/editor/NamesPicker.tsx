import { InlineField, InlineLabel, MultiCombobox } from '@grafana/ui';

interface Props {
  readonly id: string;
  readonly label: string;
  readonly tooltip: string;
  readonly placeholder: string;
  /** Names and variables to choose from. */
  readonly options: readonly string[];
  readonly value: readonly string[] | undefined;
  readonly loading: boolean;
  readonly onChange: (names: string[]) => void;
}

/** Several names, variables among them; what is not in the list can be typed. */
export function NamesPicker({ id, label, tooltip, placeholder, options, value = [], loading, onChange }: Props) {
  const option = (name: string) => ({ label: name, value: name });
  return (
    <InlineField
      label={
        // The picker takes no id of its own: it is named by its label.
        <InlineLabel id={id} width={12} tooltip={tooltip}>
          {label}
        </InlineLabel>
      }
    >
      <MultiCombobox
        aria-labelledby={id}
        width={40}
        placeholder={placeholder}
        options={[...new Set([...options, ...value])].map(option)}
        value={value.map(option)}
        loading={loading}
        createCustomValue
        isClearable
        onChange={(chosen) => onChange(chosen.map((c) => c.value))}
      />
    </InlineField>
  );
}
