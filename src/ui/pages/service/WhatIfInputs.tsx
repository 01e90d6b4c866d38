import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { Field, Input, RadioButtonGroup, useStyles2 } from '@grafana/ui';
import type { Redundancy } from '../../../domain/catalogue/TierPolicy';
import type { WhatIfDefaults } from './whatIfDefaults';
import { WHAT_IF_FIELDS, type WhatIfField } from './WhatIfField';
import { shortNumber } from '../../format/shortNumber';
import type { WhatIfControls } from './useWhatIf';

interface Props {
  readonly controls: WhatIfControls;
  readonly defaults: WhatIfDefaults;
}

const REDUNDANCY: ReadonlyArray<{ readonly value: Redundancy; readonly label: string }> = [
  { value: 'zone', label: 'one zone' },
  { value: 'n+1', label: 'one instance' },
  { value: 'none', label: 'nothing' },
];

/** Inputs of the what-if. An empty one stands at what the verdict uses, shown as its placeholder. */
export function WhatIfInputs({ controls, defaults }: Props) {
  const styles = useStyles2(getStyles);
  const { draft, errors, change } = controls;
  const redundancy = draft.redundancy ?? defaults.redundancy;
  const type = (field: WhatIfField['field'], text: string) =>
    change({ ...draft, numbers: { ...draft.numbers, [field]: text } });
  return (
    <div className={styles.fields}>
      {WHAT_IF_FIELDS.map(({ field, label, hint, suffix, scale }) => (
        <Field
          key={field}
          label={label}
          description={hint}
          invalid={errors[field] !== undefined}
          error={errors[field]}
          disabled={field === 'zones' && redundancy !== 'zone'}
        >
          <Input
            id={`what-if-${field}`}
            inputMode="decimal"
            suffix={suffix}
            value={draft.numbers[field] ?? ''}
            placeholder={placeholder(defaults.numbers[field], scale)}
            aria-invalid={errors[field] !== undefined}
            onChange={(event) => type(field, event.currentTarget.value)}
          />
        </Field>
      ))}
      <Field label="Must survive losing" description="redundancy" className={styles.wide}>
        <RadioButtonGroup
          aria-label="Must survive losing"
          options={[...REDUNDANCY]}
          value={redundancy}
          onChange={(value) => change({ ...draft, redundancy: value === defaults.redundancy ? null : value })}
        />
      </Field>
    </div>
  );
}

const placeholder = (value: number | null, scale: number): string =>
  value === null ? 'not known' : shortNumber(value * scale);

const getStyles = (theme: GrafanaTheme2) => ({
  wide: css({ gridColumn: '1 / -1' }),
  fields: css({
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fill, minmax(min(100%, 190px), 1fr))',
    gap: theme.spacing(0, 2),
    // Room for two lines of description, so that the inputs of a row stand level.
    'label[for^="what-if-"]': { display: 'block', minHeight: '4.4em' },
  }),
});
