/**
 * Gives the browser a turn: input and painting come before what follows. Not by a timer, which a hidden tab runs once a
 * second or once a minute.
 */
export function breathe(): Promise<void> {
  const scheduler: unknown = Reflect.get(globalThis, 'scheduler');
  if (canYield(scheduler)) {
    return scheduler.yield();
  }
  if (typeof MessageChannel === 'undefined') {
    return new Promise((resolve) => setTimeout(resolve, 0));
  }
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}

const canYield = (value: unknown): value is { yield(): Promise<void> } =>
  typeof value === 'object' && value !== null && typeof Reflect.get(value, 'yield') === 'function';
