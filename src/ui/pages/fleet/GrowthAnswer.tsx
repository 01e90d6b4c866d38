import { css } from '@emotion/css';
import { useStyles2 } from '@grafana/ui';
import { formatGrowth } from '../../format/formatGrowth';
import type { BreakingList } from './breakingList';

interface Props {
  readonly list: BreakingList;
  readonly growthPercent: number;
}

/** The slider's answer in one sentence. Breaking means: no longer carried with the tier's reserve and redundancy. */
export function GrowthAnswer({ list, growthPercent }: Props) {
  const styles = useStyles2(getStyles);
  const growth = growthPercent / 100;
  const already = list.breaking.filter((b) => b.breaksAbove < 0).length;
  const then = list.breaking.filter((b) => b.breaksAbove < 0 || b.breaksAbove < growth).length;
  const next = list.breaking[then];
  if (list.breaking.length === 0) {
    return (
      <div className={styles.answer} role="status">
        No service has a verdict yet, so nobody can say who breaks.
      </div>
    );
  }
  return (
    <div className={styles.answer} role="status">
      {growthPercent === 0
        ? `${already} of ${list.breaking.length} ${breakWord(already)} at ${already === 1 ? 'its' : 'their'} peak as it is.`
        : atGrowth(growth, list.breaking.length, then, already)}
      {next && ` ${then === 0 ? 'First' : 'Next'}: ${next.service.name}, above ${formatGrowth(next.breaksAbove)}.`}
    </div>
  );
}

function atGrowth(growth: number, all: number, then: number, already: number): string {
  const split =
    already > 0 && then > already
      ? `: ${already} at ${already === 1 ? 'its' : 'their'} peak as it is, ${then - already} more with it`
      : '';
  return `At ${formatGrowth(growth)} on every peak ${then} of ${all} ${breakWord(then)}${split}.`;
}

const breakWord = (n: number): string => (n === 1 ? 'breaks' : 'break');

const getStyles = () => ({ answer: css({ flex: '1 1 240px', overflowWrap: 'anywhere' }) });
