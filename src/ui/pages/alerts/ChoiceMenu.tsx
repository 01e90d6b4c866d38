import { useId, useState } from 'react';
import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { Button, Checkbox, Input, Toggletip, useStyles2, type IconName } from '@grafana/ui';
import { visuallyHidden } from '../../components/visuallyHidden';
import { toggled } from '../fleet/toggled';

/** More than this and they can be searched. */
const FEW = 8;
/** A list that is longer is searched, not scrolled. */
const SHOWN = 60;

export interface ChoiceOption {
  readonly value: string;
  readonly label: string;
}

interface Props {
  /** What is chosen from: "owners". */
  readonly what: string;
  readonly icon: IconName;
  readonly options: readonly ChoiceOption[];
  /** Null = all. */
  readonly selected: readonly string[] | null;
  readonly onChange: (selected: readonly string[] | null) => void;
}

/** Some of many, or all; in a menu that opens beside its button. */
export function ChoiceMenu({ what, icon, options, selected, onChange }: Props) {
  return (
    <Toggletip placement="bottom-start" closeButton={false} content={<ChoiceList what={what} options={options} selected={selected} onChange={onChange} />}>
      <Button variant="secondary" fill="outline" icon={icon}>
        {selected === null ? `All ${what}` : `${selected.length} of ${options.length} ${what}`}
      </Button>
    </Toggletip>
  );
}

function ChoiceList({ what, options, selected, onChange }: Omit<Props, 'icon'>) {
  const styles = useStyles2(getStyles);
  const id = useId();
  const [search, setSearch] = useState('');
  const found = options.filter(({ label }) => label.toLowerCase().includes(search.toLowerCase()));
  const change = (value: string) => {
    const next = toggled(selected ?? [], value);
    onChange(next.length === 0 ? null : next);
  };
  return (
    <fieldset className={styles.box} aria-describedby={id}>
      <legend className={styles.hidden}>Only these {what}</legend>
      {options.length > FEW && (
        <Input placeholder={`Search ${what}`} aria-label={`Search ${what}`} value={search} onChange={(event) => setSearch(event.currentTarget.value)} />
      )}
      <div className={styles.list}>
        {found.slice(0, SHOWN).map(({ value, label }) => (
          <Checkbox key={value} label={label} value={selected?.includes(value) ?? false} onChange={() => change(value)} />
        ))}
        {found.length === 0 && <span>None of that name</span>}
        {found.length > SHOWN && <span>{found.length - SHOWN} more: search for them</span>}
      </div>
      <span id={id}>{selected === null ? `Nothing ticked means all ${what}.` : ''}</span>
      {selected !== null && (
        <Button size="sm" variant="secondary" fill="text" onClick={() => onChange(null)}>
          All {what}
        </Button>
      )}
    </fieldset>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  box: css({ display: 'flex', flexDirection: 'column', gap: theme.spacing(1), minWidth: 220, margin: 0, padding: 0, border: 0 }),
  list: css({
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'flex-start',
    textAlign: 'left',
    gap: theme.spacing(0.5),
    maxHeight: 320,
    overflowY: 'auto',
    overflowWrap: 'anywhere',
  }),
  hidden: css(visuallyHidden),
});
