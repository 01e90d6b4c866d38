import { getBackendSrv, isFetchError } from '@grafana/runtime';
import { lastValueFrom } from 'rxjs';
import * as z from 'zod/mini';
import { err, ok, type Result } from '../../domain/base/Result';
import { DAY } from '../../domain/base/Duration';
import type { Clock } from '../../ports/Clock';
import type { StoreProblem } from '../../ports/BenchmarkStore';
import { decodeRecord } from '../../domain/records/recordText';
import { serviceTag } from '../../domain/records/serviceTag';

const PAGE = 1000;
const MAX_PAGES = 20;
const YEARS = 5;

const annotation = z.object({ id: z.number(), time: z.number(), timeEnd: z.optional(z.number()), text: z.string(), login: z.optional(z.string()) });
const created = z.object({ id: z.number() });

export interface RawRecord {
  readonly id: string;
  readonly at: number;
  /** Login of the writer, as Grafana noted it; empty when it did not. */
  readonly login: string;
  /** Undefined when the text holds no readable record. */
  readonly record: unknown;
}

/**
 * Organization annotations as an append-only record store: tags find them, the text holds them.
 * Editors write, Viewers read; any dashboard can show them by tag.
 */
export class Annotations {
  constructor(private readonly clock: Clock) {}

  /** All records that carry one of the tags, newest first. */
  async list(tags: readonly string[]): Promise<Result<readonly RawRecord[], StoreProblem>> {
    const records = new Map<string, RawRecord>();
    let to = this.clock.now() + DAY;
    let limit = PAGE;
    try {
      for (let page = 0; page < MAX_PAGES; page++) {
        const rows = await this.page(tags, to, limit);
        rows.forEach((row) => records.set(row.id, row));
        const oldest = Math.min(...rows.map((row) => row.at));
        if (rows.length < limit) {
          break;
        }
        // Pages are told apart by time alone: a whole page of one moment (the peaks of one day) needs a longer page.
        limit = oldest < to ? limit : 2 * limit;
        to = oldest;
      }
      return ok([...records.values()]);
    } catch (error) {
      return err(problemOf(error, 'read'));
    }
  }

  /** @param text writes the record; it may refuse one that is too long; @param tags beside kind, service and schema */
  async add(kind: string, service: string, at: number, text: () => string, tags: readonly string[] = []): Promise<Result<string, StoreProblem>> {
    try {
      const response = await lastValueFrom(
        getBackendSrv().fetch<unknown>({
          url: '/api/annotations',
          method: 'POST',
          // Grafana refuses a time with a fraction, which sample times have.
          data: { time: Math.round(at), text: text(), tags: [kind, serviceTag(service), 'schema:1', ...tags] },
          showErrorAlert: false,
          showSuccessAlert: false,
        })
      );
      return ok(String(z.parse(created, response.data).id));
    } catch (error) {
      return err(problemOf(error, 'write'));
    }
  }

  private async page(tags: readonly string[], to: number, limit: number): Promise<RawRecord[]> {
    const response = await lastValueFrom(
      getBackendSrv().fetch<unknown>({
        url: '/api/annotations',
        params: { tags, matchAny: true, type: 'annotation', limit, from: this.clock.now() - YEARS * 365 * DAY, to },
        showErrorAlert: false,
      })
    );
    return z.parse(z.array(annotation), response.data).map((row) => ({
      id: String(row.id),
      // Grafana pages by the end of a record.
      at: row.timeEnd ?? row.time,
      login: row.login ?? '',
      record: decodeRecord(row.text),
    }));
  }
}

function problemOf(error: unknown, doing: 'read' | 'write'): StoreProblem {
  if (error instanceof RangeError) {
    return { kind: 'invalid', message: error.message };
  }
  if (!isFetchError(error)) {
    return { kind: 'invalid', message: `Grafana's annotations answered something unexpected: ${String(error)}` };
  }
  if (error.status === 401 || error.status === 403) {
    return {
      kind: 'forbidden',
      message:
        doing === 'write'
          ? 'Your role may not write annotations of this organization, where Headroom keeps its records. An Editor may.'
          : 'Your role may not read annotations of this organization, where Headroom keeps its records.',
    };
  }
  return { kind: 'unreachable', message: `Grafana's annotations could not be ${doing === 'read' ? 'read' : 'written'} (${error.status || 'no answer'}). Try again.` };
}
