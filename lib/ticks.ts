import { Duration } from 'aws-cdk-lib';
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { SqsDestination } from 'aws-cdk-lib/aws-lambda-destinations';
import { CfnSchedule, CfnScheduleGroup } from 'aws-cdk-lib/aws-scheduler';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import type { PortingFunction } from './porting-function.ts';
import type { ScheduleExpression } from './stages.ts';

/** A tick that comes later than this says nothing the next one does not say. */
const longestDelayMinutes = 15;

const retries = 2;

type TicksProps = {
  /** What is woken. Nothing is sent along: a tick only says "look". */
  readonly wakes: PortingFunction;
  readonly schedules: readonly ScheduleExpression[];
  /** Where ticks end that the schedule could not deliver, or whose work failed for good. */
  readonly failures: IQueue;
};

/** Recurring moments in Brussels, each of which wakes a function. */
export class Ticks extends Construct {
  readonly groupName: string;

  constructor(scope: Construct, id: string, { wakes, schedules, failures }: TicksProps) {
    super(scope, id);
    const group = new CfnScheduleGroup(this, 'Group', {});
    this.groupName = group.ref;
    const role = new Role(this, 'Role', { assumedBy: new ServicePrincipal('scheduler.amazonaws.com') });
    role.addToPrincipalPolicy(
      new PolicyStatement({
        actions: ['lambda:InvokeFunction'],
        resources: [wakes.lambda.functionArn],
      }),
    );
    role.addToPrincipalPolicy(
      new PolicyStatement({ actions: ['sqs:SendMessage'], resources: [failures.queueArn] }),
    );
    const retryPolicy = {
      maximumRetryAttempts: retries,
      maximumEventAgeInSeconds: longestDelayMinutes * 60,
    };
    for (const { id: scheduleId, expression } of schedules) {
      const schedule = new CfnSchedule(this, scheduleId, {
        groupName: group.ref,
        scheduleExpression: expression,
        scheduleExpressionTimezone: 'Europe/Brussels',
        flexibleTimeWindow: { mode: 'OFF' },
        target: {
          arn: wakes.lambda.functionArn,
          roleArn: role.roleArn,
          retryPolicy,
          deadLetterConfig: { arn: failures.queueArn },
        },
      });
      // A schedule checks at its creation that its role may call what it wakes.
      schedule.node.addDependency(role);
    }
    // The schedule only hands the tick over; what happens to it then is the function's own retry policy.
    wakes.lambda.configureAsyncInvoke({
      retryAttempts: retries,
      maxEventAge: Duration.minutes(longestDelayMinutes),
      onFailure: new SqsDestination(failures),
    });
  }
}
