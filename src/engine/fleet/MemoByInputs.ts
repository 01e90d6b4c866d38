/**
 * Remembers, by service, what was worked out of the same inputs last time. A fill changes one answer at a time: folding
 * the others again for a thousand services after each chunk would keep the page busy for nothing.
 */
export class MemoByInputs<T> {
  private readonly kept = new Map<string, { readonly inputs: readonly unknown[]; readonly value: T }>();

  /** What was worked out last, whatever has changed since; null = nothing yet. */
  last(key: string): T | null {
    return this.kept.get(key)?.value ?? null;
  }

  /** @param inputs everything `compute` looks at; compared by identity */
  get(key: string, inputs: readonly unknown[], compute: () => T): T {
    const kept = this.kept.get(key);
    if (kept && isSame(kept.inputs, inputs)) {
      return kept.value;
    }
    const value = compute();
    this.kept.set(key, { inputs, value });
    return value;
  }
}

const isSame = (a: readonly unknown[], b: readonly unknown[]): boolean => a.length === b.length && a.every((input, i) => Object.is(input, b[i]));
