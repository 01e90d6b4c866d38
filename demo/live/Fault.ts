/** What one scrape shows: every answer an error, none at all, or nobody there. */
export const HARD_FAULTS = ['errors', 'hang', 'crash'] as const;
/** What only a mean over several scrapes tells from noise: some answers are errors, or all come late. */
export const SOFT_FAULTS = ['flaky', 'slow'] as const;
const FAULT_KINDS = [...HARD_FAULTS, ...SOFT_FAULTS] as const;
export type FaultKind = (typeof FAULT_KINDS)[number];

/** Part of the answers of a flaky instance that are errors. */
const FLAKY_SHARE = 0.1;
/** By which a slow instance answers late: past a p99 guard, and too few requests underway for a hang. */
const SLOW_MS = 400;

/** Something that goes wrong in an instance for a while, on request. */
export interface Fault {
  readonly kind: FaultKind;
  readonly seconds: number;
}

const LONGEST_SECONDS = 600;

/** A fault from a query such as `kind=hang&seconds=30`, or what is wrong with it. */
export function faultOf(query: URLSearchParams): Fault | string {
  const kind = FAULT_KINDS.find((one) => one === query.get('kind'));
  if (!kind) {
    return `kind must be one of ${FAULT_KINDS.join(', ')}, not "${query.get('kind') ?? ''}"`;
  }
  const seconds = Number(query.get('seconds') ?? Number.NaN);
  if (!(seconds > 0 && seconds <= LONGEST_SECONDS)) {
    return `seconds must be above 0 and at most ${LONGEST_SECONDS}, not "${query.get('seconds') ?? ''}"`;
  }
  return { kind, seconds };
}

/** Whether an answer becomes an error. */
export function isFailed(fault: Fault | null, random: () => number): boolean {
  return fault?.kind === 'errors' || (fault?.kind === 'flaky' && random() < FLAKY_SHARE);
}

/** Milliseconds by which an answer is held back. */
export const heldBackMs = (fault: Fault | null): number => (fault?.kind === 'slow' ? SLOW_MS : 0);
