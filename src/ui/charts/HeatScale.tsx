import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2, useTheme2 } from '@grafana/ui';
import { heatColour } from './heatColour';

const STOPS = [0, 0.2, 0.4, 0.6, 0.8, 1];

/** What the colours of the heat map mean; @param greatest text of the deepest one, null when nothing was measured */
export function HeatScale({ greatest }: { readonly greatest: string | null }) {
  const styles = useStyles2(getStyles);
  const { isDark } = useTheme2();
  if (greatest === null) {
    return null;
  }
  return (
    <span className={styles.scale}>
      0
      <span className={styles.bar} aria-hidden="true">
        {STOPS.map((stop) => (
          <span key={stop} className={styles.stop} style={{ background: heatColour(stop, isDark) }} />
        ))}
      </span>
      {greatest}
    </span>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  scale: css({ display: 'inline-flex', alignItems: 'center', gap: theme.spacing(0.75) }),
  bar: css({ display: 'inline-flex', borderRadius: 2, overflow: 'hidden' }),
  stop: css({ width: 16, height: 10 }),
});
