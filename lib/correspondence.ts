import { CfnOutput, Validations } from 'aws-cdk-lib';
import { EventBus, Rule } from 'aws-cdk-lib/aws-events';
import { SqsQueue } from 'aws-cdk-lib/aws-events-targets';
import { SqsEventSource } from 'aws-cdk-lib/aws-lambda-event-sources';
import {
  ConfigurationSet,
  ConfigurationSetTlsPolicy,
  EmailIdentity,
  EmailSendingEvent,
  EventDestination,
  Identity,
} from 'aws-cdk-lib/aws-ses';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { type FunctionSettings, PortingFunction } from './porting-function.ts';
import type { Stage } from './stages.ts';
import type { Watch } from './watch.ts';
import { WorkQueue } from './work-queue.ts';

/** Less than the lease of a mail: a sender that is cut off must not still be at it when the next one begins. */
const workerTimeoutSeconds = 60;

/**
 * A mail is tried for a day: a start link among the dead letters is brought back by hand only. That mails are refused is
 * seen long before.
 */
const mailTriesOf = ({ redeliverySeconds }: Stage): number =>
  Math.min(Math.ceil((24 * 3600) / redeliverySeconds), mostTries);

/** SQS counts no further. */
const mostTries = 1000;

const bounceTries = 10;

const senderOf = ({ mail }: Stage) =>
  'domain' in mail.identity
    ? {
        identity: Identity.domain(mail.identity.domain),
        // Bounces go to a name of ours, so that the sender's domain agrees with the address people see.
        mailFromDomain: `bounce.${mail.identity.domain}`,
      }
    : { identity: Identity.email(mail.identity.address) };

/** Mails on their way out, and what comes back of them. */
export class Correspondence extends Construct {
  readonly mailQueue: IQueue;
  readonly functions: readonly PortingFunction[];

  constructor(scope: Construct, settings: FunctionSettings, startLinkBase: string, watch: Watch) {
    super(scope, 'Correspondence');
    const { stage } = settings;
    const configurationSet = new ConfigurationSet(this, 'Mails', {
      reputationMetrics: true,
      tlsPolicy: ConfigurationSetTlsPolicy.REQUIRE,
    });
    const sender = new EmailIdentity(this, 'Sender', { ...senderOf(stage), configurationSet });

    const mails = new WorkQueue(this, 'Mail', {
      watch,
      name: 'mails',
      redeliverySeconds: stage.redeliverySeconds,
      tries: mailTriesOf(stage),
    });
    this.mailQueue = mails.queue;
    const send = new PortingFunction(this, {
      ...settings,
      edge: 'correspondence/send-mail',
      description: 'Writes a mail and sends it once',
      timeoutSeconds: workerTimeoutSeconds,
    })
      .bindRecords(['read', 'put', 'update', 'delete'])
      .bindCalendar()
      .bindMailer(
        {
          identityName: sender.emailIdentityName,
          configurationSetName: configurationSet.configurationSetName,
        },
        startLinkBase,
      );
    send.lambda.addEventSource(
      // One at a time: a mail that waits for its turn at the provider holds up no other.
      new SqsEventSource(mails.queue, {
        batchSize: 1,
        maxConcurrency: stage.mail.concurrency,
        reportBatchItemFailures: true,
      }),
    );

    const bounces = new WorkQueue(this, 'Bounces', {
      watch,
      name: 'bounces',
      redeliverySeconds: stage.redeliverySeconds,
      tries: bounceTries,
    });
    configurationSet.addEventDestination('Returned', {
      destination: EventDestination.eventBus(EventBus.fromEventBusName(this, 'DefaultBus', 'default')),
      events: [EmailSendingEvent.BOUNCE, EmailSendingEvent.COMPLAINT, EmailSendingEvent.REJECT],
    });
    new Rule(this, 'ReturnedMails', {
      description: 'Mails that came back, were complained about or were rejected',
      eventPattern: {
        source: ['aws.ses'],
        detail: {
          eventType: ['Bounce', 'Complaint', 'Reject'],
          // The account's bus carries the mails of everybody else, too.
          mail: { tags: { 'ses:configuration-set': [configurationSet.configurationSetName] } },
        },
      },
      targets: [
        new SqsQueue(bounces.queue, { deadLetterQueue: bounces.deadLetters, retryAttempts: bounceTries }),
      ],
    });
    const record = new PortingFunction(this, {
      ...settings,
      edge: 'correspondence/record-bounce',
      description: 'Which mail came back?',
      timeoutSeconds: workerTimeoutSeconds,
    })
      .bindRecords(['read', 'commit'])
      .bindCalendar();
    record.lambda.addEventSource(
      new SqsEventSource(bounces.queue, { batchSize: 10, maxConcurrency: 2, reportBatchItemFailures: true }),
    );
    this.functions = [send, record];

    Validations.of(send.role).acknowledge({
      id: 'AwsSolutions::AwsSolutions-IAM5[Resource::*]',
      reason: 'The rate at which an account may send belongs to no resource.',
    });
    new CfnOutput(this, 'MailQueueUrl', { value: mails.queue.queueUrl }).overrideLogicalId('MailQueueUrl');
  }
}
