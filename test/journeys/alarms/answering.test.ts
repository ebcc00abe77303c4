import { notingLastGoodValue } from '../../../functions/aws/last-good-value.ts';
import { refreshed } from '../../../functions/aws/refreshed-value.ts';
import { structuredLog } from '../../../functions/runtime/log.ts';
import { answeringAlarms } from '../../../operations/alarms/answering.ts';
import { testAlarms } from '../../support/alarm-tests.ts';
import { callsOf } from '../../support/alarm-world.ts';
import { exampleBody } from '../../support/example-body.ts';
import { openLink, readyRequest } from '../../support/journey.ts';

testAlarms('what people and operators call', answeringAlarms, {
  ApiFailing: {
    live: async ({ client, failing }) => {
      failing(callsOf('records'));
      for (let calls = 0; calls < 5; calls += 1) await client.create(exampleBody());
    },
  },
  SubscriberCallsFailing: {
    live: async ({ client, failing, often }) => {
      const link = await client.startLink(await readyRequest(client));
      failing(callsOf('records'));
      await often(2, () => openLink(client, link));
    },
  },
  StartLinksLocked: {
    live: async ({ client, often }) => {
      const link = await client.startLink(await readyRequest(client));
      for (let tries = 0; tries < 4; tries += 1) await client.confirm(link, '0000');
      // The fifth wrong try locks it, and says so.
      await often(10, () => client.confirm(link, '0000'));
    },
  },
  StartLinksUnknown: {
    live: ({ client, often }) => often(30, (index) => openLink(client, `/start/link-that-was-cut-${index}`)),
  },
  // The sandbox reads no settings: what reads them on AWS measures into its metrics.
  SettingsNotRefreshed: {
    live: async ({ client, world, often }) => {
      let isGood = true;
      const read = refreshed({
        read: async () => {
          if (!isGood) throw new Error('The parameter store gives no answer');
          return 'keys';
        },
        wallClock: world().clock.now,
        freshSeconds: 60,
        usableSeconds: 24 * 3600,
        onCovered: notingLastGoodValue(
          { log: structuredLog('test', 'SILENT'), metrics: world().metrics },
          'keys',
        ),
      });
      await read();
      isGood = false;
      await often(10, async () => {
        await client.clock({ by: 'PT2M' });
        await read();
      });
    },
  },
});
