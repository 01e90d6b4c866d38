import type { CanaryQuery } from '../../domain/canary/aca/CanaryConfig';
import { canaryQueries } from '../../domain/canary/aca/canaryQueries';
import { parseCanaryConfig } from '../../domain/canary/aca/parseCanaryConfig';
import type { JudgeWindow, WindowReading } from '../../domain/canary/Judge';
import type { SubjectSamples } from '../../domain/guards/SubjectSamples';
import type { RampPlan } from '../../domain/ramp/Plan';
import type { CanaryValues } from './telemetry/Telemetry';

/** What a plan's canary configuration asks for, by metric; empty = nothing. */
export function queriesOf({ judge }: Pick<RampPlan, 'judge'>): ReadonlyMap<string, CanaryQuery> {
  const parsed = judge.kind === 'aca' ? parseCanaryConfig(judge.config) : null;
  return parsed?.ok ? canaryQueries(parsed.value.config) : new Map();
}

/** Adds to each reading what its window ended with. @param windows as {@link judgeWindow} makes them of the subjects: peers in their order */
export function canaryWindows(windows: readonly JudgeWindow[], subjects: readonly SubjectSamples[], pairedWith: string | null, read: ReadonlyMap<string, CanaryValues>): readonly JudgeWindow[] {
  const named = (role: SubjectSamples['role']): readonly string[] => subjects.filter((s) => s.role === role && (role === 'target' || pairedWith === null || s.subject === pairedWith)).map(({ subject }) => subject);
  const [target = ''] = named('target');
  const peers = named('peer');
  const add = (reading: WindowReading, member: string, end: number): WindowReading => ({
    ...reading,
    values: { ...reading.values, ...Object.fromEntries([...read].map(([name, values]) => [name, values.get(member)?.get(Math.round(end)) ?? NaN])) },
  });
  return windows.map((window) => ({
    ...window,
    target: add(window.target, target, window.to),
    peers: window.peers.map((peer, i) => add(peer, peers[i] ?? '', window.to)),
  }));
}
