import { useMemo } from 'react';
import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { Button, useStyles2 } from '@grafana/ui';
import { buildReport } from '../../../domain/report/buildReport';
import { capacityReportMarkdown } from '../../../domain/report/capacityReportMarkdown';
import { ofOwner } from '../../../domain/report/ofOwner';
import { reportSections } from '../../../domain/report/reportSections';
import type { ReportView } from '../../../engine/reports/ReportView';
import { CopyButton } from '../../components/CopyButton';
import { useHeadroom } from '../../HeadroomContext';
import { OwnersSection } from './OwnersSection';
import { OwnerSelect } from './OwnerSelect';
import { ReportHead } from './ReportHead';
import { ReportSectionView } from './ReportSectionView';
import { reportPath } from './reportPath';
import { reportWarnings } from './reportWarnings';
import { reportWords } from './reportWords';
import { useReportOwner } from './useReportOwner';

/** The report with its owner filter and what can be done with it. */
export function ReportWorkspace({ view }: { readonly view: ReportView }) {
  const styles = useStyles2(getStyles);
  const { alerts } = useHeadroom();
  const [owner, setOwner] = useReportOwner();
  const { report, words, sections, markdown } = useMemo(() => {
    const compared = owner === undefined ? view : ofOwner(view, owner);
    const report = buildReport(compared.rows, compared.before, view.week);
    const words = reportWords(view.currency, view.week.to);
    const options = { words, owner, appUrl: alerts.appUrl, pagePath: reportPath(owner), warnings: reportWarnings(view) };
    return { report, words, sections: reportSections(report, words), markdown: capacityReportMarkdown(report, options) };
  }, [view, owner, alerts.appUrl]);
  return (
    <div className={styles.report}>
      <div className={styles.tools}>
        <div className={styles.owner}>
          <OwnerSelect rows={view.rows} owner={owner} onChange={setOwner} />
        </div>
        <CopyButton text={markdown} what="as Markdown" />
        <Button size="sm" variant="secondary" onClick={() => window.print()}>
          Print
        </Button>
      </div>
      <ReportHead report={report} owner={owner} words={words} />
      {sections.map((section) => (
        <ReportSectionView key={section.title} section={section} />
      ))}
      {owner === undefined && <OwnersSection owners={report.owners} words={words} />}
    </div>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  report: css({
    display: 'flex',
    flexDirection: 'column',
    gap: theme.spacing(2),
    minWidth: 0,
    marginTop: theme.spacing(2),
    '@media print': {
      display: 'block',
      '& > *': { marginBottom: theme.spacing(1) },
      section: { border: 0, padding: 0 },
      h2: { breakAfter: 'avoid' },
      // Paper is white, whatever the theme, and browsers leave backgrounds out.
      'body:has(&) *': { color: '#000 !important', background: 'transparent !important' },
      // Navigation around the page, and the room it takes.
      'body:has(&) :is(header:not(& header), nav, a[href="#pageContent"])': { display: 'none' },
      'body :has(&)': { margin: '0 !important', padding: '0 !important' },
    },
  }),
  tools: css({
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'flex-end',
    gap: theme.spacing(1),
    '@media print': { display: 'none' },
  }),
  owner: css({ width: 260, maxWidth: '100%' }),
});
