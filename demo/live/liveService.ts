// Process: the instances of one live service, each on a port of its own. Arguments: plan file, namespace/name.
import { SERVICES } from '../history/services';
import { endWithParent, reportReady, requiredArgument } from './childProcess';
import { readLivePlan } from './livePlan';
import { liveTargets } from './liveTargets';
import { SimulatedInstance } from './simulatedInstance';

async function main(): Promise<void> {
  endWithParent();
  const plan = readLivePlan(requiredArgument(1));
  const name = requiredArgument(2);
  const targets = liveTargets(SERVICES, plan.timeline, plan.startedAt, plan.ports);
  const target = targets.find(({ service }) => `${service.namespace}/${service.name}` === name);
  if (!target) {
    throw new Error(`no live service is named ${name}`);
  }
  const { service, instances } = target;
  await Promise.all(
    instances.map(({ slot, port }) =>
      new SimulatedInstance({ service, cpuMs: slot.phase.cpuMs, random: Math.random }).listen(port)
    )
  );
  reportReady();
}

void main();
