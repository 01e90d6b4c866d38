import type { RoutingCapabilities } from './capabilitiesSchema';

/** One thing an endpoint can or cannot promise, in plain words. */
export interface RoutingPromise {
  readonly id: string;
  readonly tone: 'good' | 'warn';
  readonly text: string;
}

/** What somebody who is about to move live traffic should know of the endpoint. */
export function routingPromises(capabilities: RoutingCapabilities): readonly RoutingPromise[] {
  const { lease, verification, propagationMs, singleWriter, demandCeiling, dryRun, shareStepBp, kinds } = capabilities;
  const within = `within the life of the lease (${lease.minTtlSeconds} to ${lease.maxTtlSeconds} s) + 1 s + ${seconds(propagationMs.max)}`;
  return [
    lease.enforcedBy === 'keeper'
      ? { id: 'lease', tone: 'warn', text: `While the keeper lives, baseline is back ${within} after the browser died. Nothing holds if the keeper dies: P0 services and unattended runs are refused.` }
      : { id: 'lease', tone: 'good', text: `After the browser or the keeper dies, baseline is back ${within}: the router itself holds the lease.` },
    VERIFICATION[verification],
    singleWriter === 'enforced'
      ? { id: 'writer', tone: 'good', text: 'Nobody else can write weights while a run holds them.' }
      : { id: 'writer', tone: 'warn', text: 'Somebody else could write weights meanwhile: it is noticed at the next read, and the run ends.' },
    demandCeiling === 'router'
      ? { id: 'ceiling', tone: 'good', text: 'Once a second the keeper compares the demand of the target with its ceiling, by what the router counts, and gives the traffic back above it. Nothing does in between, or while the keeper is dead.' }
      : { id: 'ceiling', tone: 'warn', text: 'The router counts no requests that could be looked at: the ceiling on demand bounds the steps of a run, and nothing watches it during one.' },
    dryRun ? { id: 'dry-run', tone: 'good', text: 'Writes can be tried without effect.' } : { id: 'dry-run', tone: 'warn', text: 'Writes cannot be tried without effect.' },
    { id: 'step', tone: 'good', text: `Shares are set in steps of ${shareStepBp / 100} %, for each ${kinds.join(' or ')}.` },
  ];
}

const seconds = (milliseconds: number): string => `${Number((milliseconds / 1000).toPrecision(2))} s until traffic follows`;

const VERIFICATION: Readonly<Record<RoutingCapabilities['verification'], RoutingPromise>> = {
  measured: { id: 'verification', tone: 'good', text: 'What traffic does is counted, not assumed.' },
  router: { id: 'verification', tone: 'good', text: 'Weights are read back from the router; shares are measured by the metrics.' },
  echo: { id: 'verification', tone: 'warn', text: 'What is read back is an echo of what was written: only the metrics show what traffic does.' },
  none: { id: 'verification', tone: 'warn', text: 'Nothing can be read back: only the metrics show what traffic does, and a run waits for them.' },
};
