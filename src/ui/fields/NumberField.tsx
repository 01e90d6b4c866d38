import { useState } from 'react';
import { Field, Input } from '@grafana/ui';
import { FIELD_IN_GRID } from './FIELD_IN_GRID';
import { useFieldId } from './useFieldId';
import { parseNumber, type NumberLimits } from './parseNumber';

export interface NumberFieldProps extends NumberLimits {
  readonly label: string;
  readonly description?: string;
  /** Null = not stated; only where `onClear` is given. */
  readonly value: number | null;
  readonly unit?: string;
  readonly placeholder?: string;
  readonly disabled?: boolean;
  readonly onChange: (value: number) => void;
  /** Called when the field is emptied; without it an empty field is a mistake. */
  readonly onClear?: () => void;
}

/** A number that is only handed on while it is one; leaving the field shows what is in the draft again. */
export function NumberField({
  label,
  description,
  value,
  unit,
  placeholder,
  disabled,
  onChange,
  onClear,
  ...limits
}: NumberFieldProps) {
  const id = useFieldId();
  const [typed, setTyped] = useState<string | null>(null);
  const text = typed ?? (value === null ? '' : String(value));
  const mistake = typed === null ? null : mistakeIn(typed, limits, onClear !== undefined);

  const take = (next: string) => {
    setTyped(next);
    if (next.trim() === '') {
      onClear?.();
      return;
    }
    const number = parseNumber(next, limits);
    if (typeof number === 'number') {
      onChange(number);
    }
  };

  return (
    <Field
      className={FIELD_IN_GRID}
      label={label}
      description={description}
      invalid={mistake !== null}
      error={mistake}
      disabled={disabled}
      htmlFor={id}
      noMargin
    >
      <Input
        id={id}
        inputMode="decimal"
        value={text}
        suffix={unit}
        placeholder={placeholder}
        aria-invalid={mistake !== null}
        onChange={(event) => take(event.currentTarget.value)}
        onBlur={() => setTyped(null)}
      />
    </Field>
  );
}

function mistakeIn(text: string, limits: NumberLimits, mayBeEmpty: boolean): string | null {
  if (mayBeEmpty && text.trim() === '') {
    return null;
  }
  const number = parseNumber(text, limits);
  return typeof number === 'string' ? number : null;
}
