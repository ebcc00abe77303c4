import { realBusinessClock } from '../aws/real-business-clock.ts';
import { lazy } from '../runtime/lazy.ts';

/**
 * A handler as it is deployed: its real dependencies are made on its first call, not when its file is loaded. Each call
 * begins by reading the business clock, which on a stage for trying things out may have been moved since the last one.
 */
export const onBusinessClock = <Deps, Event, Context, Answer>(
  newHandler: (deps: () => Deps) => (event: Event, context: Context) => Promise<Answer>,
  realDeps: () => Deps,
): ((event: Event, context: Context) => Promise<Answer>) => {
  const handler = newHandler(lazy(realDeps));
  return async (event, context) => {
    await realBusinessClock().refresh();
    return handler(event, context);
  };
};
