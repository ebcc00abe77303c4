import type { OpenSandbox } from '../../sandbox/game-day/drill-stage.ts';
import { createSandbox } from '../../sandbox/sandbox.ts';
import { watchedOptions } from './personal-data/watched-worlds.ts';

/** Opens a sandbox of which nothing personal may stand where others read it. */
export const openWatched: OpenSandbox = async (options) => {
  const watched = watchedOptions(options);
  const sandbox = await createSandbox(watched.options);
  watched.opened(sandbox);
  return sandbox;
};
