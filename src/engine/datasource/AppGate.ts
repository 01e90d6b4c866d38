import { MINUTE } from '../../domain/base/Duration';
import type { Result } from '../../domain/base/Result';
import type { AppProblem, AppStatus } from '../../ports/AppStatus';
import type { Clock } from '../../ports/Clock';

/** Asks once a minute, whatever the number of panels, whether the app is enabled. A refusal is not kept. */
export class AppGate {
  private last: { readonly at: number; readonly answer: Promise<Result<null, AppProblem>> } | null = null;

  constructor(
    private readonly status: AppStatus,
    private readonly clock: Clock
  ) {}

  check(): Promise<Result<null, AppProblem>> {
    const now = this.clock.now();
    if (this.last && now - this.last.at < MINUTE) {
      return this.last.answer;
    }
    const answer = this.status.check();
    this.last = { at: now, answer };
    void answer.then((result) => {
      if (!result.ok) {
        this.last = null;
      }
    });
    return answer;
  }
}
