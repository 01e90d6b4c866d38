import { useEvidence } from '../../../components/EvidenceContext';
import { formatMoney } from '../../../format/formatMoney';
import type { CellProps } from '../FleetColumn';
import { Nothing } from './Nothing';
import { SubLine } from './SubLine';

/** Instances that could be given back, and their price where one is set. */
export function IdleCell({ service: { judgement } }: CellProps) {
  const { currency } = useEvidence();
  const { idle } = judgement;
  if (idle === null) {
    return <Nothing why="Nothing to give back" />;
  }
  return (
    <>
      <span>{idle.instances}</span>
      {idle.pricePerMonth !== null && (
        <SubLine title={`${formatMoney(idle.pricePerMonth, currency)} a month`}>
          {formatMoney(idle.pricePerMonth, currency)}/mo
        </SubLine>
      )}
    </>
  );
}
