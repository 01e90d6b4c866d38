import { css, cx } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import type { Figure } from '../../domain/base/Figure';
import { visuallyHidden } from './visuallyHidden';
import { formatValue } from '../format/formatValue';
import { useEvidence } from './EvidenceContext';
import { figurePart } from './EvidenceTopic';
import { figureMark } from './figureMark';
import { figureSentence } from './figureSentence';

export interface FigureTextProps {
  readonly figure: Figure;
  /** What the figure is, for screen readers and the evidence drawer: "ATH". */
  readonly label: string;
  /** Whose figure, added to the drawer's title: the service. */
  readonly of?: string;
  /** Leave the unit to a column header; hover and screen readers still say it. */
  readonly bare?: boolean;
  /** Always with + or −. */
  readonly signed?: boolean;
  /** False in dense tables where the row has an evidence button of its own: keeps one tab stop a row instead of a dozen. */
  readonly tabbable?: boolean;
  readonly className?: string;
}

/** A figure in words: bound, value, unit, quality mark; "unknown" with its reason. A click opens what it rests on. */
export function FigureText({
  figure,
  label,
  of,
  bare = false,
  signed = false,
  tabbable = true,
  className,
}: FigureTextProps) {
  const styles = useStyles2(getStyles);
  const { open, currency, reading } = useEvidence();
  const sentence = figureSentence(label, figure, currency);
  const text = figure.known ? formatValue(figure.value, figure.unit, { bare, signed, currency }) : unknownText(reading);
  const shown = (
    <>
      {figureMark(figure)}
      {text}
      {tabbable && figure.evidence.stale && <span className={styles.mark}> stale</span>}
      {tabbable && figure.known && figure.evidence.partial && <span className={styles.mark}> …</span>}
      {!tabbable && denseMark(figure) !== '' && <span className={styles.corner}>{denseMark(figure)}</span>}
    </>
  );
  const look = cx(styles.figure, !figure.known && (reading ? styles.coming : styles.unknown), className);
  if (open === null) {
    return (
      <span className={look} title={sentence}>
        <span aria-hidden="true">{shown}</span>
        <span className={styles.hidden}>{sentence}</span>
      </span>
    );
  }
  return (
    <button
      type="button"
      className={cx(styles.button, look)}
      aria-label={sentence}
      title={sentence}
      tabIndex={tabbable ? undefined : -1}
      onClick={() => open({ title: of ? `${label} of ${of}` : label, parts: [figurePart(label, figure)] })}
    >
      {shown}
    </button>
  );
}

/** While a page fills, a wall of “unknown” would speak of what merely has not come yet; hover still says why. */
const unknownText = (reading: boolean): string => (reading ? '…' : 'unknown');

/** The same in one sign, for cells of a table whose row says more. */
function denseMark({ known, evidence }: Figure): string {
  return evidence.stale ? '*' : known && evidence.partial ? '…' : '';
}

const getStyles = (theme: GrafanaTheme2) => ({
  figure: css({ fontVariantNumeric: 'tabular-nums', whiteSpace: 'nowrap' }),
  unknown: css({ color: theme.colors.text.secondary, fontStyle: 'italic' }),
  coming: css({ color: theme.colors.text.secondary }),
  hidden: css(visuallyHidden),
  // Takes no width: a mark that comes and goes neither moves nor cuts the value.
  corner: css({ position: 'absolute', paddingLeft: 1, color: theme.colors.text.secondary, fontSize: 9 }),
  mark: css({ color: theme.colors.text.secondary, fontSize: theme.typography.bodySmall.fontSize }),
  button: css({
    background: 'none',
    border: 0,
    margin: 0,
    padding: 0,
    font: 'inherit',
    fontVariantNumeric: 'tabular-nums',
    color: 'inherit',
    textAlign: 'inherit',
    cursor: 'pointer',
    borderRadius: theme.shape.radius.default,
    '&:hover': { textDecoration: 'underline dotted', textUnderlineOffset: 3 },
    '&:focus-visible': { outline: `2px solid ${theme.colors.primary.main}`, outlineOffset: 2 },
  }),
});
