import { SECOND } from '../../domain/base/Duration';
import type { Result } from '../../domain/base/Result';
import { isAbortError } from '../../ports/AbortError';
import type { Clock } from '../../ports/Clock';
import type { QueryFailure } from '../../ports/Metrics';
import { failureFinding } from './failureFinding';
import { failed, type Finding } from './Finding';
import type { Check, SourceFindings } from './SetupView';

const PATIENCE = 5 * SECOND;

export type CheckHead = Pick<Check, 'id' | 'title' | 'expr'>;

/** The findings of one source as they come in; tells its listener at every change. */
export class FindingsBoard {
  constructor(
    private findings: SourceFindings,
    private readonly clock: Clock,
    private readonly emit: (findings: SourceFindings) => void
  ) {}

  get current(): SourceFindings {
    return this.findings;
  }

  update(change: Partial<SourceFindings>): void {
    this.findings = { ...this.findings, ...change };
    this.emit(this.findings);
  }

  /** Puts a check up; one with the same id is replaced in its place. */
  put(head: CheckHead, finding: Finding): void {
    const check: Check = { ...head, ...finding };
    const { checks } = this.findings;
    this.update({
      checks: checks.some(({ id }) => id === head.id)
        ? checks.map((old) => (old.id === head.id ? check : old))
        : [...checks, check],
    });
  }

  /** Shows a check as running while `ask` is under way, then what `judge` makes of the answer. Null when there is none. */
  async run<T>(
    head: CheckHead,
    ask: () => Promise<Result<T, QueryFailure>>,
    judge: (answer: T) => Finding
  ): Promise<T | null> {
    this.put(head, { verdict: 'running', detail: 'Asking …', next: null });
    const settled = new AbortController();
    void this.tellThatWeWait(head, settled.signal);
    try {
      const answer = await ask();
      settled.abort();
      this.put(head, answer.ok ? judge(answer.value) : failureFinding(answer.error));
      return answer.ok ? answer.value : null;
    } catch (error) {
      settled.abort();
      if (isAbortError(error)) {
        throw error;
      }
      this.put(head, failed(`The check itself broke: ${String(error)}`, 'The other checks stand. Please report this.'));
      return null;
    }
  }

  private async tellThatWeWait(head: CheckHead, settled: AbortSignal): Promise<void> {
    const since = this.clock.now();
    try {
      for (;;) {
        await this.clock.sleep(PATIENCE, settled);
        if (settled.aborted) {
          return;
        }
        const seconds = Math.round((this.clock.now() - since) / SECOND);
        this.put(head, {
          verdict: 'running',
          detail: `Still waiting for an answer after ${seconds} s. Nothing else is held up.`,
          next: null,
        });
      }
    } catch {
      // The sleep was cut short: the answer is there.
    }
  }
}
