import type { TimeWindow } from './TimeWindow';

/** One question that was asked of a data source. */
export interface QueryOrigin {
  readonly kind: 'query';
  readonly source: string;
  readonly expr: string;
  /** Set for a range query; `step` in milliseconds. */
  readonly range?: TimeWindow & { readonly step: number };
  /** Asked of all services at once: a figure of one service is one row of the answer. */
  readonly grouped?: true;
}

/** Something a person stated. */
export interface DeclaredOrigin {
  readonly kind: 'declared';
  readonly by: string;
  readonly at: number;
  readonly note?: string;
}

/** Something set by policy or settings. */
export interface PolicyOrigin {
  readonly kind: 'policy';
  readonly text: string;
}

/** Worked out of other figures; `lines` is the arithmetic as a person would write it. */
export interface DerivedOrigin {
  readonly kind: 'derived';
  readonly lines: readonly string[];
}

export type Origin = QueryOrigin | DeclaredOrigin | PolicyOrigin | DerivedOrigin;

/** What a figure rests on. */
export interface Evidence {
  readonly origins: readonly Origin[];
  /** Newest sample behind the figure, epoch milliseconds. */
  readonly asOf?: number;
  /** Span of time the figure speaks of. */
  readonly window?: TimeWindow;
  /** Share of expected samples present, 0 to 1. */
  readonly coverage?: number;
  /** True when newer data should exist and could not be read. */
  readonly stale?: boolean;
  /** True while history is still being read. */
  readonly partial?: boolean;
  readonly notes?: readonly string[];
}

export const NO_EVIDENCE: Evidence = { origins: [] };

/** Evidence of a figure worked out of others: all origins, the oldest freshness, the lowest coverage. */
export function combineEvidence(parts: readonly Evidence[], lines: readonly string[] = []): Evidence {
  const numbers = (pick: (e: Evidence) => number | undefined) => parts.map(pick).filter((n): n is number => n !== undefined);
  const asOf = numbers((e) => e.asOf);
  const coverage = numbers((e) => e.coverage);
  const notes = [...new Set(parts.flatMap((e) => e.notes ?? []))];
  return {
    origins: [...(lines.length > 0 ? [{ kind: 'derived' as const, lines }] : []), ...uniqueOrigins(parts.flatMap((e) => e.origins))],
    ...(asOf.length > 0 && { asOf: Math.min(...asOf) }),
    ...(coverage.length > 0 && { coverage: Math.min(...coverage) }),
    ...(parts.some((e) => e.stale) && { stale: true }),
    ...(parts.some((e) => e.partial) && { partial: true }),
    ...(notes.length > 0 && { notes }),
  };
}

function uniqueOrigins(origins: readonly Origin[]): Origin[] {
  const seen = new Map<string, Origin>();
  for (const origin of origins) {
    seen.set(JSON.stringify(origin), origin);
  }
  return [...seen.values()];
}
