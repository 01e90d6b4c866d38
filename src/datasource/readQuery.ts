import * as z from 'zod/mini';
import { err, ok, type Result } from '../domain/base/Result';
import { writeList } from '../domain/base/writeList';
import { TIERS } from '../domain/catalogue/Tier';
import type { Selection } from '../engine/datasource/Selection';
import type { Format, HeadroomQuery, PeakSpan } from './HeadroomQuery';
import { QUERY_TYPES, type QueryType } from './QueryType';

const texts = z.catch(
  z.union([
    z.array(z.string()),
    z.pipe(
      z.string(),
      z.transform((text) => [text])
    ),
  ]),
  []
);
const shape = z.object({
  queryType: z.optional(z.string()),
  services: texts,
  tiers: texts,
  owners: texts,
  format: z.optional(z.string()),
  peak: z.optional(z.string()),
  annotation: z.catch(z.optional(z.boolean()), false),
});

/** A query that was understood, its variables replaced. */
export interface ReadyQuery {
  readonly refId: string;
  readonly type: QueryType;
  readonly selection: Selection;
  readonly format: Format | null;
  readonly peak: PeakSpan;
  /** Texts are wanted as HTML. */
  readonly annotation: boolean;
}

/** Turns one text into the values it stands for: itself, or those of a template variable. */
export type Expand = (text: string) => readonly string[];

/** Reads what a dashboard kept; somebody may have written it by hand. The error names the value and the way out. */
export function readQuery(query: HeadroomQuery, expand: Expand): Result<ReadyQuery, string> {
  const parsed = shape.safeParse(query);
  if (!parsed.success) {
    return err('This query cannot be read: remove it and add a new one.');
  }
  const { queryType, format, peak, services, tiers, owners, annotation = false } = parsed.data;
  const type = QUERY_TYPES.find((t) => t === queryType);
  if (!type) {
    return err(`Unknown query type "${queryType ?? ''}": choose one of ${writeList(QUERY_TYPES)}.`);
  }
  const wantedTiers = named(tiers.flatMap(expand));
  const strange = wantedTiers.find((tier) => !TIERS.some((t) => t === tier));
  if (strange !== undefined) {
    return err(`Unknown tier "${strange}": choose one of ${writeList(TIERS)}.`);
  }
  const wantedFormat = oneOf(['series', 'table'] as const, format);
  const wantedPeak = oneOf(['hour', 'day', 'ath'] as const, peak);
  if (wantedFormat === undefined || wantedPeak === undefined) {
    return err(
      wantedFormat === undefined
        ? `Unknown format "${format ?? ''}": choose series or table.`
        : `Unknown peak "${peak ?? ''}": choose hour, day or ath.`
    );
  }
  const selection = {
    services: named(services.flatMap(expand)),
    tiers: wantedTiers,
    owners: named(owners.flatMap(expand)),
  };
  return ok({ refId: query.refId, type, selection, format: wantedFormat, peak: wantedPeak ?? 'ath', annotation });
}

/** Undefined for a text that is none of them, null for none at all. */
function oneOf<T extends string>(choices: readonly T[], text: string | undefined): T | null | undefined {
  return text === undefined || text === '' ? null : choices.find((choice) => choice === text);
}

/** What stands for all: an "All" whose custom value is a pattern, an empty choice. */
const EVERYTHING = new Set(['', '*', '.*', '.+', '$__all', 'All', 'all']);

/** Named values, or none when all are meant. */
function named(values: readonly string[]): readonly string[] {
  const trimmed = values.map((v) => v.trim());
  return trimmed.some((v) => EVERYTHING.has(v)) ? [] : [...new Set(trimmed)];
}
