import { css } from '@emotion/css';
import { Field, Switch } from '@grafana/ui';
import { useFieldId } from './useFieldId';

interface Props {
  readonly label: string;
  readonly description?: string;
  readonly value: boolean;
  readonly onChange: (value: boolean) => void;
}

/** On or off; its label may break into lines. */
export function SwitchField({ label, description, value, onChange }: Props) {
  const id = useFieldId();
  return (
    <Field label={label} description={description} htmlFor={id} noMargin className={BELOW}>
      <Switch id={id} value={value} onChange={(event) => onChange(event.currentTarget.checked)} />
    </Field>
  );
}

/** Stands below a grid of fields, which leaves no room of its own. */
const BELOW = css({ marginTop: 16 });
