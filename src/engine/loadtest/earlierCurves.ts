import type { JudgeWindow } from '../../domain/canary/Judge';
import type { LoadCurve } from '../../domain/capacity/LoadCurve';
import { judgeWindowMs } from '../../domain/ramp/judgeWindowMs';
import { latencyCurve } from '../../domain/ramp/latencyCurve';
import type { RampPlan } from '../../domain/ramp/Plan';
import { JUDGED } from '../../domain/ramp/windowReading';
import { seriesNoise, type SeriesNoise } from '../../domain/stats/seriesNoise';
import { isAbortError } from '../../ports/AbortError';
import type { EarlierRuns, ReadEarlierRuns } from './earlierRuns';
import { preRunOf } from './preRunOf';
import type { RunTime } from './RunTime';
import type { TelemetryFacts, TelemetryReading } from './telemetry/Telemetry';

/** Latency at load as earlier runs had it; null where they say too little. */
export interface EarlierCurves {
  readonly mean: LoadCurve | null;
  readonly p99: LoadCurve | null;
}

const NOT_ASKED: EarlierRuns = { runs: [], lack: null };
const NONE: EarlierCurves = { mean: null, p99: null };

/** Only a search for the limit judges latency by them. A run does not fail for want of them. */
export async function earlierOf({ result }: Pick<RampPlan, 'result'>, { earlier, time }: { readonly earlier?: ReadEarlierRuns; readonly time: RunTime }, facts: TelemetryFacts | null, signal: AbortSignal): Promise<EarlierRuns> {
  if (earlier === undefined || facts === null || result !== 'limit') {
    return NOT_ASKED;
  }
  try {
    return await earlier({ version: facts.version, spec: facts.spec, now: time.keeperNow() }, signal);
  } catch (reason) {
    if (isAbortError(reason)) {
      throw reason;
    }
    return { runs: [], lack: reason instanceof Error ? reason.message : String(reason) };
  }
}

/** The windows before the run tell how much latency wanders by itself from one to the next. */
export function curvesOf(plan: Pick<RampPlan, 'pairedWith'>, { runs }: EarlierRuns, reading: TelemetryReading | null, facts: TelemetryFacts | null): EarlierCurves {
  if (runs.length === 0 || reading === null || facts === null) {
    return NONE;
  }
  const length = judgeWindowMs(facts.scrapeMs);
  const noise = noiseOf(preRunOf(plan, reading, facts.scrapeMs, null));
  return { mean: latencyCurve(runs, (p) => p.meanSeconds, noise, length), p99: latencyCurve(runs, (p) => p.p99Seconds, noise, length) };
}

const noiseOf = (windows: readonly JudgeWindow[]): SeriesNoise | null => seriesNoise(windows.map(({ target }) => Math.log(target.values[JUDGED.latency] ?? NaN)).filter(Number.isFinite));

/** Which runs latency is held against, or why none is; null = none was asked for. */
export function earlierWords({ runs, lack }: EarlierRuns, { mean }: EarlierCurves): string | null {
  const [from, to] = [mean?.points[0]?.demand, mean?.points.at(-1)?.demand];
  if (mean !== null && from !== undefined && to !== undefined) {
    return `Latency is held against ${mean.source}, from ${Math.round(from)} to ${Math.round(to)} requests/s.`;
  }
  const why = lack ?? (runs.length > 0 ? 'they have fewer than three demands that are apart' : null);
  return why === null ? null : `Latency cannot be held against earlier runs: ${why}.`;
}
