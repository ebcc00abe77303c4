import { mailAlarms } from '../../../operations/alarms/mails.ts';
import { testAlarms } from '../../support/alarm-tests.ts';
import { type AlarmWorld, callsOf } from '../../support/alarm-world.ts';
import { singleNumberBody } from '../../support/example-body.ts';
import { awaitingRequest } from '../../support/journey.ts';

/** The mail service reports that the first mail of a request came back. */
const bounce = ({ world }: Pick<AlarmWorld, 'world'>, portRequestId: string): void =>
  world().reportMail({
    source: 'aws.ses',
    detail: {
      eventType: 'Bounce',
      bounce: { bounceType: 'Permanent', bounceSubType: 'General' },
      mail: { tags: { portRequestId: [portRequestId], sequence: ['2'], template: ['request_received'] } },
    },
  });

/** A request is made, and its mail meets a mail service that fails for a while. */
const mailsFailFor =
  (by: string) =>
  async ({ client, failing, failingFor }: AlarmWorld): Promise<void> => {
    failing(callsOf('mail'));
    await awaitingRequest(client);
    await failingFor(by, callsOf('mail'));
    await client.clock({ by: 'PT1H' });
  };

testAlarms('mails', mailAlarms, {
  MailsFailing: { live: mailsFailFor('PT16M') },
  MailFailed: {
    live: async ({ client, failing }) => {
      // Not the mail service: its lease would make a try of every third only.
      failing(callsOf('records', 'begin'));
      await awaitingRequest(client);
      await client.clock({ by: 'PT25H' });
    },
  },
  MailsLate: { live: mailsFailFor('PT20M') },
  MailsNotSent: {
    // A quarter of an hour after anything happened, as on AWS.
    options: { samplesEveryMinutes: 5 },
    live: async ({ client, failing, failingFor }) => {
      failing(callsOf('mail'));
      await awaitingRequest(client);
      // Whoever comes next cannot begin, however often it is queued.
      await failingFor('PT45M', callsOf('records', 'begin'));
      await client.clock({ by: 'PT1H' });
    },
  },
  MailsBouncing: {
    live: async ({ client, world, often }) => {
      await often(10, async (index) => {
        bounce({ world }, await awaitingRequest(client, singleNumberBody(`0258050${70 + index}`)));
        await client.clock({ by: 'PT1M' });
      });
    },
  },
  BounceFailed: {
    live: async ({ client, world, failing, failingFor }) => {
      const id = await awaitingRequest(client);
      failing(callsOf('records', 'bounced'));
      bounce({ world }, id);
      await failingFor('PT5M', callsOf('records', 'bounced'));
    },
  },
});
