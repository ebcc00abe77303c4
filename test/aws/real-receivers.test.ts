import { expect, test } from 'vitest';
import { realReceivers } from '../../functions/aws/real-receivers.ts';

test.each([
  ['http://127.0.0.1:4010/hooks', 'not_https', 'address_not_public'],
  ['https://127.0.0.1/hooks', 'address_not_public'],
  ['https://localhost/hooks', 'address_not_public'],
  ['https://[::1]/hooks', 'address_not_public'],
])('A deployed function that is told nothing else sends no webhook to %s', async (url, ...faults) => {
  const receivers = realReceivers();
  expect(await receivers.faultsOf(url)).toEqual(faults);
  expect(await receivers.post({ url, id: 'evt_1', body: '{}', secrets: [] })).toEqual({
    status: null,
    error: 'address_not_public',
  });
});
