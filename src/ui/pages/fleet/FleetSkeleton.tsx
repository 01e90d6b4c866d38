import { css, keyframes } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import { SECOND } from '../../../domain/base/Duration';
import { useLate } from '../../useLate';

const TILES = [0, 1, 2, 3, 4];
const ROWS = [0, 1, 2, 3, 4, 5, 6, 7];

/** An answer that takes longer than this is worth a word. */
const LATE = 8 * SECOND;

/** The page's shape while the first answer is on its way, and a word when that takes long. */
export function FleetSkeleton() {
  const styles = useStyles2(getStyles);
  const late = useLate(LATE);
  return (
    <div role="status">
      <div className={styles.words}>
        Reading the fleet…
        {late && ' The data source is slow to answer: the page waits for it and fills as soon as it does.'}
      </div>
      <div className={styles.tiles} aria-hidden="true">
        {TILES.map((i) => (
          <div key={i} className={styles.tile} />
        ))}
      </div>
      <div className={styles.rows} aria-hidden="true">
        {ROWS.map((i) => (
          <div key={i} className={styles.row} />
        ))}
      </div>
    </div>
  );
}

const breathe = keyframes({ '50%': { opacity: 0.45 } });

const getStyles = (theme: GrafanaTheme2) => {
  const block = {
    background: theme.colors.background.secondary,
    borderRadius: theme.shape.radius.default,
    '@media (prefers-reduced-motion: no-preference)': { animation: `${breathe} 1.6s ease-in-out infinite` },
  };
  return {
    words: css({ color: theme.colors.text.secondary, marginBottom: theme.spacing(1) }),
    tiles: css({ display: 'grid', gridTemplateColumns: 'repeat(auto-fit, minmax(180px, 1fr))', gap: theme.spacing(1) }),
    tile: css({ ...block, height: 84 }),
    rows: css({ display: 'flex', flexDirection: 'column', gap: theme.spacing(1), marginTop: theme.spacing(2) }),
    row: css({ ...block, height: 40 }),
  };
};
