import { DAY } from '../../domain/base/Duration';
import type { Clock } from '../../ports/Clock';
import type { Ledger } from '../../ports/Ledger';
import type { Priority } from './QueryLayer';

const COUNTER = 'samples';

/**
 * Samples read today (UTC) by all tabs of this browser. When an admin's limit is reached, filling history stops until
 * tomorrow; what a person looks at now is always asked.
 */
export class DailyBudget {
  private total = 0;
  private day = '';

  /** @param limit samples a day, null = no limit; asked every time, since settings arrive later than the first query */
  constructor(
    private readonly ledger: Ledger,
    private readonly clock: Clock,
    private readonly limit: () => number | null
  ) {}

  /** Samples read today as far as this tab knows: other tabs' are learned with every own request. */
  get spent(): number {
    return this.day === this.today() ? this.total : 0;
  }

  async add(samples: number): Promise<void> {
    const day = this.today();
    this.total = (this.day === day ? this.total : 0) + samples;
    this.day = day;
    const shared = await this.ledger.tally(COUNTER, day, samples);
    if (this.day === day) {
      this.total = Math.max(this.total, shared);
    }
  }

  /** Why a request may not be sent, for a person; null when it may. */
  async refusal(priority: Priority): Promise<string | null> {
    const limit = this.limit();
    if (limit === null || priority === 'now' || priority === 'page') {
      return null;
    }
    await this.add(0);
    return this.spent < limit ? null : refusalText(this.spent, limit);
  }

  private today(): string {
    return new Date(Math.floor(this.clock.now() / DAY) * DAY).toISOString().slice(0, 10);
  }
}

const refusalText = (spent: number, limit: number): string =>
  `Today's limit of ${limit.toLocaleString('en')} samples is used up (${spent.toLocaleString('en')} read by this browser). ` +
  'History goes on tomorrow (UTC); an Admin can raise the limit, and recording rules make history far cheaper.';
