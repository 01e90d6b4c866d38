import type { DataFrame } from '@grafana/data';
import type { BarsReading } from './HeadroomBar';
import type { HeadroomOptions } from './HeadroomOptions';
import { isFleetFrame, readFleetFrame } from './readFleetFrame';
import { readPlainQueries } from './readPlainQueries';

/**
 * Reads bars from whatever the panel was given: frames of the Headroom data source, else plain queries by their letters.
 * @param asOf the moment the panel speaks of, epoch milliseconds
 */
export function readBars(frames: readonly DataFrame[], options: HeadroomOptions, asOf: number): BarsReading {
  const filled = frames.filter((frame) => frame.length > 0);
  if (filled.length === 0) {
    return { bars: [], problem: 'The queries returned no data in this time range.' };
  }
  const fleet = filled.filter(isFleetFrame);
  return fleet.length > 0 ? { bars: fleet.flatMap(readFleetFrame), problem: null } : readPlainQueries(filled, options, asOf);
}
