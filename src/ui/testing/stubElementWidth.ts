/** Lets observed elements be this wide, as a browser tells after its layout. Needs `stubBrowser`; undone by `restoreAllMocks`. */
export function stubElementWidth(width: number): void {
  const contentRect = { width, height: 0, x: 0, y: 0, top: 0, left: 0, right: width, bottom: 0 } as DOMRectReadOnly;
  jest.spyOn(globalThis, 'ResizeObserver').mockImplementation((callback) => {
    const observer: ResizeObserver = {
      observe: (target) => queueMicrotask(() => callback([{ target, contentRect } as ResizeObserverEntry], observer)),
      unobserve: () => undefined,
      disconnect: () => undefined,
    };
    return observer;
  });
}
