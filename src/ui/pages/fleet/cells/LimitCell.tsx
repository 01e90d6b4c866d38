import { isBenchmark } from '../../../../domain/capacity/isBenchmark';
import { benchmarkFigure } from '../../../components/benchmarkFigure';
import { FigureText } from '../../../components/FigureText';
import { formatMinute } from '../../../format/formatMinute';
import { formatOldness } from '../../../format/formatOldness';
import { benchmarkOriginText } from '../benchmarkOriginText';
import type { CellProps } from '../FleetColumn';
import { SubLine } from './SubLine';

/** What one instance safely carries, where that comes from and how old it is; or why nobody knows. */
export function LimitCell({ service: { facts }, page }: CellProps) {
  const { benchmark } = facts;
  const figure = benchmarkFigure(benchmark);
  return (
    <>
      <FigureText figure={figure} label="Safe limit per instance" of={facts.service.name} bare tabbable={false} />
      {isBenchmark(benchmark) ? (
        <SubLine title={`${benchmarkOriginText(benchmark.origin)}, ${formatMinute(benchmark.at)}`}>
          {benchmarkOriginText(benchmark.origin)} · {formatOldness(benchmark.at, page.now)}
        </SubLine>
      ) : (
        <SubLine title={`${benchmark.reason}. ${benchmark.next}`}>{benchmark.reason}</SubLine>
      )}
    </>
  );
}
