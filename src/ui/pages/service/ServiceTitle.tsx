import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';

interface Props {
  readonly name: string;
  /** The other grouping labels; empty when there are none. */
  readonly scope: string;
}

/** Name of the service, its scope dimmed. Names are data: any length, any characters. */
export function ServiceTitle({ name, scope }: Props) {
  const styles = useStyles2(getStyles);
  const full = scope === '' ? name : `${scope}/${name}`;
  return (
    <h1 className={styles.title} title={full}>
      {scope !== '' && (
        <>
          <span className={styles.scope}>{scope}/</span>
          {/* A narrow page breaks here before it breaks inside a name. */}
          <wbr />
        </>
      )}
      {name}
    </h1>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  title: css({
    margin: 0,
    minWidth: 0,
    overflow: 'hidden',
    overflowWrap: 'anywhere',
    display: '-webkit-box',
    WebkitBoxOrient: 'vertical',
    WebkitLineClamp: 2,
    fontSize: theme.typography.h2.fontSize,
    lineHeight: theme.typography.h2.lineHeight,
  }),
  scope: css({ color: theme.colors.text.secondary, fontWeight: theme.typography.fontWeightRegular }),
});
