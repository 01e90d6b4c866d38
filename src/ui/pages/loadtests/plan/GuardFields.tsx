import type { GuardLimits } from '../../../../domain/ramp/Plan';
import { FieldGrid } from '../../../fields/FieldGrid';
import { NumberField } from '../../../fields/NumberField';
import { percentOf } from '../../../fields/percentOf';
import { SwitchField } from '../../../fields/SwitchField';
import type { PlanPart } from './PlanForm';

interface ShareGuard {
  readonly field: 'cpuSoft' | 'cpuHard' | 'rejectRatio' | 'memory' | 'gc' | 'threads' | 'pools' | 'files' | 'throttled';
  readonly label: string;
  readonly description: string;
}

const SHARES: readonly ShareGuard[] = [
  { field: 'cpuSoft', label: 'CPU, mean of 30 s', description: 'Backs off above; empty turns it off' },
  { field: 'cpuHard', label: 'CPU, one sample', description: 'Ends at once above; empty turns it off' },
  { field: 'memory', label: 'Memory', description: 'Of its limit; empty turns it off' },
  { field: 'rejectRatio', label: 'Rate-limit rejects', description: 'Of its requests; empty turns it off' },
];

/** Held where the service publishes them; preflight says which are. */
const RESOURCES: readonly ShareGuard[] = [
  { field: 'pools', label: 'Connection pools', description: 'Of each pool; empty turns it off' },
  { field: 'threads', label: 'Threads', description: 'Busy ones of their pool; empty turns it off' },
  { field: 'gc', label: 'Garbage collection', description: 'Of the time; empty turns it off' },
  { field: 'files', label: 'Open files', description: 'Of those allowed; empty turns it off' },
  { field: 'throttled', label: 'CPU throttling', description: 'Of scheduling periods; empty turns it off' },
];

/** Limits of the fast guards. */
export function GuardFields({ plan, onChange }: PlanPart) {
  const { guards } = plan;
  const change = (part: Partial<GuardLimits>) => onChange({ ...plan, guards: { ...guards, ...part } });
  const percent = (share: number | null) => (share === null ? null : percentOf(share));
  return (
    <>
      <FieldGrid>
        {SHARES.map(({ field, label, description }) => (
          <NumberField key={field} label={label} description={description} unit="%" min={0} max={100} value={percent(guards[field])} onChange={(value) => change({ [field]: value / 100 })} onClear={() => change({ [field]: null })} />
        ))}
        <NumberField label="p99 latency" description="Backs off above; empty turns it off" unit="s" max={1e9} min={0} value={guards.p99Seconds} onChange={(p99Seconds) => change({ p99Seconds })} onClear={() => change({ p99Seconds: null })} />
        <NumberField label="Failures" description="Of its requests: a step fails above" unit="%" min={0} max={100} value={percent(guards.errorRatio)} onChange={(value) => change({ errorRatio: value / 100 })} />
        <NumberField label="but at least" description="So that one failure of ten is not 10 %" unit="failures" integer max={1e9} min={1} value={guards.leastErrors} onChange={(leastErrors) => change({ leastErrors })} />
        <NumberField label="Failures, one sample" description="Ends the run at once above" unit="%" min={0} max={100} value={percent(guards.errorRatioHard)} onChange={(value) => change({ errorRatioHard: value / 100 })} />
      </FieldGrid>
      <FieldGrid>
        {RESOURCES.map(({ field, label, description }) => (
          <NumberField key={field} label={label} description={description} unit="%" min={0} max={100} value={percent(guards[field])} onChange={(value) => change({ [field]: value / 100 })} onClear={() => change({ [field]: null })} />
        ))}
        <NumberField label="Event loop lag" description="Node.js; empty turns it off" unit="s" min={0} max={600} value={guards.eventLoopSeconds} onChange={(eventLoopSeconds) => change({ eventLoopSeconds })} onClear={() => change({ eventLoopSeconds: null })} />
      </FieldGrid>
      <SwitchField label="The same limits hold the worst peer" value={guards.peers} onChange={(peers) => change({ peers })} />
    </>
  );
}
