import * as z from 'zod/mini';

/** Annotation that holds the mark. Grafana leaves names between double underscores out of messages. */
export const MARK = '__headroom__';

const shape = z.object({
  v: z.literal(1),
  intent: z.string(),
  params: z.record(z.string(), z.number()),
  tier: z.nullable(z.string()),
  source: z.string(),
  profile: z.string(),
  group: z.array(z.string()),
  /** Grouping values and limit of each service, in the order of the expression. */
  limits: z.array(z.tuple([z.array(z.string()), z.number()])),
  /** Hash of the expression, by which a change in Grafana is told from one of the facts; marks of before have none. */
  made: z.optional(z.string()),
  severity: z.optional(z.string()),
});

/** What a rule was written from: enough to tell later what has changed. */
export type RuleMark = z.infer<typeof shape>;

// Go templates begin with two braces; within JSON they can only stand in texts.
const TEMPLATE = /\{(?=\{)/g;

/** The mark as the text of an annotation. */
export const writeMark = (mark: RuleMark): string => JSON.stringify(mark).replace(TEMPLATE, '\\u007b');

/** Null when it is not a mark of this version. */
export function readMark(text: string | undefined): RuleMark | null {
  if (text === undefined) {
    return null;
  }
  try {
    const parsed = shape.safeParse(JSON.parse(text));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}
