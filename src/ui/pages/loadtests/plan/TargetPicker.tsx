import { useState } from 'react';
import { Alert, Button, LinkButton, Stack } from '@grafana/ui';
import { locationUtil } from '@grafana/data';
import type { RampPlan } from '../../../../domain/ramp/Plan';
import { serviceName } from '../../../../domain/records/serviceName';
import { ChoiceField } from '../../../fields/ChoiceField';
import { FieldGrid } from '../../../fields/FieldGrid';
import { namedService } from './namedService';
import { SavedPlans } from './SavedPlans';
import { usePools } from './usePools';
import { useProposal } from './useProposal';
import { useServiceOptions } from './useServiceOptions';

interface Props {
  /** Key or name of a service, from the address. */
  readonly service: string | null;
  /** Null = what is chosen has changed, and no plan stands for it yet. */
  readonly onProposed: (plan: RampPlan | null) => void;
}

/** Service, pool and instance; a plan with good defaults follows from them. */
export function TargetPicker({ service: named, onProposed }: Props) {
  const [chosen, setChosen] = useState<string | null>(null);
  const [pool, setPool] = useState<string | null>(null);
  const [target, setTarget] = useState<string | null>(null);
  const services = useServiceOptions();
  const { options, loading } = services;
  const { key, missing } = namedService(named, services);
  const service = chosen ?? key;
  const { pools, problem } = usePools(service);
  const { busy, problem: refused, propose: ask, take } = useProposal(onProposed);
  const poolId = pool ?? (pools?.length === 1 ? (pools[0]?.id ?? null) : null);
  const members = pools?.find(({ id }) => id === poolId)?.members ?? [];
  const propose = (member: string) => {
    setTarget(member);
    if (service !== null && poolId !== null) {
      void ask(service, poolId, member);
    }
  };
  const takeSaved = (plan: RampPlan) => {
    setPool(plan.pool);
    setTarget(plan.target);
    take(plan);
  };
  return (
    <Stack direction="column" gap={2}>
      <FieldGrid>
        <ChoiceField
          label="Service"
          description="As the fleet page names it"
          value={service}
          options={[...options]}
          placeholder={loading ? 'Reading the fleet…' : 'Choose a service'}
          onChange={(next) => {
            setChosen(next);
            setPool(null);
            setTarget(null);
            take(null);
          }}
        />
        <ChoiceField
          label="Pool"
          description="Among whose members the router splits the traffic"
          value={poolId}
          options={(pools ?? []).map(({ id, overridden }) => ({ value: id, label: id, ...(overridden && { description: 'its traffic is being moved now' }) }))}
          disabled={service === null || pools === null || pools.length === 0}
          placeholder={service !== null && pools === null ? 'Asking the endpoint…' : 'Choose a pool'}
          onChange={(id) => {
            setPool(id);
            setTarget(null);
            take(null);
          }}
        />
        <ChoiceField
          label="Instance"
          description="The one that is loaded"
          value={target}
          options={members.map((id) => ({ value: id, label: id }))}
          disabled={members.length === 0}
          placeholder="Choose an instance"
          onChange={propose}
        />
      </FieldGrid>
      {missing !== null && chosen === null && (
        <Alert severity="warning" title={`The fleet has no service ${missing}`} bottomSpacing={0}>
          It may have been renamed, or its data source gives no answer. Choose another one.
        </Alert>
      )}
      {busy && <p>Working out a plan with good defaults…</p>}
      {refused !== null && <Alert severity="warning" title="No plan could be proposed" bottomSpacing={0}>{refused}</Alert>}
      {problem !== null && (
        <Alert severity="warning" title="The routing endpoint gave no pools" bottomSpacing={0}>
          {problem}{' '}
          <LinkButton size="sm" variant="secondary" fill="text" href={locationUtil.assureBaseUrl('/a/headroom-capacity-app/configuration?tab=routing')}>
            Look at its configuration
          </LinkButton>
        </Alert>
      )}
      {pools?.length === 0 && problem === null && (
        <Alert severity="info" title="The routing endpoint has no pool for this service" bottomSpacing={0}>
          {service === null ? '' : `Name ${serviceName(service)} as the service of a pool in the configuration beside the router, then look again.`}
        </Alert>
      )}
      {service !== null && <SavedPlans service={service} onChosen={takeSaved} />}
      {target !== null && refused !== null && (
        <Button size="sm" variant="secondary" onClick={() => propose(target)}>
          Try again
        </Button>
      )}
    </Stack>
  );
}
