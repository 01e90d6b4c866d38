import { browserKilled } from './browserKilled';
import { connectionsStalled } from './connectionsStalled';
import type { Death } from './Death';
import { keeperKilled } from './keeperKilled';
import { raiseDelayed } from './raiseDelayed';
import { routerReloaded } from './routerReloaded';

/** In the order of the table. */
export const DEATHS: readonly Death[] = [browserKilled, keeperKilled, routerReloaded, connectionsStalled, raiseDelayed];
