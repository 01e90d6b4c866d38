import type { MemberCounters } from '../../../src/domain/routing/poolSchema';
import type { RouterMember } from '../RouterAdapter';
import type { RuntimeRow } from './runtimeAnswers';
import { RuntimeSocketError } from './RuntimeSocket';

const WITHOUT_CHECK = 'no check';

function countOf(row: RuntimeRow, column: string): number | undefined {
  const text = row[column];
  const value = Number(text);
  return text === undefined || text === '' || !Number.isFinite(value) || value < 0 ? undefined : value;
}

function sumOf(row: RuntimeRow, ...columns: readonly string[]): number | undefined {
  const counts = columns.map((column) => countOf(row, column)).filter((count) => count !== undefined);
  return counts.length === 0 ? undefined : counts.reduce((sum, count) => sum + count, 0);
}

/**
 * Running totals of one server by its row of `show stat`. `completed` is what no longer occupies the server, however it ended;
 * `errors` are answers of 500 and above, failed connections, and answers that broke off.
 */
export function serverCounters(row: RuntimeRow): MemberCounters {
  const sent = countOf(row, 'stot');
  const occupying = countOf(row, 'scur');
  return {
    sent,
    completed: sent === undefined || occupying === undefined ? undefined : Math.max(0, sent - occupying),
    errors: sumOf(row, 'hrsp_5xx', 'econ', 'eresp'),
    retries: sumOf(row, 'wretr', 'wredis'),
    queue: countOf(row, 'qcur'),
  };
}

/** A server takes new requests when it is up or unchecked; weight 0 shows as a share of 0, not as a failure. */
export function isServing(status: string): boolean {
  return status === WITHOUT_CHECK || status.startsWith('UP');
}

function weightOf(row: RuntimeRow, column: string): number {
  const value = countOf(row, column);
  if (value === undefined) {
    throw new RuntimeSocketError(`HAProxy tells no weight (${column}) of server ${row.srv_name ?? '?'}`);
  }
  return value;
}

/** Servers of one backend from the rows of `show servers state` and `show stat`. @throws RuntimeSocketError when the two do not fit */
export function serverMembers(states: readonly RuntimeRow[], stats: readonly RuntimeRow[]): readonly RouterMember[] {
  const statOf = new Map(stats.map((row) => [row.svname ?? '', row]));
  return states.map((state) => {
    const id = state.srv_name ?? '';
    const stat = statOf.get(id);
    if (!stat) {
      throw new RuntimeSocketError(`HAProxy names server ${id} in its state and not in its statistics`);
    }
    const health = stat.status ?? '';
    return {
      id,
      weight: weightOf(state, 'srv_uweight'),
      configured: weightOf(state, 'srv_iweight'),
      serving: isServing(health),
      health,
      counters: serverCounters(stat),
    };
  });
}
