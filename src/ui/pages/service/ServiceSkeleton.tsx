import { css, keyframes } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';

const HEIGHTS = [92, 380, 320, 420];

/** The page's shape while nothing is known yet, so that nothing jumps when it arrives. */
export function ServiceSkeleton() {
  const styles = useStyles2(getStyles);
  return (
    <div role="status" aria-label="Reading the service">
      {HEIGHTS.map((height) => (
        <div key={height} className={styles.block} style={{ height }} />
      ))}
    </div>
  );
}

const pulse = keyframes({ '50%': { opacity: 0.5 } });

const getStyles = (theme: GrafanaTheme2) => ({
  block: css({
    marginBottom: theme.spacing(2),
    borderRadius: theme.shape.radius.default,
    background: theme.colors.background.secondary,
    [theme.transitions.handleMotion('no-preference')]: { animation: `${pulse} 1.6s ease-in-out infinite` },
  }),
});
