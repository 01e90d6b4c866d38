import { FigureText } from '../../../components/FigureText';
import type { CellProps } from '../FleetColumn';

export function DemandCell({ service: { facts } }: CellProps) {
  return <FigureText figure={facts.demandNow} label="Demand now" of={facts.service.name} tabbable={false} />;
}
