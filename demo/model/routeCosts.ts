import { type Route } from '../history/serviceDefinition';

const known = new WeakMap<readonly Route[], readonly number[]>();

/** Cost of each route with the mean over the request mix made exactly 1; remembered, because every tick asks. */
export function routeCosts(routes: readonly Route[]): readonly number[] {
  const costs = known.get(routes) ?? normalised(routes);
  known.set(routes, costs);
  return costs;
}

function normalised(routes: readonly Route[]): readonly number[] {
  const mean = routes.reduce((sum, route) => sum + route.share * route.cost, 0);
  return routes.map((route) => route.cost / mean);
}
