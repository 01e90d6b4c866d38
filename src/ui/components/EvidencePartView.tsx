import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import { useEvidence } from './EvidenceContext';
import { EvidenceFacts } from './EvidenceFacts';
import type { EvidencePart } from './EvidenceTopic';
import { figureSentence } from './figureSentence';
import { OriginView } from './OriginView';

/** All that one figure rests on, opened or folded. */
export function EvidencePartView({ part, open }: { readonly part: EvidencePart; readonly open: boolean }) {
  const styles = useStyles2(getStyles);
  const { currency } = useEvidence();
  const { evidence, figure, label } = part;
  return (
    <details className={styles.part} open={open}>
      <summary className={styles.title}>{figure ? figureSentence(label, figure, currency) : label}</summary>
      <div className={styles.body}>
        <EvidenceFacts figure={figure} evidence={evidence} />
        {(evidence.notes ?? []).map((note) => (
          <p key={note} className={styles.note}>
            {note}
          </p>
        ))}
        {evidence.origins.map((origin, i) => (
          <OriginView key={i} origin={origin} />
        ))}
        {evidence.origins.length === 0 && <p className={styles.note}>No query was asked for this.</p>}
      </div>
    </details>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  part: css({ borderBottom: `1px solid ${theme.colors.border.weak}`, padding: theme.spacing(1, 0) }),
  title: css({ cursor: 'pointer', fontWeight: theme.typography.fontWeightMedium, overflowWrap: 'anywhere' }),
  body: css({ display: 'flex', flexDirection: 'column', gap: theme.spacing(1.5), padding: theme.spacing(1, 0, 1, 2) }),
  note: css({ margin: 0, color: theme.colors.text.secondary, overflowWrap: 'anywhere' }),
});
