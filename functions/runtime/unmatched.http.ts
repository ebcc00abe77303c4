import { type HttpDeps, http } from './http.ts';
import { problemAnswer } from './problem.ts';
import { matchPath } from './route.ts';

/**
 * Answers every call that no route takes: 405 with the methods its path has, or 404. The gateway's own answers would be
 * a 403, and one that repeats the token.
 */
export const newHandler =
  (routes: () => readonly { readonly method: string; readonly path: string }[]) => (deps: () => HttpDeps) =>
    http(deps, async (_, { path }) => {
      const methods = routes()
        .filter((route) => matchPath(route.path, path) !== undefined)
        .map(({ method }) => method);
      if (methods.length === 0) return problemAnswer({ code: 'route.not_found' }, path);
      const allow = [...new Set(methods)].sort().join(', ');
      return problemAnswer(
        { code: 'method.not_allowed', detail: `Allowed here: ${allow}.`, headers: { allow } },
        path,
      );
    });
