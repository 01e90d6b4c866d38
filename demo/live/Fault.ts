export const FAULT_KINDS = ['errors', 'hang', 'crash'] as const;
export type FaultKind = (typeof FAULT_KINDS)[number];

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
