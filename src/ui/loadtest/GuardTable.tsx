import { css, cx } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { Icon, useStyles2 } from '@grafana/ui';
import type { GuardState } from '../../domain/ramp/Observation';
import type { LoadTestView } from '../../engine/loadtest/LoadTestView';
import { Meter } from '../charts/Meter';
import { DataTable, type DataColumn } from '../components/DataTable';
import { guardValue } from './guardValue';

type Guard = LoadTestView['guards'][number];

const STATES: Readonly<Record<GuardState, { readonly word: string; readonly icon: 'check' | 'pause' | 'square-shape' }>> = {
  pass: { word: 'passes', icon: 'check' },
  hold: { word: 'holds', icon: 'pause' },
  stop: { word: 'stops', icon: 'square-shape' },
};
const ORDER: Readonly<Record<GuardState, number>> = { stop: 0, hold: 1, pass: 2 };

/** Holds or does not, without a number. */
const isYesNo = ({ value, limit }: Guard): boolean => value === null && limit === null;
/** One that should have a number and has none comes before those that have one. */
const distance = (g: Guard): number => (isYesNo(g) ? -1 : (g.used ?? 2));

const NONE: Readonly<Record<LoadTestView['role'], string>> = {
  driver: 'No guard has been read yet.',
  watcher: 'The guards are read by the page that drives the run, and the log does not keep what they read: they cannot be seen from here.',
};

/** Every guard with its distance to the limit, nearest first. */
export function GuardTable({ view: { guards, role } }: { readonly view: Pick<LoadTestView, 'guards' | 'role'> }) {
  const styles = useStyles2(getStyles);
  const sorted = [...guards].sort((a, b) => ORDER[a.state] - ORDER[b.state] || distance(b) - distance(a));
  const columns: ReadonlyArray<DataColumn<Guard>> = [
    {
      header: 'Guard',
      wrap: 150,
      cell: (g) => (
        <>
          {g.title} {g.who !== '' && <span className={styles.dim}>{g.who}</span>}
        </>
      ),
    },
    {
      header: 'State',
      cell: (g) => (
        <span className={cx(styles.state, styles[g.state])}>
          <Icon name={STATES[g.state].icon} size="sm" aria-hidden="true" /> {STATES[g.state].word}
        </span>
      ),
    },
    { header: 'Now', numeric: true, cell: (g) => (isYesNo(g) ? '' : guardValue(g.value, g.unit)) },
    { header: 'Limit', numeric: true, cell: (g) => (isYesNo(g) ? '' : guardValue(g.limit, g.unit)) },
    { header: 'Distance', cell: (g) => (isYesNo(g) ? null : g.used === null ? <span className={styles.dim}>not known</span> : <Meter share={g.used} label={`${g.title}: part of the limit in use`} text={`${Math.round(g.used * 100)} %`} />) },
    { header: 'When passed', cell: (g) => (g.role === 'safety' ? 'ends the run' : 'backs off') },
    { header: 'Why', wrap: 200, cell: (g) => g.reason },
  ];
  return guards.length === 0 ? <p className={styles.dim}>{NONE[role]}</p> : <DataTable caption="Guards" columns={columns} rows={sorted} rowKey={(g) => `${g.id} ${g.who}`} />;
}

const getStyles = (theme: GrafanaTheme2) => ({
  dim: css({ color: theme.colors.text.secondary }),
  state: css({ display: 'inline-flex', alignItems: 'center', gap: theme.spacing(0.5) }),
  pass: css({ color: theme.colors.success.text }),
  hold: css({ color: theme.colors.warning.text }),
  stop: css({ color: theme.colors.error.text, fontWeight: theme.typography.fontWeightBold }),
});
