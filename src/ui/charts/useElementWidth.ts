import { useLayoutEffect, useState, type RefCallback } from 'react';

/** Drawn until a real width is known (and where nothing is laid out, as in tests). */
const FALLBACK_WIDTH = 640;

/** Width of an element in whole pixels, followed while it changes. Measured before the first paint, so nothing jumps. */
export function useElementWidth(): readonly [ref: RefCallback<HTMLElement>, width: number] {
  const [element, setElement] = useState<HTMLElement | null>(null);
  const [width, setWidth] = useState(FALLBACK_WIDTH);
  useLayoutEffect(() => {
    if (element === null) {
      return;
    }
    const measure = () => setWidth(Math.floor(element.getBoundingClientRect().width) || FALLBACK_WIDTH);
    measure();
    if (typeof ResizeObserver === 'undefined') {
      return;
    }
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, [element]);
  return [setElement, width];
}
