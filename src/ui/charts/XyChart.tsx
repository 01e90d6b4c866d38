import { useId, useMemo, useState, type PointerEvent } from 'react';
import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import { nearestPoint } from './nearestPoint';
import { useElementWidth } from './useElementWidth';
import { XyAxes } from './XyAxes';
import { XyFit } from './XyFit';
import { xyGeometry } from './XyGeometry';
import { XyLegend } from './XyLegend';
import { XyLimitLine } from './XyLimitLine';
import type { XyModel, XyPoint } from './XyModel';
import { XyPoints } from './XyPoints';
import { XyReadout } from './XyReadout';

interface Props {
  readonly model: XyModel;
  readonly xLabel: string;
  readonly formatX: (value: number) => string;
  readonly formatY: (value: number) => string;
  /** Says in words what the picture shows. */
  readonly summary: string;
  readonly height?: number;
}

/**
 * Points against demand, with fit, band and limit. An SVG of our own and not UPlotChart: uPlot draws XY only through
 * its untyped mode 2 with hand-written path builders, and a canvas has nothing for a screen reader, a test or a
 * shape per version. A few thousand points make a handful of paths here.
 */
export function XyChart({ model, xLabel, formatX, formatY, summary, height = 260 }: Props) {
  const styles = useStyles2(getStyles);
  const clipId = useId();
  const [ref, width] = useElementWidth();
  const [under, setUnder] = useState<XyPoint | null>(null);
  const geometry = useMemo(() => {
    const xs = [...model.points.map((p) => p.x), ...model.line.map((p) => p.x), model.limit?.x ?? 0];
    const ys = [...model.points.map((p) => p.y), ...model.line.map((p) => p.fitted), model.limit?.y ?? 0];
    return xyGeometry(width, height, xs, ys);
  }, [model, width, height]);
  const groups = useMemo(() => [...new Set(model.points.map((p) => p.group))], [model]);
  const move = (event: PointerEvent<SVGSVGElement>) => {
    const box = event.currentTarget.getBoundingClientRect();
    setUnder(nearestPoint(model.points, geometry, event.clientX - box.left, event.clientY - box.top));
  };
  return (
    <div className={styles.chart}>
      <div ref={ref} className={styles.plot} style={{ height }}>
        <svg
          width={width}
          height={height}
          role="img"
          aria-label={summary}
          onPointerMove={move}
          onPointerLeave={() => setUnder(null)}
        >
          <clipPath id={clipId}>
            <rect x={geometry.left} y={geometry.top} width={geometry.plotWidth} height={geometry.plotHeight} />
          </clipPath>
          <XyAxes geometry={geometry} xLabel={xLabel} formatX={formatX} formatY={formatY} />
          <g clipPath={`url(#${clipId})`}>
            <XyPoints geometry={geometry} points={model.points} groups={groups} />
            <XyFit geometry={geometry} line={model.line} />
          </g>
          {model.limit && <XyLimitLine geometry={geometry} limit={model.limit} />}
        </svg>
        {under && <XyReadout geometry={geometry} point={under} />}
      </div>
      <XyLegend groups={groups} withLine={model.line.length > 0} />
    </div>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  chart: css({ display: 'flex', flexDirection: 'column', gap: theme.spacing(1), minWidth: 0 }),
  plot: css({ position: 'relative', overflow: 'hidden', minWidth: 0, svg: { display: 'block' } }),
});
