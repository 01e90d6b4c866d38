import { useMemo } from 'react';
import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import { parseCanaryConfig } from '../../../../domain/canary/aca/parseCanaryConfig';
import { canaryWords } from './canaryWords';

/** What a canary configuration will be judged by, metric by metric, and what of it is left out. */
export function CanaryNotes({ config }: { readonly config: string }) {
  const styles = useStyles2(getStyles);
  const parsed = useMemo(() => parseCanaryConfig(config), [config]);
  if (config.trim() === '' || !parsed.ok) {
    return null;
  }
  return (
    <ul className={styles.list} aria-label="What the configuration is judged by">
      {canaryWords(parsed.value).map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  list: css({ margin: theme.spacing(0, 0, 2, 2), color: theme.colors.text.secondary, fontSize: theme.typography.bodySmall.fontSize, overflowWrap: 'anywhere' }),
});
