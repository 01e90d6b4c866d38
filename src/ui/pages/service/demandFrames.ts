import { FieldColorModeId, type DataFrame, type FieldConfig } from '@grafana/data';
import { GraphDrawStyle, LineInterpolation, VisibilityMode, type GraphFieldConfig } from '@grafana/schema';
import { valueOf } from '../../../domain/base/Figure';
import { contains } from '../../../domain/base/TimeWindow';
import type { ServiceView } from '../../../engine/service/ServiceView';
import { pointsFrame, seriesFrame } from '../../charts/seriesFrame';

const config = (colour: string, custom: GraphFieldConfig): FieldConfig<GraphFieldConfig> => ({
  unit: 'reqps',
  min: 0,
  color: { mode: FieldColorModeId.Fixed, fixedColor: colour },
  custom: {
    drawStyle: GraphDrawStyle.Line,
    lineWidth: 1,
    fillOpacity: 0,
    showPoints: VisibilityMode.Never,
    spanNulls: false,
    ...custom,
  },
});

const DEMAND = config('blue', { fillOpacity: 20 });
const CAPACITY = config('green', { lineWidth: 2, lineInterpolation: LineInterpolation.StepAfter });
const BASIS = config('orange', { lineWidth: 1, lineStyle: { fill: 'dash', dash: [8, 6] } });
const HIGHS = config('red', { drawStyle: GraphDrawStyle.Points, showPoints: VisibilityMode.Always, pointSize: 11 });

/** Demand, capacity, peak basis and the all-time highs of the range; what is unknown is left out. */
export function demandFrames(view: ServiceView): DataFrame[] {
  const frames: DataFrame[] = [];
  if (view.demand !== null) {
    frames.push(seriesFrame('Demand', view.demand, DEMAND));
  }
  if (view.capacity !== null) {
    frames.push(seriesFrame('Capacity', view.capacity, CAPACITY));
  }
  return [...frames, ...basisFrame(view), ...highsFrame(view)];
}

function basisFrame({ facts, range }: ServiceView): DataFrame[] {
  const isAth = facts?.policy.peakBasis === 'ath';
  const basis = facts === null ? null : valueOf((isAth ? facts.ath : facts.thirdPeak).figure);
  const name = isAth ? 'Peak basis: ATH' : 'Peak basis: third-highest daily peak';
  return basis === null ? [] : [pointsFrame(name, [range.from, range.to], [basis, basis], BASIS)];
}

function highsFrame({ peaks, range }: ServiceView): DataFrame[] {
  const highs = new Map<number, number>();
  for (const entry of peaks.ledger.filter((e) => e.voided === null)) {
    highs.set(entry.at, entry.value);
  }
  const ath = valueOf(peaks.ath.figure);
  if (peaks.ath.at !== null && ath !== null) {
    highs.set(peaks.ath.at, ath);
  }
  const shown = [...highs].filter(([at]) => contains(range, at)).sort(([a], [b]) => a - b);
  return shown.length === 0
    ? []
    : [
        pointsFrame(
          'All-time high',
          shown.map(([at]) => at),
          shown.map(([, value]) => value),
          HIGHS
        ),
      ];
}
