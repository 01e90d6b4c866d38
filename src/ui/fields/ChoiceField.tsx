import { Combobox, Field, type ComboboxOption } from '@grafana/ui';
import { useFieldId } from './useFieldId';

interface ChoiceFieldProps<T extends string> {
  readonly label: string;
  readonly description?: string;
  readonly value: T | null;
  readonly options: ReadonlyArray<ComboboxOption<T>>;
  readonly disabled?: boolean;
  readonly placeholder?: string;
  readonly onChange: (value: T) => void;
  /** Offers to state nothing. */
  readonly onClear?: () => void;
}

/** One of a few values. */
export function ChoiceField<T extends string>({
  label,
  description,
  value,
  options,
  disabled,
  placeholder,
  onChange,
  onClear,
}: ChoiceFieldProps<T>) {
  const id = useFieldId();
  const shared = { id, value, options: [...options], disabled, placeholder };
  return (
    <Field label={label} description={description} disabled={disabled} htmlFor={id} noMargin>
      {onClear ? (
        <Combobox {...shared} isClearable onChange={(option) => (option ? onChange(option.value) : onClear())} />
      ) : (
        <Combobox {...shared} onChange={(option) => onChange(option.value)} />
      )}
    </Field>
  );
}
