import * as z from 'zod/mini';
import type { KeeperAnswer } from '../pool/Refusal';

/** What became of an order left as a file; the keeper leaves it beside the order for who waits. */
export const orderResultSchema = z.object({
  /** Done and confirmed; begun, but not confirmed in time; not carried out. */
  outcome: z.enum(['done', 'unconfirmed', 'failed']),
  detail: z.string(),
});

export type OrderResult = z.infer<typeof orderResultSchema>;

export function orderResultOf(answer: KeeperAnswer<unknown>): OrderResult {
  if (answer.kind === 'refused') {
    return { outcome: 'failed', detail: answer.detail };
  }
  return answer.status === 202 ? { outcome: 'unconfirmed', detail: 'a baseline, or what was written down, is not confirmed yet' } : { outcome: 'done', detail: '' };
}
