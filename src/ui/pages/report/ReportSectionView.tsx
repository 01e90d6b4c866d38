import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import type { ReportSection } from '../../../domain/report/ReportSection';
import { PageSection } from '../../components/PageSection';
import { ReportLineView } from './ReportLineView';

/** More than this is a job for the fleet page's filters. */
const SHOWN = 100;

/** One part of the report: a line a service, and what the lines do not say. */
export function ReportSectionView({ section: { title, lines, nothing, notes } }: { readonly section: ReportSection }) {
  const styles = useStyles2(getStyles);
  const left = lines.length - SHOWN;
  return (
    <PageSection title={lines.length === 0 ? title : `${title} (${lines.length})`}>
      {lines.length === 0 ? (
        <p className={styles.note}>{nothing}</p>
      ) : (
        <ul className={styles.lines} aria-label={title}>
          {lines.slice(0, SHOWN).map((line, i) => (
            // A service may have several lines.
            <ReportLineView key={`${line.facts.service.key} ${i}`} line={line} />
          ))}
        </ul>
      )}
      {left > 0 && <p className={styles.note}>{left} more: choose an owner, or look at the fleet page.</p>}
      {notes.map((note) => (
        <p key={note} className={styles.note}>
          {note}
        </p>
      ))}
    </PageSection>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  lines: css({ margin: 0, padding: 0, listStyle: 'none' }),
  note: css({ margin: theme.spacing(0.5, 0, 0), color: theme.colors.text.secondary, maxWidth: '130ch', overflowWrap: 'anywhere' }),
});
