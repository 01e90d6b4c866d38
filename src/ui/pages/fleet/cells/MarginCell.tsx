import { FigureText } from '../../../components/FigureText';
import type { CellProps } from '../FleetColumn';

export function MarginCell({ service: { facts, judgement } }: CellProps) {
  return <FigureText figure={judgement.eventMargin} label="Event margin" of={facts.service.name} tabbable={false} />;
}
