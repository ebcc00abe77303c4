import { expect, test } from 'vitest';
import { notingLastGoodValue } from '../../functions/aws/last-good-value.ts';
import { watchedMetrics } from '../support/watched-metrics.ts';

test('a setting that could not be read anew is counted, and logged by its name', () => {
  const { metrics, texts } = watchedMetrics();
  const logged: unknown[] = [];
  const log = { info: () => {}, error: (...line: readonly unknown[]) => void logged.push(line) };
  const error = new Error('No answer');
  notingLastGoodValue({ log, metrics }, 'closed-days')(error);
  expect(texts()).toEqual(['SettingsNotRefreshed 1']);
  expect(logged).toEqual([['setting.not_refreshed', { setting: 'closed-days' }, error]]);
});
