import { err, ok, type Result } from '../../domain/base/Result';
import type { AthStore } from '../../ports/AthStore';
import type { BenchmarkStore, StoreProblem, StoredBenchmark } from '../../ports/BenchmarkStore';
import type { Clock } from '../../ports/Clock';
import type { Identity } from '../../ports/Identity';
import type { BenchmarkUseCase, Declaration } from './BenchmarkUseCase';

const NOT_ALLOWED: StoreProblem = {
  kind: 'forbidden',
  message: 'Your role may not write records of this organization. An Editor may; nothing you typed is lost.',
};

/** Checks what a person states, then writes it where the whole organization sees it. */
export class Benchmarks implements BenchmarkUseCase {
  /** @param written called after every accepted write, so that pages show it */
  constructor(
    private readonly benchmarks: BenchmarkStore,
    private readonly aths: AthStore,
    private readonly identity: Identity,
    private readonly clock: Clock,
    private readonly written: () => void
  ) {}

  async declare(serviceKey: string, declaration: Declaration): Promise<Result<StoredBenchmark, StoreProblem>> {
    const problem = problemOf(declaration);
    if (problem) {
      return err({ kind: 'invalid', message: problem });
    }
    const at = this.clock.now();
    const { login } = this.identity;
    return this.write(() =>
      this.benchmarks.declare(serviceKey, {
        origin: 'declared',
        ...declaration,
        at,
        by: login,
        evidence: { origins: [{ kind: 'declared', by: login, at, ...(declaration.note !== null && { note: declaration.note }) }], asOf: at },
      })
    );
  }

  withdraw(id: string): Promise<Result<null, StoreProblem>> {
    return this.write(() => this.benchmarks.withdraw(id));
  }

  async voidAth(serviceKey: string, at: number, reason: string): Promise<Result<null, StoreProblem>> {
    if (reason.trim() === '') {
      return err({ kind: 'invalid', message: 'Say why this peak does not count; everybody who sees the all-time high will read it.' });
    }
    const result = await this.write(() => this.aths.void({ service: serviceKey, at, reason: reason.trim(), by: this.identity.login }));
    return result.ok ? ok(null) : result;
  }

  private async write<T>(work: () => Promise<Result<T, StoreProblem>>): Promise<Result<T, StoreProblem>> {
    if (!this.identity.mayDeclareBenchmarks) {
      return err(NOT_ALLOWED);
    }
    const result = await work();
    if (result.ok) {
      this.written();
    }
    return result;
  }
}

function problemOf({ low, high }: Declaration): string | null {
  if (!Number.isFinite(low) || low <= 0) {
    return `${low} requests/s is not a benchmark: state a number above 0.`;
  }
  if (high !== null && (!Number.isFinite(high) || high < low)) {
    return `The upper end ${high} must not be below the lower end ${low}; leave it out when the limit was not reached.`;
  }
  return null;
}
