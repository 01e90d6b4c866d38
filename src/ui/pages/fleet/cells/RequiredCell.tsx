import { FigureText } from '../../../components/FigureText';
import type { CellProps } from '../FleetColumn';

export function RequiredCell({ service: { facts, judgement } }: CellProps) {
  return (
    <FigureText figure={judgement.required} label="Required instances" of={facts.service.name} bare tabbable={false} />
  );
}
