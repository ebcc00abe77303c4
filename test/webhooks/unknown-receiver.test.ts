import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import { httpsReceivers } from '../../functions/webhooks/https-receivers.edge.ts';

// No resolver is asked for a name that none could have.
const noName = `https://${'a'.repeat(64)}.example/hook`;

test('a name that the system does not find is an outcome, not the end of the process', async () => {
  const receivers = httpsReceivers({
    clock: () => Temporal.Instant.from('2026-04-14T07:00:00Z'),
    timeoutMilliseconds: 5_000,
    allowsLoopback: false,
  });
  expect(await receivers.faultsOf(noName)).toEqual([]);
  expect(await receivers.post({ url: noName, id: 'evt_1', body: '{}', secrets: [] })).toEqual({
    status: null,
    error: 'name_not_resolved',
  });
});
