import { measured } from '../metrics/metrics.ts';
import type { Telemetry } from '../runtime/telemetry.ts';

/**
 * What is told of a setting that could not be read anew while its last good value is still used: it is logged and counted, since
 * nothing else shows it before that value is too old.
 */
export const notingLastGoodValue =
  ({ log, metrics }: Telemetry, setting: string) =>
  (error: unknown): void => {
    metrics.put([measured('SettingsNotRefreshed', {})]);
    log.error('setting.not_refreshed', { setting }, error);
  };
