import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import type { Judgement, Status } from '../../../domain/capacity/Judgement';
import type { ServiceFacts } from '../../../domain/capacity/ServiceFacts';
import { FigureText } from '../../components/FigureText';
import { SummaryTile, type TileTone } from '../../components/SummaryTile';
import { formatCount } from '../../format/formatCount';
import { formatGrowth } from '../../format/formatGrowth';
import { lossWords } from './lossWords';
import { peakWords } from './peakWords';

interface Props {
  readonly facts: ServiceFacts;
  readonly judgement: Judgement;
}

/** Headroom beside what the tier asks for, and the other kinds under their own names. */
export function Headline({ facts, judgement }: Props) {
  const styles = useStyles2(getStyles);
  const of = facts.service.name;
  return (
    <div className={styles.around}>
      <div className={styles.grid}>
        <SummaryTile label="Headroom" tone={toneOf(judgement.status)} detail="growth over the plain peak that fits">
          <span className={styles.large}>
            <FigureText figure={judgement.headroom} label="Headroom" of={of} />
          </span>
          <span className={styles.asked}>
            {facts.tier} asks for {formatGrowth(judgement.asked)}
          </span>
        </SummaryTile>
        <SummaryTile
          label="Spare instances"
          detail={
            <>
              required: <FigureText figure={judgement.required} label="Required instances" of={of} bare />
            </>
          }
        >
          <FigureText figure={judgement.spare} label="Spare instances" of={of} signed bare />
        </SummaryTile>
        <SummaryTile
          label="Event margin"
          detail={
            <>
              over the design demand of <FigureText figure={judgement.designDemand} label="Design demand" of={of} />
            </>
          }
        >
          <FigureText figure={judgement.eventMargin} label="Event margin" of={of} />
        </SummaryTile>
        <SummaryTile {...lossWords(judgement)}>
          <FigureText figure={judgement.headroomAfterLoss} label="Growth after the loss" of={of} />
        </SummaryTile>
        <SummaryTile
          label="Free share"
          detail={
            <>
              utilisation at the peak: <FigureText figure={judgement.utilisation} label="Utilisation" of={of} />
            </>
          }
        >
          <FigureText figure={judgement.freeShare} label="Free share" of={of} />
        </SummaryTile>
        <SummaryTile
          label="Capacity"
          detail={
            <>
              plain peak: <FigureText figure={judgement.peak} label="Plain peak" of={of} />
            </>
          }
        >
          <FigureText figure={judgement.capacity} label="Capacity" of={of} />
        </SummaryTile>
        {judgement.marginProduct !== null && (
          <SummaryTile
            label="All margins together"
            detail="event, reserve and loss, each asked for once: no need to add another"
          >
            {`${formatCount(judgement.marginProduct)} × `}
            <span className={styles.asked}>{peakWords(facts)}</span>
          </SummaryTile>
        )}
      </div>
    </div>
  );
}

/** The words of the status say the same beside it. */
function toneOf({ kind, severity }: Status): TileTone {
  if (kind === 'ok') {
    return 'good';
  }
  return severity === 'none' || severity === 'unknown' ? 'neutral' : severity;
}

const getStyles = (theme: GrafanaTheme2) => ({
  around: css({ containerType: 'inline-size' }),
  grid: css({
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(100%, 168px), 1fr))',
    gap: theme.spacing(1),
    // Seven do not go into fewer columns: the first, which answers the question, takes two places.
    '@container (max-width: 1223px)': {
      gridTemplateColumns: 'repeat(4, 1fr)',
      '& > :first-of-type': { gridColumn: 'span 2' },
    },
    '@container (max-width: 639px)': { gridTemplateColumns: 'repeat(2, 1fr)' },
  }),
  asked: css({
    fontSize: theme.typography.body.fontSize,
    fontWeight: theme.typography.fontWeightRegular,
    color: theme.colors.text.secondary,
  }),
  large: css({ fontSize: theme.typography.h2.fontSize, lineHeight: 1.2 }),
});
