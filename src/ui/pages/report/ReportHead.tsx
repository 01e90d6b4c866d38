import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import type { CapacityReport } from '../../../domain/report/CapacityReport';
import { ownerName } from '../../../domain/report/ownerName';
import { reportHeadline } from '../../../domain/report/reportHeadline';
import type { ReportWords } from '../../../domain/report/ReportWords';

interface Props {
  readonly report: CapacityReport;
  readonly owner: string | null | undefined;
  readonly words: ReportWords;
}

/** Whose week it is, and what the fleet comes to. */
export function ReportHead({ report: { week, summary }, owner, words }: Props) {
  const styles = useStyles2(getStyles);
  return (
    <header>
      <h2 className={styles.title}>
        {owner === undefined ? 'All owners' : ownerName(owner)}, <span className={styles.day}>{words.day(week.from)}</span> to{' '}
        <span className={styles.day}>{words.day(week.to)}</span>
      </h2>
      <ul className={styles.points} aria-label="Summary">
        {reportHeadline(summary, words).map((point) => (
          <li key={point}>{point}</li>
        ))}
      </ul>
    </header>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  title: css({ margin: 0, fontSize: theme.typography.h3.fontSize, overflowWrap: 'anywhere' }),
  day: css({ whiteSpace: 'nowrap' }),
  points: css({
    display: 'flex',
    flexWrap: 'wrap',
    gap: theme.spacing(0.5, 3),
    margin: theme.spacing(0.5, 0, 0),
    padding: 0,
    listStyle: 'none',
    color: theme.colors.text.secondary,
  }),
});
