import type { Matcher } from '../catalogue/Profile';
import type { QuestionContext } from './QuestionContext';
import { PROFILE_LABEL, type RecordedName } from './RecordedName';
import { recordedExprs, type RecordedExpr } from './recordedExprs';
import { yamlScalar } from './yamlScalar';

/**
 * Rule file (Prometheus, Mimir, Thanos ruler) that records what the pages ask, for every profile given. YAML text.
 *
 * One group a profile every minute, and one every five minutes for what looks back an hour. Series carry the grouping
 * labels as they are, `headroom_profile`, and the labels of the scope. What cannot be recorded is listed as a comment.
 */
export function recordingRules(contexts: readonly QuestionContext[]): string {
  const groups = contexts.flatMap((context, i) =>
    groupsFor({ ...context, service: undefined }, groupName(contexts, i))
  );
  const body = groups.length === 0 ? 'groups: []\n' : `groups:\n${groups.join('')}`;
  return `# Written by Headroom. Load it where the raw metrics (and the labels of the scope) can be seen.\n${body}`;
}

/** Two sources may read one profile: later ones are numbered, since group names must differ. */
function groupName(contexts: readonly QuestionContext[], index: number): string {
  const id = contexts[index]?.profile.id ?? '';
  const before = contexts.slice(0, index).filter((c) => c.profile.id === id).length;
  return before === 0 ? `headroom-${id}` : `headroom-${id}-${before + 1}`;
}

function groupsFor(context: QuestionContext, name: string): readonly string[] {
  const { recordable, refused } = recordedExprs(context);
  const labels = scopeLabels(context);
  const notes = refused
    .map((r) => `  # ${r.name} is not recorded for ${context.profile.id}: ${oneLine(r.reason)}\n`)
    .join('');
  const hourly = (rule: RecordedExpr): boolean => rule.name.endsWith('1h');
  const every = (suffix: string, interval: string, rules: readonly RecordedExpr[]): string =>
    rules.length === 0
      ? ''
      : `  - name: ${yamlScalar(name + suffix)}\n    interval: ${interval}\n    rules:\n${rules
          .map((r) => ruleText(r.name, r.text, labels))
          .join('')}`;
  const minutely = every(
    '',
    '1m',
    recordable.filter((r) => !hourly(r))
  );
  return [notes + minutely, every('-hourly', '5m', recordable.filter(hourly))].filter((group) => group !== '');
}

function ruleText(name: RecordedName, expr: string, labels: ReadonlyArray<readonly [string, string]>): string {
  const lines = expr.split('\n').map((line) => `          ${line}`);
  return [
    `      - record: ${name}`,
    '        expr: |-',
    ...lines,
    '        labels:',
    ...labels.map(([label, value]) => `          ${label}: ${yamlScalar(value)}`),
    '',
  ].join('\n');
}

/** Static labels of every rule: the profile, and what the scope fixes to one value. */
const scopeLabels = ({ profile, scope }: QuestionContext): ReadonlyArray<readonly [string, string]> => [
  [PROFILE_LABEL, profile.id],
  ...scope.filter(isFixed).map((m) => [m.label, m.value] as const),
];

const isFixed = (matcher: Matcher): boolean => matcher.op === '=';

const oneLine = (text: string): string => text.replace(/\s+/g, ' ');
