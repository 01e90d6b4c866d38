import type { Labels } from '../base/Labels';
import { anchoredPattern } from './anchoredPattern';
import type { ServiceRef } from './ServiceRef';
import type { CatalogueRule, ServiceTraits, Settings } from './Settings';
import type { Tier } from './Tier';

/** What the answers said about a service besides its identity (values of the profile's owner and tier labels). */
export interface LabelsSeen {
  readonly owner?: string;
  readonly tier?: string;
  /** Further labels that rules may match. */
  readonly labels?: Labels;
}

/** Traits of one service after exceptions, labels, rules and defaults. */
export interface ResolvedTraits extends Omit<ServiceTraits, 'tier' | 'owner'> {
  readonly tier: Tier;
  readonly tierFrom: 'exception' | 'label' | 'rule' | 'default';
  readonly owner: string | null;
}

export type TraitsOf = (service: ServiceRef, seen: LabelsSeen) => ResolvedTraits;

/** Traits of one service: exception, then label, then the first rule that states it, then default. For a fleet use `traitsResolver`. */
export const resolveTraits = (service: ServiceRef, seen: LabelsSeen, settings: Settings): ResolvedTraits =>
  traitsResolver(settings)(service, seen);

/** Compiles the rules once; use it for a whole fleet. */
export function traitsResolver(settings: Settings): TraitsOf {
  const rules = settings.rules.map(compile);
  const exceptions = new Map(settings.exceptions.map((e) => [e.service, e.traits]));
  return (service, seen) => {
    const labels = { ...seen.labels, ...service.labels };
    const ruled = mergeFirst(rules.filter((r) => r.matches(labels)).map((r) => r.traits));
    const excepted = exceptions.get(service.key) ?? {};
    const labelled = fromLabels(seen);
    const { tier, owner, ...rest } = mergeFirst([excepted, labelled, ruled]);
    return {
      ...rest,
      owner: owner ?? null,
      tier: tier ?? settings.defaultTier,
      tierFrom: tierOrigin(excepted, labelled, ruled),
    };
  };
}

function tierOrigin(
  excepted: ServiceTraits,
  labelled: ServiceTraits,
  ruled: ServiceTraits
): ResolvedTraits['tierFrom'] {
  if (excepted.tier) {
    return 'exception';
  }
  if (labelled.tier) {
    return 'label';
  }
  return ruled.tier ? 'rule' : 'default';
}

/** Of each trait the first that is stated. */
const mergeFirst = (stated: readonly ServiceTraits[]): ServiceTraits =>
  stated.reduceRight<ServiceTraits>((later, first) => ({ ...later, ...definedOnly(first) }), {});

const definedOnly = (traits: ServiceTraits): ServiceTraits =>
  Object.fromEntries(Object.entries(traits).filter(([, value]) => value !== undefined));

const TIER_LABEL = /^(?:p|tier)?[-_ ]?([012])$/i;

/** A tier label reads as `P0`, `p0`, `0`, `tier-0`; any other value states nothing. */
function fromLabels({ owner, tier }: LabelsSeen): ServiceTraits {
  const digit = TIER_LABEL.exec(tier?.trim() ?? '')?.[1];
  return {
    ...(digit !== undefined && { tier: `P${digit}` as Tier }),
    ...(owner !== undefined && owner !== '' && { owner }),
  };
}

interface CompiledRule {
  readonly traits: ServiceTraits;
  readonly matches: (labels: Labels) => boolean;
}

/** A label that is not there is the empty text. A pattern that cannot be read matches nothing; settings refuse it at the door. */
function compile({ match, traits }: CatalogueRule): CompiledRule {
  const patterns = Object.entries(match).map(([label, text]) => [label, anchoredPattern(text)] as const);
  return {
    traits,
    matches: (labels) => patterns.every(([label, p]) => p.ok && p.value.test(labels[label] ?? '')),
  };
}
