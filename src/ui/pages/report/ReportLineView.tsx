import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import { Link } from 'react-router-dom';
import { serviceLabel } from '../../../domain/catalogue/serviceLabel';
import { servicePath } from '../../../domain/catalogue/servicePath';
import type { ReportLine } from '../../../domain/report/ReportSection';
import { TierBadge } from '../../components/TierBadge';

/** A service, with a link to its page, and what is said of it. */
export function ReportLineView({ line: { facts, text } }: { readonly line: ReportLine }) {
  const styles = useStyles2(getStyles);
  return (
    <li className={styles.line}>
      <TierBadge tier={facts.tier} from={facts.tierFrom} />
      <span className={styles.text}>
        <Link to={servicePath(facts.service.key)} className={styles.link}>
          {serviceLabel(facts.service) || '(no name)'}
        </Link>
        : {text}
      </span>
    </li>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  line: css({
    display: 'flex',
    alignItems: 'baseline',
    gap: theme.spacing(1),
    padding: theme.spacing(0.5, 0),
    borderBottom: `1px solid ${theme.colors.border.weak}`,
    '&:last-child': { borderBottom: 0 },
    '@media print': { breakInside: 'avoid' },
  }),
  text: css({ minWidth: 0, overflowWrap: 'anywhere' }),
  link: css({
    color: theme.colors.text.link,
    fontWeight: theme.typography.fontWeightMedium,
    '&:hover': { textDecoration: 'underline' },
  }),
});
