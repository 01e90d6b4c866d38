import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import { Link } from 'react-router-dom';
import type { OwnerLine } from '../../../domain/report/CapacityReport';
import { ownerName } from '../../../domain/report/ownerName';
import { reportHeadline } from '../../../domain/report/reportHeadline';
import type { ReportWords } from '../../../domain/report/ReportWords';
import { PageSection } from '../../components/PageSection';
import { reportPath } from './reportPath';

interface Props {
  readonly owners: readonly OwnerLine[];
  readonly words: ReportWords;
}

/** One line an owner, each leading to that owner's report; not there where one owner has everything. */
export function OwnersSection({ owners, words }: Props) {
  const styles = useStyles2(getStyles);
  return owners.length === 0 ? null : (
    <PageSection title="Owners">
      <ul className={styles.lines} aria-label="Owners">
        {owners.map(({ owner, summary }) => (
          <li key={owner ?? ''}>
            <Link to={reportPath(owner)} className={styles.link}>
              {ownerName(owner)}
            </Link>
            : {reportHeadline(summary, words).join('; ')}
          </li>
        ))}
      </ul>
    </PageSection>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  lines: css({ margin: 0, padding: 0, listStyle: 'none', overflowWrap: 'anywhere', li: { padding: theme.spacing(0.25, 0) } }),
  // Within a sentence colour alone does not make a link.
  link: css({ color: theme.colors.text.link, textDecoration: 'underline' }),
});
