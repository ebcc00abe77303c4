import { Stack, Validations } from 'aws-cdk-lib';
import { Rule } from 'aws-cdk-lib/aws-events';
import { SqsQueue } from 'aws-cdk-lib/aws-events-targets';
import { CfnMalwareProtectionPlan } from 'aws-cdk-lib/aws-guardduty';
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { SqsEventSource } from 'aws-cdk-lib/aws-lambda-event-sources';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { type FunctionSettings, PortingFunction } from './porting-function.ts';
import type { Watch } from './watch.ts';
import { WorkQueue } from './work-queue.ts';

const tries = 10;

/** Signed mandates on their way in: what has arrived, and what the virus scanner says of it. */
export class SignedMandates extends Construct {
  readonly functions: readonly PortingFunction[];

  constructor(scope: Construct, settings: FunctionSettings, erasureQueue: IQueue, watch: Watch) {
    super(scope, 'SignedMandates');
    const { stage, records } = settings;
    const { bucketName } = records.mandates;

    const arrivals = new WorkQueue(this, 'Uploads', {
      watch,
      name: 'uploads',
      redeliverySeconds: stage.redeliverySeconds,
      tries,
    });
    const target = new SqsQueue(arrivals.queue, {
      deadLetterQueue: arrivals.deadLetters,
      retryAttempts: tries,
    });
    new Rule(this, 'Arrived', {
      description: 'A signed mandate has arrived',
      eventPattern: {
        source: ['aws.s3'],
        detailType: ['Object Created'],
        detail: { bucket: { name: [bucketName] } },
      },
      targets: [target],
    });
    new Rule(this, 'Scanned', {
      description: 'The virus scanner has looked at a signed mandate',
      eventPattern: {
        source: ['aws.guardduty'],
        detailType: ['GuardDuty Malware Protection Object Scan Result'],
        detail: { s3ObjectDetails: { bucketName: [bucketName] } },
      },
      targets: [target],
    });
    const record = new PortingFunction(this, {
      ...settings,
      edge: 'authorisation/record-upload',
      description: 'Which signed mandate has arrived, and is it clean?',
      timeoutSeconds: 60,
    })
      .bindRecords(['read', 'commit'])
      .bindCalendar()
      .bindErasures(erasureQueue);
    record.lambda.addEventSource(
      new SqsEventSource(arrivals.queue, {
        batchSize: 10,
        maxConcurrency: 2,
        reportBatchItemFailures: true,
      }),
    );
    this.functions = [record];
    if (stage.scansMandates) this.#scan(settings);
  }

  /** The scanner's own role may read what arrives, write its test object and tell EventBridge (as AWS documents it). */
  #scan({ records }: FunctionSettings): void {
    const { mandates, key } = records;
    const stack = Stack.of(this);
    const role = new Role(this, 'ScannerRole', {
      assumedBy: new ServicePrincipal('malware-protection-plan.guardduty.amazonaws.com'),
    });
    const objects = `${mandates.bucketArn}/*`;
    const managedRule = stack.formatArn({
      service: 'events',
      resource: 'rule',
      resourceName: 'DO-NOT-DELETE-AmazonGuardDutyMalwareProtectionS3*',
    });
    const allow = (actions: readonly string[], resources: readonly string[], conditions = {}) =>
      role.addToPolicy(new PolicyStatement({ actions: [...actions], resources: [...resources], conditions }));
    allow(
      ['events:PutRule', 'events:DeleteRule', 'events:PutTargets', 'events:RemoveTargets'],
      [managedRule],
      {
        StringLike: { 'events:ManagedBy': 'malware-protection-plan.guardduty.amazonaws.com' },
      },
    );
    allow(['events:DescribeRule', 'events:ListTargetsByRule'], [managedRule]);
    allow(['s3:PutBucketNotification', 's3:GetBucketNotification', 's3:ListBucket'], [mandates.bucketArn]);
    allow(['s3:GetObject', 's3:GetObjectVersion'], [objects]);
    allow(['s3:PutObject'], [`${mandates.bucketArn}/malware-protection-resource-validation-object`]);
    allow(['kms:GenerateDataKey', 'kms:Decrypt'], [key.keyArn]);
    const { region } = Stack.of(this);
    const wildcards = [
      `Resource::${records.mandatesArnExport}/*`,
      `Resource::arn:aws:events:${region}:<AWS::AccountId>:rule/DO-NOT-DELETE-AmazonGuardDutyMalwareProtectionS3*`,
    ];
    for (const wildcard of wildcards)
      Validations.of(role).acknowledge({
        id: `AwsSolutions::AwsSolutions-IAM5[${wildcard}]`,
        reason: 'The scanner reads every object of this one bucket, and names its own rule with a suffix.',
      });
    new CfnMalwareProtectionPlan(this, 'Scanner', {
      role: role.roleArn,
      protectedResource: { s3Bucket: { bucketName: mandates.bucketName, objectPrefixes: ['mandates/'] } },
    });
  }
}
