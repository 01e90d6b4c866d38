import { capital } from '../base/capital';
import { serviceLabel } from '../catalogue/serviceLabel';
import { servicePath } from '../catalogue/servicePath';
import type { CapacityReport, OwnerLine } from './CapacityReport';
import { ownerName } from './ownerName';
import { reportHeadline } from './reportHeadline';
import type { ReportLine, ReportSection } from './ReportSection';
import { reportSections } from './reportSections';
import type { ReportWords } from './ReportWords';

/** A report is read in a chat or a ticket: what is further down is read on the page. */
const SHOWN = 15;

export interface MarkdownOptions {
  readonly words: ReportWords;
  /** Whose report it is: null = what nobody owns, undefined = everybody's. */
  readonly owner: string | null | undefined;
  /** Address of Grafana, without a slash at the end. */
  readonly appUrl: string;
  /** Path of the page that shows this report whole, within Grafana. */
  readonly pagePath: string;
  /** What limits the report as a whole: history that is being read, a source that does not answer. */
  readonly warnings: readonly string[];
}

/** The report as short Markdown. */
export function capacityReportMarkdown(report: CapacityReport, options: MarkdownOptions): string {
  const { words, owner, appUrl, pagePath, warnings } = options;
  const { week, summary, owners } = report;
  const whole = `${appUrl}${pagePath}`;
  const lines = [
    `# Weekly capacity report${owner === undefined ? '' : `: ${plain(ownerName(owner))}`}`,
    '',
    `${words.day(week.from)} to ${words.day(week.to)}. ${capital(reportHeadline(summary, words).map(plain).join('; '))}. [Whole report](${whole})`,
    ...warnings.flatMap((warning) => ['', `> ${plain(warning)}`]),
    ...reportSections(report, words).flatMap((section) => sectionLines(section, appUrl, whole)),
    ...ownerSection(owners, words),
  ];
  return `${lines.join('\n')}\n`;
}

function sectionLines({ title, lines, nothing, notes }: ReportSection, appUrl: string, whole: string): string[] {
  const left = lines.length - SHOWN;
  return [
    '',
    `## ${plain(title)}`,
    '',
    ...(lines.length === 0 ? [nothing] : lines.slice(0, SHOWN).map((line) => lineOf(line, appUrl))),
    ...(left > 0 ? [`- … and [${left} more](${whole})`] : []),
    ...notes.flatMap((note) => ['', plain(note)]),
  ];
}

const lineOf = ({ facts: { service, tier }, text }: ReportLine, appUrl: string): string =>
  `- ${tier} [${plain(serviceLabel(service)) || '(no name)'}](${appUrl}${linkPath(service.key)}): ${plain(text)}`;

function ownerSection(owners: readonly OwnerLine[], words: ReportWords): string[] {
  const lines = owners.slice(0, SHOWN).map(({ owner, summary }) => `- ${plain(ownerName(owner))}: ${reportHeadline(summary, words).map(plain).join('; ')}`);
  const left = owners.length - lines.length;
  return owners.length === 0 ? [] : ['', '## Owners', '', ...lines, ...(left > 0 ? [`- … and ${left} more`] : [])];
}

/** Names and reasons must not become markup. */
const plain = (text: string): string => text.replace(/\s+/g, ' ').replace(/[\\`*_[\]<>|#~]/g, (c) => `\\${c}`);

/** Encoding leaves parentheses alone, which would end the link. */
const linkPath = (key: string): string => servicePath(key).replace(/[()]/g, (c) => (c === '(' ? '%28' : '%29'));
