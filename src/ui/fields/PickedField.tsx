import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { Combobox, Field, IconButton, useStyles2, type ComboboxOption } from '@grafana/ui';
import { useFieldId } from './useFieldId';

interface PickedFieldProps {
  readonly label: string;
  readonly description: string;
  readonly options: readonly ComboboxOption[];
  readonly picked: readonly string[];
  /** What an empty choice means. */
  readonly placeholder: string;
  readonly disabled: boolean;
  readonly onPick: (value: string) => void;
  readonly onDrop: (value: string) => void;
}

/**
 * Several of some values: what is picked as a list, and a box to pick one more. Not MultiCombobox, whose toggle carries
 * ARIA attributes its element does not allow.
 */
export function PickedField(props: PickedFieldProps) {
  const { label, description, options, picked, placeholder, disabled, onPick, onDrop } = props;
  const styles = useStyles2(getStyles);
  const id = useFieldId();
  const nameOf = (value: string) => options.find((option) => option.value === value)?.label ?? value;
  return (
    <div>
      <Field label={label} description={description} htmlFor={id} disabled={disabled} noMargin>
        <Combobox
          // A fresh one after each choice: it would go on showing the last.
          key={picked.length}
          id={id}
          value={null}
          disabled={disabled}
          placeholder={picked.length === 0 ? placeholder : 'Add one more'}
          options={options.filter(({ value }) => !picked.includes(value))}
          onChange={({ value }) => onPick(value)}
        />
      </Field>
      {picked.length > 0 && (
        <ul className={styles.list} aria-label={`${label}: chosen`}>
          {picked.map((value) => (
            <li key={value} className={styles.chip}>
              <span className={styles.name}>{nameOf(value)}</span>
              {!disabled && (
                <IconButton
                  name="times"
                  size="sm"
                  aria-label={`Remove ${nameOf(value)}`}
                  onClick={() => onDrop(value)}
                />
              )}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  list: css({
    listStyle: 'none',
    margin: theme.spacing(1, 0, 0),
    padding: 0,
    display: 'flex',
    flexWrap: 'wrap',
    gap: theme.spacing(1),
  }),
  chip: css({
    display: 'inline-flex',
    alignItems: 'center',
    gap: theme.spacing(0.5),
    maxWidth: '100%',
    padding: theme.spacing(0.25, 1),
    border: `1px solid ${theme.colors.border.medium}`,
    borderRadius: theme.shape.radius.default,
    background: theme.colors.background.primary,
  }),
  name: css({ overflowWrap: 'anywhere' }),
});
