import { useState } from 'react';
import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { Button, Checkbox, Input, useStyles2 } from '@grafana/ui';
import { visuallyHidden } from '../../components/visuallyHidden';
import { toggled } from './toggled';

/** More than this and they can be searched. */
const FEW = 8;

interface Props {
  /** The empty string stands for "nobody". */
  readonly owners: readonly string[];
  readonly selected: readonly string[];
  readonly onChange: (owners: readonly string[]) => void;
}

/** A box to tick for every owner. */
export function OwnerChoice({ owners, selected, onChange }: Props) {
  const styles = useStyles2(getStyles);
  const [search, setSearch] = useState('');
  const shown = owners.filter((owner) => (owner || 'No owner').toLowerCase().includes(search.toLowerCase()));
  return (
    <fieldset className={styles.box}>
      <legend className={styles.hidden}>Owners</legend>
      {owners.length > FEW && (
        <Input
          placeholder="Search owners"
          aria-label="Search owners"
          value={search}
          onChange={(event) => setSearch(event.currentTarget.value)}
        />
      )}
      <div className={styles.list}>
        {shown.map((owner) => (
          <Checkbox
            key={owner}
            label={owner || 'No owner'}
            value={selected.includes(owner)}
            onChange={() => onChange(toggled(selected, owner))}
          />
        ))}
        {shown.length === 0 && <span>None of that name</span>}
      </div>
      {selected.length > 0 && (
        <Button size="sm" variant="secondary" fill="text" onClick={() => onChange([])}>
          All owners
        </Button>
      )}
    </fieldset>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  box: css({
    display: 'flex',
    flexDirection: 'column',
    gap: theme.spacing(1),
    minWidth: 180,
    margin: 0,
    padding: 0,
    border: 0,
  }),
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
