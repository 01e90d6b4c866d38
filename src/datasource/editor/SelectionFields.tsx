import { TIERS } from '../../domain/catalogue/Tier';
import type { Choices } from '../choicesOf';
import { NamesPicker } from './NamesPicker';

interface Chosen {
  readonly services?: string[];
  readonly tiers?: string[];
  readonly owners?: string[];
}

interface Props {
  /** Makes ids of this row unique. */
  readonly refId: string;
  readonly choices: Choices;
  readonly loading: boolean;
  readonly value: Chosen;
  /** Whether services are chosen; a variable that lists them asks for tiers and owners only. */
  readonly withServices: boolean;
  readonly onChange: (change: Chosen) => void;
}

/** Which services a query is about: services, tiers and owners; nothing chosen asks for all. */
export function SelectionFields({ refId, choices, loading, value, withServices, onChange }: Props) {
  const { services, owners, variables } = choices;
  return (
    <>
      {withServices && (
        <NamesPicker
          id={`headroom-services-${refId}`}
          label="Services"
          tooltip="Names as the fleet page shows them, or variables. A name without its scope asks for every service called so."
          placeholder="All services"
          options={[...variables, ...services]}
          value={value.services}
          loading={loading}
          onChange={(names) => onChange({ services: names })}
        />
      )}
      <NamesPicker
        id={`headroom-tiers-${refId}`}
        label="Tiers"
        tooltip="The policy class of a service."
        placeholder="All tiers"
        options={[...variables, ...TIERS]}
        value={value.tiers}
        loading={false}
        onChange={(names) => onChange({ tiers: names })}
      />
      <NamesPicker
        id={`headroom-owners-${refId}`}
        label="Owners"
        tooltip="Who runs a service, from a label or the catalogue."
        placeholder="All owners"
        options={[...variables, ...owners]}
        value={value.owners}
        loading={loading}
        onChange={(names) => onChange({ owners: names })}
      />
    </>
  );
}
