import { useState, type KeyboardEvent } from 'react';
import { Field, Input } from '@grafana/ui';
import { FIELD_IN_GRID } from './FIELD_IN_GRID';
import { useFieldId } from './useFieldId';

interface TextFieldProps {
  readonly label: string;
  readonly description?: string;
  readonly value: string;
  readonly placeholder?: string;
  readonly disabled?: boolean;
  readonly required?: boolean;
  /** Says in words what is wrong with a text, or null. */
  readonly check?: (text: string) => string | null;
  /** Called on leaving the field or Enter, with a text that passed. */
  readonly onCommit: (text: string) => void;
}

/** A text handed on when the person has finished it, so that nothing is asked of a data source at every key. */
export function TextField({
  label,
  description,
  value,
  placeholder,
  disabled,
  required,
  check,
  onCommit,
}: TextFieldProps) {
  const id = useFieldId();
  const [typed, setTyped] = useState<string | null>(null);
  const text = typed ?? value;
  const mistake = check?.(text) ?? null;

  const commit = () => {
    if (typed !== null && mistake === null) {
      setTyped(null);
      if (typed !== value) {
        onCommit(typed);
      }
    }
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter') {
      event.preventDefault();
      commit();
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
      required={required}
      htmlFor={id}
      noMargin
    >
      <Input
        id={id}
        value={text}
        placeholder={placeholder}
        aria-invalid={mistake !== null}
        spellCheck={false}
        onChange={(event) => setTyped(event.currentTarget.value)}
        onBlur={commit}
        onKeyDown={onKeyDown}
      />
    </Field>
  );
}
