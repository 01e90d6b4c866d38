import type { GuardEvidence, GuardVerdict } from './GuardResult';
import type { MeasuredGuard } from './GuardSpec';
import type { Measurement } from './Measurement';

/** One sentence: what, on whom, how far from the limit, how often confirmed. */
export function describeGuard(guard: MeasuredGuard, verdict: GuardVerdict, subject: string, last: Measurement | null, { violating, needed, ageMs }: GuardEvidence): string {
  const confirmed = verdict === 'pass' ? '' : ` (${Math.min(violating, needed)} of ${needed} samples)`;
  if (last === null) {
    const age = ageMs === null ? 'there is none' : `the newest is ${(ageMs / 1000).toFixed(1)} s old`;
    return `${nameOf(guard)} of ${subject}: a sample is missing, ${age}${confirmed}`;
  }
  const reached = last.value === null ? 'nothing to measure' : write(guard, last.value);
  const limit = last.limit === Infinity ? 'no earlier run at this demand' : `limit ${write(guard, last.limit)}`;
  return `${nameOf(guard)} of ${subject}: ${reached}, ${limit}${confirmed}`;
}

function nameOf(guard: MeasuredGuard): string {
  switch (guard.kind) {
    case 'errors':
      return 'errors';
    case 'rejects':
      return 'rejected requests';
    case 'cpu':
      return 'CPU';
    case 'latency':
      return `p${+(guard.quantile * 100).toFixed(2)}`;
    case 'latency-curve':
      return `p${+(guard.quantile * 100).toFixed(2)} against earlier runs`;
    case 'saturation':
      return guard.resource;
    case 'hang':
      return 'requests sent and not completed';
  }
}

function write(guard: MeasuredGuard, value: number): string {
  switch (guard.kind) {
    case 'saturation':
      return guard.unit === undefined ? percent(value) : `${+value.toPrecision(3)}${guard.unit === '' ? '' : ` ${guard.unit}`}`;
    case 'errors':
    case 'rejects':
    case 'cpu':
      return percent(value);
    case 'latency':
    case 'latency-curve':
      return value === Infinity ? 'above the highest bucket' : `${+(value * 1000).toPrecision(3)} ms`;
    case 'hang':
      return `${+value.toPrecision(3)} x what is allowed`;
  }
}

const percent = (share: number): string => `${+(share * 100).toPrecision(3)} %`;
