import { useId, type ReactNode } from 'react';
import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';

interface Props {
  readonly title: string;
  /** One line: what question this answers. */
  readonly about?: ReactNode;
  /** Beside the title: evidence, toggles. */
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}

/** One part of a page under its heading. */
export function PageSection({ title, about, actions, children }: Props) {
  const styles = useStyles2(getStyles);
  const id = useId();
  return (
    <section aria-labelledby={id} className={styles.section}>
      <div className={styles.head}>
        <h2 id={id} className={styles.title}>
          {title}
        </h2>
        {actions}
      </div>
      {about && <p className={styles.about}>{about}</p>}
      {children}
    </section>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  section: css({
    minWidth: 0,
    padding: theme.spacing(2),
    background: theme.colors.background.primary,
    border: `1px solid ${theme.colors.border.weak}`,
    borderRadius: theme.shape.radius.default,
  }),
  head: css({
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(1),
    marginBottom: theme.spacing(1),
  }),
  title: css({ margin: 0, fontSize: theme.typography.h4.fontSize }),
  about: css({ color: theme.colors.text.secondary, margin: theme.spacing(0, 0, 1.5), maxWidth: '130ch' }),
});
