/** Tells the start command that this process serves. */
export function reportReady(): void {
  process.send?.('ready');
}

/** Ends this process with the start command, however that one ends: a demo leaves nothing running. */
export function endWithParent(): void {
  const end = (): void => process.exit(0);
  process.on('disconnect', end);
  process.on('SIGTERM', end);
  process.on('SIGINT', end);
}

/** The n-th argument of this process; missing is a mistake of ours. */
export function requiredArgument(position: number): string {
  const value = process.argv[position + 1];
  if (value === undefined) {
    throw new Error(`argument ${position} is missing`);
  }
  return value;
}
