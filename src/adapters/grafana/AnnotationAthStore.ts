import * as z from 'zod/mini';
import { err, ok, type Result } from '../../domain/base/Result';
import { encodeRecord } from '../../domain/records/recordText';
import { serviceName } from '../../domain/records/serviceName';
import type { AthStore, AthVoid, PublishedAth, PublishedAths } from '../../ports/AthStore';
import type { StoreProblem } from '../../ports/BenchmarkStore';
import type { Annotations } from './Annotations';

const ATH = 'headroom:ath';
const VOID = 'headroom:ath-void';

const athRecord = z.object({
  schema: z.literal(1),
  service: z.string(),
  value: z.number().check(z.positive()),
  at: z.number(),
  window: z.number().check(z.positive()),
  step: z.number().check(z.positive()),
  censored: z.boolean(),
  by: z.string(),
});
const voidRecord = z.object({ schema: z.literal(1), service: z.string(), at: z.number(), reason: z.string(), by: z.string() });

/** All-time highs and their voids as organization annotations, so that what one browser found is not private. */
export class AnnotationAthStore implements AthStore {
  constructor(private readonly annotations: Annotations) {}

  async list(): Promise<Result<PublishedAths, StoreProblem>> {
    const records = await this.annotations.list([ATH, VOID]);
    if (!records.ok) {
      return records;
    }
    const aths: PublishedAth[] = [];
    const voids: AthVoid[] = [];
    let unreadable = 0;
    for (const { id, login, record } of records.value) {
      const ath = athRecord.safeParse(record);
      const voided = voidRecord.safeParse(record);
      if (ath.success) {
        const { schema: _schema, ...fields } = ath.data;
        aths.push({ ...fields, id, by: login || fields.by });
      } else if (voided.success) {
        const { schema: _schema, ...fields } = voided.data;
        voids.push({ ...fields, id, by: login || fields.by });
      } else {
        unreadable++;
      }
    }
    return ok({ aths, voids, unreadable });
  }

  async publish(ath: Omit<PublishedAth, 'id'>): Promise<Result<PublishedAth, StoreProblem>> {
    const line = `New all-time high of ${serviceName(ath.service)}: ${ath.censored ? 'at least ' : ''}${Number(ath.value.toPrecision(4))} requests/s`;
    const added = await this.annotations.add(ATH, ath.service, ath.at, () => encodeRecord(line, { schema: 1, ...ath }));
    return added.ok ? ok({ ...ath, id: added.value }) : err(added.error);
  }

  async void(v: Omit<AthVoid, 'id'>): Promise<Result<AthVoid, StoreProblem>> {
    const added = await this.annotations.add(VOID, v.service, v.at, () => encodeRecord(`All-time high of ${serviceName(v.service)} void: ${v.reason}`, { schema: 1, ...v }));
    return added.ok ? ok({ ...v, id: added.value }) : err(added.error);
  }
}
