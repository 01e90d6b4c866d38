import type { ScopedVars } from '@grafana/data';

/** The part of Grafana's template service that is needed. */
export interface Templates {
  replace(text: string, scopedVars?: ScopedVars, format?: (value: unknown) => string): string;
  getVariables(): ReadonlyArray<{ readonly name: string }>;
}

/** Cannot occur in a name. */
const MARK = '\u0000';

/**
 * The values a text stands for: of a variable with several values all of them, and every combination where a text holds
 * several variables. No value is escaped or joined, so that a name with a comma or a brace stays one name.
 */
export function expandVariables(templates: Templates, text: string, scopedVars?: ScopedVars): readonly string[] {
  const found: string[][] = [];
  const marked = templates.replace(text, scopedVars, (value) => {
    found.push(valuesOf(value));
    return `${MARK}${found.length - 1}${MARK}`;
  });
  const parts = marked.split(MARK);
  return parts.reduce<readonly string[]>(
    // Between two marks stands the number of a variable.
    (texts, part, i) =>
      i % 2 === 0
        ? texts.map((t) => t + part)
        : texts.flatMap((t) => (found[Number(part)] ?? []).map((value) => t + value)),
    ['']
  );
}

const valuesOf = (value: unknown): string[] => (Array.isArray(value) ? value : [value]).map(String);
