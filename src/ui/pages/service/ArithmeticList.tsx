import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import type { ArithmeticLine } from '../../../domain/capacity/ArithmeticLine';
import { formatValue } from '../../format/formatValue';

/** The arithmetic line by line: in symbols, with numbers, and what comes out. */
export function ArithmeticList({ lines }: { readonly lines: readonly ArithmeticLine[] }) {
  const styles = useStyles2(getStyles);
  return (
    <ol className={styles.list}>
      {lines.map((line) => (
        <li key={line.name} className={styles.line}>
          <div className={styles.result}>
            {line.name} = {formatValue(line.result, line.unit)}
          </div>
          <div className={styles.formula}>{line.formula}</div>
          <div className={styles.formula}>{line.substituted}</div>
        </li>
      ))}
    </ol>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  list: css({ margin: 0, paddingLeft: theme.spacing(3) }),
  line: css({
    padding: theme.spacing(0.5, 0),
    borderBottom: `1px solid ${theme.colors.border.weak}`,
    '&::marker': { color: theme.colors.text.secondary },
    '> *': { verticalAlign: 'top' },
    [theme.breakpoints.up('md')]: { '> *': { display: 'inline-block', paddingRight: theme.spacing(2) } },
  }),
  result: css({ fontWeight: theme.typography.fontWeightMedium, [theme.breakpoints.up('md')]: { width: '27%' } }),
  formula: css({
    color: theme.colors.text.secondary,
    fontFamily: theme.typography.fontFamilyMonospace,
    fontSize: theme.typography.bodySmall.fontSize,
    overflowWrap: 'anywhere',
    [theme.breakpoints.up('md')]: { width: '36%' },
  }),
});
