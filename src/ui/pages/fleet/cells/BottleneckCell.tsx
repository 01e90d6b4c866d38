import { FigureText } from '../../../components/FigureText';
import type { CellProps } from '../FleetColumn';
import { Nothing } from './Nothing';
import { SubLine } from './SubLine';

/** The limit that binds, and how far it is used. */
export function BottleneckCell({ service: { facts, judgement } }: CellProps) {
  const { bottleneck } = judgement;
  if (bottleneck === null) {
    return <Nothing why="No limit is known that could bind" />;
  }
  return (
    <>
      <FigureText
        figure={bottleneck.use}
        label={`Use of ${bottleneck.resource}`}
        of={facts.service.name}
        tabbable={false}
      />
      <SubLine title={bottleneck.resource}>{bottleneck.resource}</SubLine>
    </>
  );
}
