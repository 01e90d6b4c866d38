import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { Button, Stack, useStyles2 } from '@grafana/ui';
import { useId } from 'react';
import { CopyButton } from '../components/CopyButton';
import { downloadText } from '../components/downloadText';

interface Props {
  readonly title: string;
  /** What is copied: "YAML". */
  readonly what: string;
  readonly text: string;
  /** Offers a download under this name. */
  readonly fileName?: string;
}

/** Text to take away: shown, copied, downloaded. */
export function CodeBlock({ title, what, text, fileName }: Props) {
  const styles = useStyles2(getStyles);
  const id = useId();
  return (
    <section aria-labelledby={id} className={styles.block}>
      <div className={styles.head}>
        <h4 id={id} className={styles.title}>
          {title}
        </h4>
        <Stack gap={1}>
          <CopyButton text={text} what={what} />
          {fileName !== undefined && (
            <Button size="sm" variant="secondary" icon="download-alt" onClick={() => downloadText(fileName, 'text/plain', text)}>
              Download
            </Button>
          )}
        </Stack>
      </div>
      {/* Scrolls, so the keyboard must be able to get in. */}
      <pre className={styles.text} role="group" tabIndex={0} aria-labelledby={id}>
        {text}
      </pre>
    </section>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  block: css({ minWidth: 0 }),
  head: css({
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: theme.spacing(1),
    marginBottom: theme.spacing(0.5),
  }),
  title: css({ margin: 0 }),
  text: css({
    margin: 0,
    padding: theme.spacing(1.5),
    maxHeight: 360,
    overflow: 'auto',
    background: theme.colors.background.canvas,
    border: `1px solid ${theme.colors.border.weak}`,
    borderRadius: theme.shape.radius.default,
    fontSize: theme.typography.bodySmall.fontSize,
  }),
});
