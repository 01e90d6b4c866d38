import type { AlertInstance } from '../../../domain/alertrules/AlertFold';
import type { RuleDocument } from '../../../domain/alertrules/RuleDocument';
import type { Preview } from '../../../engine/alerting/Preview';

/** What one service would have set off. */
export interface PreviewRow {
  readonly key: string;
  readonly service: string;
  readonly times: number;
  /** Milliseconds. */
  readonly longest: number;
  readonly total: number;
  /** Beginning of the last one, epoch milliseconds. */
  readonly last: number;
  readonly firingNow: boolean;
}

export interface PreviewSummary {
  /** Most often first. */
  readonly rows: readonly PreviewRow[];
  readonly times: number;
  readonly longest: number;
  readonly total: number;
  readonly firingNow: number;
}

/** Alerts of one or more rules, counted by service. What fires still lasts until the end of the preview. */
export function previewSummary(rules: readonly RuleDocument[], previews: readonly Preview[]): PreviewSummary {
  const rows = new Map<string, PreviewRow>();
  const titles = new Map(rules.map(({ uid, mark }) => [uid, mark]));
  for (const preview of previews) {
    const mark = titles.get(preview.uid);
    for (const instance of preview.instances) {
      const name = serviceOf(instance, mark?.group ?? []);
      const row = rows.get(name) ?? { key: name, service: name, times: 0, longest: 0, total: 0, last: 0, firingNow: false };
      rows.set(name, withInstance(row, instance, preview.window.to));
    }
  }
  const all = [...rows.values()].sort((a, b) => b.times - a.times || b.total - a.total || a.service.localeCompare(b.service));
  return {
    rows: all,
    times: sum(all.map(({ times }) => times)),
    longest: Math.max(0, ...all.map(({ longest }) => longest)),
    total: sum(all.map(({ total }) => total)),
    firingNow: all.filter(({ firingNow }) => firingNow).length,
  };
}

function withInstance(row: PreviewRow, { from, to }: AlertInstance, end: number): PreviewRow {
  const length = (to ?? end) - from;
  return {
    ...row,
    times: row.times + 1,
    longest: Math.max(row.longest, length),
    total: row.total + length,
    last: Math.max(row.last, from),
    firingNow: row.firingNow || to === null,
  };
}

/** The service by its grouping labels, and what else tells its alerts apart (a resource, a version). */
function serviceOf({ labels }: AlertInstance, group: readonly string[]): string {
  const known = new Set([...group, 'service', 'owner', 'benchmark_version']);
  const name = group.length > 0 ? group.map((label) => labels[label] ?? '').filter(Boolean).join('/') : Object.values(labels).join('/');
  const more = Object.entries(labels).flatMap(([label, value]) => (known.has(label) || group.length === 0 ? [] : [value]));
  return [name, ...more].join(', ');
}

const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0);
