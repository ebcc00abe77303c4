import { expect, test } from 'vitest';
import { tellCarrier } from '../../functions/operator/tell-carrier.ts';
import { watchedMetrics } from '../support/watched-metrics.ts';

const message = {
  type: 'port.started',
  carrier: 'colt',
  portRequestId: 'prt_1',
  attempt: 1,
  body: {},
} as const;

test('a message that the carrier does not take is counted, and rejected as the carrier did', async () => {
  const { metrics, texts } = watchedMetrics();
  const unreachable = new Error('The carrier cannot be reached');
  const told: unknown[] = [];
  await tellCarrier({ metrics, carrierPort: { send: async (given) => void told.push(given) } }, message);
  expect([told, texts()]).toEqual([[message], []]);
  const carrierPort = { send: () => Promise.reject(unreachable) };
  await expect(tellCarrier({ metrics, carrierPort }, message)).rejects.toBe(unreachable);
  expect(texts()).toEqual(['CarrierCallFailures 1']);
});
