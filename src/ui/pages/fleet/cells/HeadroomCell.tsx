import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import { FigureText } from '../../../components/FigureText';
import { formatGrowth } from '../../../format/formatGrowth';
import type { CellProps } from '../FleetColumn';
import { HeadroomBar } from './HeadroomBar';

/** Growth that fits beside the growth the tier asks for: "+38 % of +50 %". */
export function HeadroomCell({ service: { facts, judgement } }: CellProps) {
  const styles = useStyles2(getStyles);
  const { headroom, asked } = judgement;
  return (
    <div className={styles.box}>
      <div className={styles.line}>
        <FigureText
          figure={headroom}
          label="Headroom"
          of={facts.service.name}
          tabbable={false}
          className={styles.value}
        />
        <span className={styles.asked}>of {formatGrowth(asked)}</span>
      </div>
      {headroom.known && <HeadroomBar headroom={headroom.value} asked={asked} />}
    </div>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  box: css({ display: 'flex', flexDirection: 'column', gap: theme.spacing(0.5), minWidth: 0 }),
  line: css({ whiteSpace: 'nowrap' }),
  value: css({ fontWeight: theme.typography.fontWeightMedium }),
  // Room for the mark of a figure that is still being read.
  asked: css({ color: theme.colors.text.secondary, marginLeft: 7 }),
});
