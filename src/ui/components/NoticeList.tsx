import { useState } from 'react';
import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { Alert, Button, useStyles2 } from '@grafana/ui';
import type { Notice } from '../../engine/Notice';
import { QueryText } from './QueryText';

const SHOWN = 3;
const RANK = { error: 0, warning: 1, info: 2 };

interface Props {
  readonly notices: readonly Notice[];
}

/** What went wrong or should be known, worst first, with the way out. Dismissed ones stay away while they say the same. */
export function NoticeList({ notices }: Props) {
  const styles = useStyles2(getStyles);
  const [dismissed, setDismissed] = useState<ReadonlySet<string>>(new Set());
  const [all, setAll] = useState(false);
  const open = notices.filter((n) => !dismissed.has(n.id)).sort((a, b) => RANK[a.severity] - RANK[b.severity]);
  const hidden = all ? 0 : Math.max(0, open.length - SHOWN);
  if (open.length === 0) {
    return null;
  }
  return (
    <section aria-label="Notices" className={styles.list}>
      {open.slice(0, open.length - hidden).map((notice) => (
        <Alert
          key={notice.id}
          title={notice.title}
          severity={notice.severity}
          bottomSpacing={0}
          onRemove={() => setDismissed(new Set(dismissed).add(notice.id))}
        >
          <div className={styles.body}>
            <div>{notice.detail}</div>
            {notice.next && (
              <div>
                <strong>Next:</strong> {notice.next}
              </div>
            )}
            {notice.expr && <QueryText expr={notice.expr} />}
          </div>
        </Alert>
      ))}
      {hidden > 0 && (
        <Button className={styles.more} variant="secondary" size="sm" fill="text" onClick={() => setAll(true)}>
          Show {hidden} more
        </Button>
      )}
    </section>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  list: css({ display: 'flex', flexDirection: 'column', gap: theme.spacing(1) }),
  body: css({ display: 'flex', flexDirection: 'column', gap: theme.spacing(0.5), overflowWrap: 'anywhere' }),
  more: css({ alignSelf: 'flex-start' }),
});
