import { textHash } from '../promql/textHash';

/** What makes a rule the same rule. */
export interface RuleIdentity {
  /** Intent, or what has vanished. */
  readonly about: string;
  readonly tier: string | null;
  readonly source: string;
  readonly profile: string;
  /** `choiceName` */
  readonly choice: string;
  readonly part: number;
}

/** Grafana takes 40 characters of letters, digits, dash and underscore. */
const LONGEST = 40;

/** Name of a rule that is the same whenever and by whomever it is generated. */
export function ruleUid({ about, tier, source, profile, choice, part }: RuleIdentity): string {
  const tail = textHash(JSON.stringify([about, tier, source, profile, choice, part]));
  const head = ['hr', about, tier]
    .filter((piece) => piece !== null)
    .join('-')
    .toLowerCase()
    .replace(/[^a-z0-9-]/g, '-');
  return `${head.slice(0, LONGEST - 1 - tail.length)}-${tail}`;
}
