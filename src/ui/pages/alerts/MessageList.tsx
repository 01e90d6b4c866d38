import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';

/** Lines of a message; Grafana's page styles take the marks from lists, so that long lines run into each other. */
export function MessageList({ lines }: { readonly lines: readonly string[] }) {
  const styles = useStyles2(getStyles);
  return (
    <ul className={styles.list}>
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  list: css({ margin: 0, paddingLeft: theme.spacing(2.5), listStyle: 'disc', overflowWrap: 'anywhere' }),
});
