import type { JudgeWindow } from '../canary/Judge';
import { FEWEST_PRE_RUN, FIRST_LOOK, USUAL_SHIFTS } from '../canary/judgeRules';
import { shiftError } from '../canary/judgeShift';
import { median } from '../stats/median';
import { seriesNoise } from '../stats/seriesNoise';
import { studentTQuantile } from '../stats/studentTQuantile';
import { JUDGED } from './windowReading';

const POWER = 0.8;

/**
 * Shift of mean latency that the first look of the judge stops with 80 % power, as a factor: the shift it tolerates, and on
 * top what the noise hides. Noise and its correlation from log(target / median of peers) in windows before the run, reckoned
 * as the judge does. Null with fewer windows than it decides anything with.
 * @param against false for two versions side by side, which are compared without what was before
 * @param tolerated shift above which the plan stops, as a factor
 */
export function visibleShiftOf(windows: readonly JudgeWindow[], against = true, tolerated = USUAL_SHIFTS.stop): number | null {
  const logs = windows.map(logRatio).filter((x) => x !== null);
  const noise = seriesNoise(logs);
  if (noise === null || logs.length < FEWEST_PRE_RUN) {
    return null;
  }
  const certain = studentTQuantile(1 - FIRST_LOOK.stopAlpha, noise.df) + studentTQuantile(POWER, noise.df);
  return tolerated * Math.exp(certain * shiftError(noise, noise.sd ** 2, FIRST_LOOK.windows, against));
}

function logRatio({ target, peers }: JudgeWindow): number | null {
  const ours = target.values[JUDGED.latency] ?? null;
  const theirs = median(peers.map((p) => p.values[JUDGED.latency] ?? NaN).filter(Number.isFinite)) ?? null;
  return ours === null || theirs === null || !(ours > 0) || !(theirs > 0) ? null : Math.log(ours / theirs);
}
