import { useLayoutEffect, useState, type RefCallback } from 'react';
import { flushSync } from 'react-dom';

/** Drawn until a real width is known (and where nothing is laid out, as in tests). */
const FALLBACK_WIDTH = 640;

/**
 * Width of an element's content in whole pixels, followed while it changes. It is taken from the browser's own layout,
 * which tells it before the first paint: asking the element would force a layout of all rows while they are put in.
 */
export function useElementWidth(): readonly [ref: RefCallback<HTMLElement>, width: number] {
  const [element, setElement] = useState<HTMLElement | null>(null);
  const [width, setWidth] = useState(FALLBACK_WIDTH);
  useLayoutEffect(() => {
    if (element === null || typeof ResizeObserver === 'undefined') {
      return;
    }
    let painted = false;
    const observer = new ResizeObserver((entries) => {
      const measured = Math.floor(entries.at(-1)?.contentRect.width ?? 0) || FALLBACK_WIDTH;
      if (painted) {
        setWidth(measured);
      } else {
        painted = true;
        // Still before the first paint, so nothing jumps.
        flushSync(() => setWidth(measured));
      }
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, [element]);
  return [setElement, width];
}
