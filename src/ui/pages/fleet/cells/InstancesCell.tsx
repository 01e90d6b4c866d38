import { FigureText } from '../../../components/FigureText';
import type { CellProps } from '../FleetColumn';
import { SubLine } from './SubLine';

/** Ready instances, and the autoscaler's maximum, which is what an autoscaled service is judged at. */
export function InstancesCell({ service: { facts } }: CellProps) {
  const max = facts.autoscaler?.max ?? null;
  return (
    <>
      <FigureText figure={facts.instances} label="Ready instances" of={facts.service.name} bare tabbable={false} />
      {max !== null && <SubLine title={`Autoscaled: judged at its maximum of ${max}`}>max {max}</SubLine>}
    </>
  );
}
