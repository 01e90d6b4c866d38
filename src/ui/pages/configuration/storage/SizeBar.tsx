import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import { formatBytes } from '../../../format/formatBytes';
import { SETTINGS_LIMIT } from '../../../../domain/catalogue/SETTINGS_LIMIT';

const TIGHT = 0.8;

/** Size of the document against the limit. */
export function SizeBar({ bytes }: { readonly bytes: number }) {
  const styles = useStyles2(getStyles);
  const share = bytes / SETTINGS_LIMIT;
  const words = `${formatBytes(bytes)} of ${formatBytes(SETTINGS_LIMIT)}`;
  return (
    <div className={styles.row}>
      <label className={styles.label}>
        <span>
          Size of the settings: <strong>{words}</strong>
        </span>
        <meter className={styles.meter} min={0} max={1} high={TIGHT} optimum={0} value={Math.min(1, share)}>
          {words}
        </meter>
      </label>
      {share > TIGHT && (
        <span>{share > 1 ? 'Too large to save.' : 'Getting tight.'} One rule says what many exceptions say.</span>
      )}
    </div>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  row: css({ display: 'flex', flexWrap: 'wrap', alignItems: 'end', gap: theme.spacing(2) }),
  label: css({ display: 'flex', flexDirection: 'column', gap: theme.spacing(0.5), minWidth: 'min(320px, 100%)' }),
  meter: css({ width: '100%', height: 10 }),
});
