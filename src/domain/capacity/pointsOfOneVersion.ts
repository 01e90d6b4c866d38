import { canCarryLine } from './demandVariation';
import type { CpuPoint } from './CpuPoint';
import { versionsDiffer } from './versionsDiffer';

export type VersionChoice =
  | {
      readonly kind: 'points';
      readonly points: readonly CpuPoint[];
      readonly version: string | null;
      readonly line: string;
    }
  | { readonly kind: 'mixed'; readonly versions: readonly string[] };

/**
 * Points that speak of the code that runs now: those of the version of the newest point when they can carry a line;
 * else all, when the versions' lines do not differ; else none, because the mixture has no line.
 * @param points in any order
 */
export function pointsOfOneVersion(points: readonly CpuPoint[]): VersionChoice {
  const groups = byVersion(points);
  const newest = points.reduce<CpuPoint | null>((a, b) => (a === null || b.at >= a.at ? b : a), null);
  const version = newest?.version ?? null;
  const own = groups.get(version) ?? [];
  if (groups.size <= 1) {
    return { kind: 'points', points, version, line: `the CPU line rests on ${points.length} hours of ${name(version)}` };
  }
  if (canCarryLine(own)) {
    return {
      kind: 'points',
      points: own,
      version,
      line: `the CPU line rests on ${own.length} hours of ${name(version)}, other versions left out`,
    };
  }
  if (versionsDiffer([...groups.values()])) {
    return { kind: 'mixed', versions: [...groups.keys()].map(name) };
  }
  return {
    kind: 'points',
    points,
    version: null,
    line: `the CPU line rests on ${points.length} hours of ${groups.size} versions whose lines do not differ as far as can be seen`,
  };
}

function byVersion(points: readonly CpuPoint[]): Map<string | null, CpuPoint[]> {
  const groups = new Map<string | null, CpuPoint[]>();
  for (const point of points) {
    const group = groups.get(point.version) ?? [];
    group.push(point);
    groups.set(point.version, group);
  }
  return groups;
}

const name = (version: string | null): string => (version === null ? 'an unnamed version' : `version ${version}`);
