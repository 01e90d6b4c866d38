import { pathText } from './describeIssue';
import type { FieldProblem } from './FieldProblem';

/** Finds a key `__proto__` anywhere in a document: it has no honest use, and object copies would drop or obey it. */
export function forbiddenKey(raw: unknown, path: readonly PropertyKey[] = []): FieldProblem | null {
  if (typeof raw !== 'object' || raw === null) {
    return null;
  }
  for (const key of Object.keys(raw)) {
    const here = [...path, Array.isArray(raw) ? Number(key) : key];
    const problem =
      key === '__proto__'
        ? { field: pathText(here), message: 'is not a known field: remove it' }
        : forbiddenKey((raw as Record<string, unknown>)[key], here);
    if (problem) {
      return problem;
    }
  }
  return null;
}
