/** Zones of the instances of a service, in slot order and then again from the first. */
export const THREE_ZONES: readonly string[] = ['eu-1a', 'eu-1b', 'eu-1c'];
export const TWO_ZONES: readonly string[] = ['eu-1a', 'eu-1b'];
/** Three of four in one zone. */
export const CROWDED_ZONES: readonly string[] = ['eu-1a', 'eu-1a', 'eu-1a', 'eu-1b'];
