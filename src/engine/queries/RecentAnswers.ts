import type { Result } from '../../domain/base/Result';
import type { Clock } from '../../ports/Clock';
import type { QueryFailure } from '../../ports/Metrics';

interface Kept<T> {
  readonly at: number;
  readonly answer: Result<T, QueryFailure>;
}

/** Answers that are good for a few seconds. Failures are not shared: whoever asks next may be luckier. */
export class RecentAnswers<T> {
  private readonly kept = new Map<string, Kept<T>>();

  constructor(
    private readonly clock: Clock,
    private readonly lasts: number
  ) {}

  async get(key: string, ask: () => Promise<Result<T, QueryFailure>>): Promise<Result<T, QueryFailure>> {
    const known = this.kept.get(key);
    if (known && this.isRecent(known)) {
      return known.answer;
    }
    const answer = await ask();
    if (answer.ok) {
      this.forgetOld();
      this.kept.set(key, { at: this.clock.now(), answer });
    }
    return answer;
  }

  private forgetOld(): void {
    for (const [key, kept] of this.kept) {
      if (!this.isRecent(kept)) {
        this.kept.delete(key);
      }
    }
  }

  private isRecent({ at }: Kept<T>): boolean {
    const age = this.clock.now() - at;
    return age >= 0 && age < this.lasts;
  }
}
