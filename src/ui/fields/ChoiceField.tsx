import { useEffect, useRef } from 'react';
import { Combobox, Field, type ComboboxOption } from '@grafana/ui';
import { FIELD_IN_GRID } from './FIELD_IN_GRID';
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
  const handedOn = useRef(value);
  useEffect(() => {
    handedOn.current = value;
  }, [value]);
  // Combobox repeats a choice whenever its options were made anew since: it compares them by identity.
  const take = (next: T) => {
    if (next !== handedOn.current) {
      handedOn.current = next;
      onChange(next);
    }
  };
  const shared = { id, value, options: [...options], disabled, placeholder };
  return (
    <Field className={FIELD_IN_GRID} label={label} description={description} disabled={disabled} htmlFor={id} noMargin>
      {onClear ? (
        <Combobox {...shared} isClearable onChange={(option) => (option ? take(option.value) : onClear())} />
      ) : (
        <Combobox {...shared} onChange={(option) => take(option.value)} />
      )}
    </Field>
  );
}
