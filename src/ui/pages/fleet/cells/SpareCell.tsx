import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import { missingInstances } from '../../../../domain/capacity/missingInstances';
import { FigureText } from '../../../components/FigureText';
import type { CellProps } from '../FleetColumn';

/** Deployed less required; a proven shortage is heavy, its sign says it too. */
export function SpareCell({ service: { facts, judgement } }: CellProps) {
  const styles = useStyles2(getStyles);
  const short = missingInstances({ judgement }) > 0;
  return (
    <FigureText
      figure={judgement.spare}
      label="Spare instances"
      of={facts.service.name}
      bare
      signed
      tabbable={false}
      className={short ? styles.short : undefined}
    />
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  short: css({ color: theme.colors.error.text, fontWeight: theme.typography.fontWeightBold }),
});
