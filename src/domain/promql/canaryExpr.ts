import { quoteString } from './quoteString';

/** A question of somebody else's canary configuration: PromQL with placeholders, or the average of one metric. */
interface CanaryQuestion {
  readonly template: string | null;
  readonly metric: string | null;
  readonly matchers: readonly string[];
}

/** What placeholders become for one member of a pool; null = not known of it. */
export interface CanaryScope {
  readonly member: string;
  /** Label that tells instances apart, and its value. */
  readonly label: string;
  readonly instance: string;
  readonly pod: string | null;
  readonly location: string | null;
}

/** Label that says whose a row is. */
export const CANARY_MEMBER = 'headroom_member';

/**
 * One expression for all members: a row each, labelled with its member. Several series of one member are averaged, as the
 * original does where no template says more. Members that lack what the template names are left out; null = all do.
 */
export function canaryExpr(question: CanaryQuestion, scopes: readonly CanaryScope[]): string | null {
  const rows = scopes.flatMap((scope) => {
    const asked = askedOf(question, scope);
    // A dollar in a replacement would name a group.
    return asked === null ? [] : [`label_replace(avg(\n${asked}\n), "${CANARY_MEMBER}", ${quoteString(scope.member.replaceAll('$', '$$$$'))}, "", "")`];
  });
  return rows.length === 0 ? null : rows.join('\nor\n');
}

function askedOf({ template, metric, matchers }: CanaryQuestion, scope: CanaryScope): string | null {
  if (template === null) {
    return metric === null ? null : `${metric}{${[...matchers, `${scope.label}=${quoteString(scope.instance)}`].join(', ')}}`;
  }
  const known: Readonly<Record<string, string | null>> = { scope: scope.instance, instance: scope.instance, pod: scope.pod, location: scope.location };
  const named = [...template.matchAll(PLACEHOLDER)].map(([, name = '']) => known[name] ?? null);
  return named.includes(null) ? null : template.replace(PLACEHOLDER, (_all, name: string) => quoteString(known[name] ?? '').slice(1, -1));
}

const PLACEHOLDER = /\$\{([^}]*)\}/g;
