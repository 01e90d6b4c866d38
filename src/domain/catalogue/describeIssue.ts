import type { FieldProblem } from './FieldProblem';
import type * as z from 'zod/mini';

type Issue = z.core.$ZodIssue;

/** A schema's complaint in words: the path, what is wrong, what was found. Of several readings the one that got furthest speaks. */
export function describeIssue(issue: Issue, raw: unknown): FieldProblem {
  const { path, code } = issue;
  if (code === 'invalid_union' && issue.errors.length > 0) {
    return describeIssue(furthest(issue.errors, path), raw);
  }
  if (code === 'unrecognized_keys') {
    const key = issue.keys[0] ?? '';
    return { field: pathText([...path, key]), message: 'is not a known field: check the spelling, or remove it' };
  }
  const found = valueAt(raw, path);
  return { field: pathText(path), message: `${rule(issue)} (found ${show(found)})` };
}

function furthest(branches: ReadonlyArray<readonly Issue[]>, prefix: readonly PropertyKey[]): Issue {
  const firsts = branches.flatMap((issues) => issues.slice(0, 1));
  const best = firsts.reduce((a, b) => (b.path.length > a.path.length ? b : a));
  return { ...best, path: [...prefix, ...best.path] };
}

function rule(issue: Issue): string {
  switch (issue.code) {
    case 'invalid_type':
      return `must be ${ARTICLE[issue.expected] ?? issue.expected}`;
    case 'invalid_value':
      return `must be one of ${issue.values.map((v) => JSON.stringify(v)).join(', ')}`;
    case 'too_big':
      return `must be ${bound(issue.inclusive, 'at most', 'below')} ${issue.maximum}`;
    case 'too_small':
      return `must be ${bound(issue.inclusive, 'at least', 'above')} ${issue.minimum}${COUNTED[issue.origin] ?? ''}`;
    case 'custom':
      return issue.message;
    default:
      return 'is not valid';
  }
}

const ARTICLE: Readonly<Record<string, string>> = {
  array: 'a list',
  object: 'an object',
  record: 'an object',
  string: 'a text',
  number: 'a finite number',
  int: 'a whole number',
  boolean: 'true or false',
};

const COUNTED: Readonly<Record<string, string>> = { array: ' long', string: ' characters long' };

const bound = (inclusive: boolean | undefined, closed: string, open: string): string =>
  inclusive === false ? open : closed;

/** Path as people write it: `sources[0].uid`. The document itself is `(document)`. */
export function pathText(path: readonly PropertyKey[]): string {
  const text = path.reduce<string>(
    (before, key) =>
      typeof key === 'number' ? `${before}[${key}]` : `${before}${before === '' ? '' : '.'}${String(key)}`,
    ''
  );
  return text === '' ? '(document)' : text;
}

const valueAt = (raw: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce<unknown>((value, key) => (isObject(value) && Object.hasOwn(value, key) ? value[key] : undefined), raw);

const isObject = (value: unknown): value is Record<PropertyKey, unknown> => typeof value === 'object' && value !== null;

const LONGEST = 60;

/** A value, short enough for a message. */
export function show(value: unknown): string {
  if (value === undefined) {
    return 'nothing';
  }
  const text = typeof value === 'number' ? String(value) : (JSON.stringify(value) ?? String(value));
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}… (${text.length} characters)` : text;
}
