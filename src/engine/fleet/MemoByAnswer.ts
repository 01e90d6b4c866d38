/**
 * Remembers what was worked out of an answer, by service, for as long as the answer itself lives. Folding 90 days of
 * 1000 services again after each chunk of another question would freeze the page.
 */
export class MemoByAnswer<T> {
  private readonly byAnswer = new WeakMap<object, Map<string, T>>();

  get(answer: object, key: string, compute: () => T): T {
    let values = this.byAnswer.get(answer);
    if (!values) {
      values = new Map();
      this.byAnswer.set(answer, values);
    }
    const kept = values.get(key);
    if (kept !== undefined) {
      return kept;
    }
    const value = compute();
    values.set(key, value);
    return value;
  }
}
