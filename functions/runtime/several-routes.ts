import type * as z from 'zod';
import type { HttpHandler } from './http.ts';
import type { Route } from './route.ts';

type Edge<Deps, OperationId extends string> = {
  readonly route: Route<z.ZodType, z.ZodType, z.ZodType, OperationId>;
  readonly newHandler: (deps: () => Deps) => HttpHandler;
};

/**
 * One function for several routes that need the same rights, each answered by its own handler. Every function costs its stack
 * half a dozen of the 500 resources that CloudFormation allows, so routes do not each have one where it would protect nothing.
 */
export const severalRoutes = <Deps, OperationId extends string>(
  edges: readonly Edge<Deps, OperationId>[],
) => ({
  routes: edges.map(({ route }) => route),
  newHandler: (deps: () => Deps): HttpHandler => {
    const handlers = new Map(
      edges.map(({ route, newHandler }) => [`${route.method} ${route.path}`, newHandler(deps)]),
    );
    return async (event, context) => {
      const name = `${event.httpMethod} ${event.resource}`;
      const handler = handlers.get(name);
      if (handler === undefined) throw new TypeError(`${name} was led to a function that does not answer it`);
      return handler(event, context);
    };
  },
});
