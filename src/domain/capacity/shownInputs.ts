import type { CapacityInputs } from './CapacityInputs';
import type { Grounds } from './Grounds';
import { instanceRates } from './instanceRates';
import { isAtLeast } from './isAtLeast';
import { requiredInstances } from './requiredInstances';

/** What is worked out for a service, and to which side the truth may lie. */
export interface ShownInputs {
  /** Of the figures; null when they cannot be shown. */
  readonly inputs: CapacityInputs | null;
  /** Of the verdicts: without a benchmark they go by the other limits. */
  readonly judged: CapacityInputs | null;
  /** By limits that were met alone; null when none of those is known. */
  readonly proven: CapacityInputs | null;
  /** One instance may carry less: a limit is missing, or known from above only. */
  readonly limitsMayBeLess: boolean;
  /** One instance may carry more: its load test met no limit. */
  readonly limitsMayBeMore: boolean;
  /** More instances may be there, or may start. */
  readonly deployedMayBeMore: boolean;
}

/**
 * Without a benchmark the other limits bound the truth from above: the arithmetic is shown only where they already
 * prove a shortage. A benchmark that is "at least" proves none: where it alone says short the figures are bounds, and
 * where the other limits say so as well, it is left out.
 */
export function shownInputs({ inputs, limits, deployed }: Grounds): ShownInputs {
  const deployedMayBeMore = deployed.known && deployed.bound === 'at least';
  if (inputs === null) {
    return { inputs, judged: null, proven: null, limitsMayBeLess: false, limitsMayBeMore: false, deployedMayBeMore };
  }
  const exact = { inputs, judged: inputs, proven: inputs, limitsMayBeLess: false, limitsMayBeMore: false, deployedMayBeMore };
  if (limits.missing !== null) {
    return { ...exact, inputs: isShort(inputs) ? inputs : null, limitsMayBeLess: true };
  }
  const open = limits.benchmark !== null && isAtLeast(limits.benchmark) && instanceRates(inputs.limits)[0].limit === 'benchmark';
  return open ? { ...exact, ...openEnded(inputs) } : { ...exact, limitsMayBeLess: limits.benchmark?.upperBoundOnly === true };
}

/** Where the tightest limit is a benchmark that is "at least". */
function openEnded(inputs: CapacityInputs): Pick<ShownInputs, 'inputs' | 'judged' | 'proven' | 'limitsMayBeLess' | 'limitsMayBeMore'> {
  const proven = withoutBenchmark(inputs);
  return proven !== null && isShort(proven)
    ? { inputs: proven, judged: proven, proven, limitsMayBeLess: true, limitsMayBeMore: false }
    : { inputs, judged: inputs, proven, limitsMayBeLess: false, limitsMayBeMore: true };
}

const isShort = (inputs: CapacityInputs): boolean => requiredInstances(inputs) > inputs.deployed;

function withoutBenchmark(inputs: CapacityInputs): CapacityInputs | null {
  const { concurrency, cpu } = inputs.limits;
  return concurrency || cpu ? { ...inputs, limits: { ...(concurrency && { concurrency }), ...(cpu && { cpu }) } } : null;
}
