import { RemovalPolicy } from 'aws-cdk-lib';
import {
  CustomDataIdentifier,
  DataIdentifier,
  DataProtectionPolicy,
  LogGroup,
  type LogGroupProps,
} from 'aws-cdk-lib/aws-logs';
import type { Construct } from 'constructs';
import type { Stage } from './stages.ts';

/**
 * What CloudWatch finds by a pattern. It knows no groups and no look around, and hides all that a pattern takes, also the characters
 * around a number by which it is told from an id. No number in groups with hyphens: UUIDs are written so, and have to stay readable. Ten patterns of 200 characters at most (CloudWatch Logs user guide, custom data identifiers).
 */
export const hiddenPatterns: Readonly<Record<string, string>> = {
  BelgianNumberAbroad: '\\+32[0-9 ./-]{8,14}|[^0-9A-Za-z.-]0032[0-9 ./-]{8,14}',
  BelgianNumber: '[^0-9A-Za-z.-]0[1-9][0-9 ./]{7,12}[^0-9A-Za-z-]',
  WebhookSecret: 'whs[a-z]{1,2}_[A-Za-z0-9+/=]{16,}',
  BearerToken: 'eyJ[A-Za-z0-9_-]{10,}[.]eyJ[A-Za-z0-9_-]{10,}',
  StartLink: '/start/[A-Za-z0-9_-]{20,}',
};

/** One policy for all logs: what it hides is counted as `LogEventsWithFindings`, and shown only to who may unmask. */
const policy = new DataProtectionPolicy({
  name: 'porting-personal-data',
  description: 'Hides what no function should have logged',
  identifiers: [
    DataIdentifier.EMAILADDRESS,
    DataIdentifier.AWSSECRETKEY,
    ...Object.entries(hiddenPatterns).map(([name, pattern]) => new CustomDataIdentifier(name, pattern)),
  ],
});

/**
 * A log that ends, and in which personal data are hidden should any get into it. The functions write none; this is for the day on
 * which one does, and for what Lambda writes by itself.
 */
export const protectedLog = (
  scope: Construct,
  id: string,
  stage: Stage,
  props: Pick<LogGroupProps, 'logGroupName'> = {},
): LogGroup =>
  new LogGroup(scope, id, {
    ...props,
    retention: stage.logRetentionDays,
    removalPolicy: RemovalPolicy.DESTROY,
    ...(stage.hidesInLogs ? { dataProtectionPolicy: policy } : {}),
  });
