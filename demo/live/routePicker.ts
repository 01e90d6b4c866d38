import { type Route } from '../history/serviceDefinition';

/** Picks routes in the shares of the service's request mix. */
export function routePicker(routes: readonly Route[], random: () => number): () => string {
  const total = routes.reduce((sum, route) => sum + route.share, 0);
  return () => {
    let left = random() * total;
    for (const route of routes) {
      left -= route.share;
      if (left <= 0) {
        return route.path;
      }
    }
    return routes[routes.length - 1]?.path ?? '/';
  };
}
