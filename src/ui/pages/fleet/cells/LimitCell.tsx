import { isBenchmark } from '../../../../domain/capacity/isBenchmark';
import { benchmarkFigure } from '../../../components/benchmarkFigure';
import { useEvidence } from '../../../components/EvidenceContext';
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
  const { reading } = useEvidence();
  return (
    <>
      <FigureText figure={figure} label="Safe limit per instance" of={facts.service.name} bare tabbable={false} />
      {isBenchmark(benchmark) ? (
        <SubLine title={`${benchmarkOriginText(benchmark.origin)}, ${formatMinute(benchmark.at)}`}>
          {benchmarkOriginText(benchmark.origin)} · {formatOldness(benchmark.at, page.now)}
        </SubLine>
      ) : (
        // A whole reason has no room here; hover and evidence have it.
        <SubLine title={`${benchmark.reason}. ${benchmark.next}`}>{reading ? 'being read' : 'no benchmark'}</SubLine>
      )}
    </>
  );
}
