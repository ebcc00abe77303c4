import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CfnOutput, RemovalPolicy, Stack, Validations } from 'aws-cdk-lib';
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import {
  CfnStateMachineAlias,
  CfnStateMachineVersion,
  DefinitionBody,
  LogLevel,
  StateMachine,
  StateMachineType,
} from 'aws-cdk-lib/aws-stepfunctions';
import { CfnSamplingRule } from 'aws-cdk-lib/aws-xray';
import { Construct } from 'constructs';
import { type FunctionSettings, PortingFunction } from './porting-function.ts';
import { protectedLog } from './protected-log.ts';
import type { Stage } from './stages.ts';
import type { Watch } from './watch.ts';

const definitionFile = join(import.meta.dirname, '..', 'statemachines', 'port-lifecycle.asl.json');

/** Half of what a state waits for its function, so that the function says what went wrong. */
const taskTimeoutSeconds = 30;

/** The functions that states call, by the placeholder that names them in the definition. */
const tasks = {
  DecideNextStep: {
    edge: 'lifecycle/decide-next-step',
    description: 'What comes next for this attempt?',
    bind: (task) => task.bindRecords(['read', 'commit']).bindCalendar().bindLongestWait(),
  },
  SendRequestToOperator: {
    edge: 'operator/send-request',
    description: 'Hands the attempt to the carrier',
    bind: (task) => task.bindRecords(['read', 'commit']).bindCalendar().bindCarrierOrders(),
  },
  KeepTaskToken: {
    edge: 'lifecycle/keep-task-token',
    description: 'Keeps what ends a wait, and ends it if it is over already',
    bind: (task) => task.bindRecords(['read', 'put']),
  },
  ExecutePort: {
    edge: 'operator/execute-port',
    description: 'Tells the carrier to bring the numbers in',
    bind: (task) => task.bindRecords(['read']).bindCarrierOrders(),
  },
  TellCarrierOfEnd: {
    edge: 'operator/tell-carrier-of-end',
    description: 'Tells the carrier that the attempt is over',
    bind: (task) => task.bindRecords(['read']).bindCarrierOrders(),
  },
  RecordFailure: {
    edge: 'lifecycle/record-failure',
    description: 'Notes that a step fails, and says when to try again',
    bind: (task) => task.bindRecords(['read', 'commit']).bindCalendar().bindLongestWait(),
  },
} as const satisfies Readonly<
  Record<
    string,
    {
      readonly edge: string;
      readonly description: string;
      readonly bind: (task: PortingFunction) => PortingFunction;
    }
  >
>;

/** The state machine of `statemachines/port-lifecycle.asl.json` with the functions that its states call. */
export class PortLifecycle extends Construct {
  readonly functions: readonly PortingFunction[];
  readonly machineArn: string;
  /** What runs are started on: the alias, so that a run belongs to a published definition. */
  readonly startArn: string;

  constructor(scope: Construct, settings: FunctionSettings, watch: Watch) {
    super(scope, 'Lifecycle');
    const { stage } = settings;

    const called = Object.entries(tasks).map(([placeholder, { edge, description, bind }]) => ({
      placeholder,
      task: bind(
        new PortingFunction(this, {
          ...settings,
          edge,
          description,
          timeoutSeconds: taskTimeoutSeconds,
          traces: true,
        }),
      ),
    }));
    this.functions = called.map(({ task }) => task);

    const role = new Role(this, 'MachineRole', { assumedBy: new ServicePrincipal('states.amazonaws.com') });
    // By hand, since a definition from a file tells nobody what it calls.
    role.addToPrincipalPolicy(
      new PolicyStatement({
        actions: ['lambda:InvokeFunction'],
        resources: called.map(({ task }) => task.lambda.functionArn),
      }),
    );
    const machine = new StateMachine(this, 'Machine', {
      definitionBody: DefinitionBody.fromString(readFileSync(definitionFile, 'utf8')),
      definitionSubstitutions: Object.fromEntries(
        called.map(({ placeholder, task }) => [placeholder, task.lambda.functionArn]),
      ),
      stateMachineType: StateMachineType.STANDARD,
      role,
      tracingEnabled: true,
      logs: {
        level: LogLevel.ALL,
        // Inputs and outputs hold tokens that end waits.
        includeExecutionData: false,
        destination: protectedLog(this, 'MachineLog', stage, {
          // Under any other prefix each machine lengthens the account's one policy for log deliveries until it is full.
          logGroupName: `/aws/vendedlogs/states/${Stack.of(this).stackName}-lifecycle`,
        }),
      },
    });
    this.machineArn = machine.stateMachineArn;
    this.startArn = stage.publishesLifecycle ? this.#publish(machine) : this.machineArn;

    for (const { placeholder, task } of called) if (placeholder === 'KeepTaskToken') task.bindWake(this);

    Validations.of(role).acknowledge({
      id: 'AwsSolutions::AwsSolutions-IAM5[Resource::*]',
      reason: 'Traces and the delivery of logs belong to no resource; AWS documents both with all resources.',
    });
    if (stage.samplesTraces) this.#sample(machine, stage);
    watch.measures('RunsStarted', undefined, { metric: machine.metricStarted() });
    watch.measures('RunsSucceeded', undefined, { metric: machine.metricSucceeded() });
    watch.measures(
      'RunsBroken',
      undefined,
      { metric: machine.metricFailed() },
      { metric: machine.metricTimedOut() },
      { metric: machine.metricAborted() },
    );
    new CfnOutput(this, 'StateMachineArn', { value: this.startArn }).overrideLogicalId('StateMachineArn');
  }

  /** A version for each definition, and the alias that runs are started on. Old versions stay for what runs on them. */
  #publish(machine: StateMachine): string {
    const version = new CfnStateMachineVersion(this, 'Version', {
      stateMachineArn: machine.stateMachineArn,
      // A version cannot be changed: a new revision makes a new one.
      stateMachineRevisionId: machine.stateMachineRevisionId,
    });
    version.applyRemovalPolicy(RemovalPolicy.RETAIN);
    const alias = new CfnStateMachineAlias(this, 'Live', {
      name: 'live',
      deploymentPreference: { stateMachineVersionArn: version.attrArn, type: 'ALL_AT_ONCE' },
    });
    return alias.attrArn;
  }

  /** One run in ten is traced, and with it all that it calls: the state machine decides for its functions. */
  #sample({ stateMachineName }: StateMachine, { name }: Stage): void {
    new CfnSamplingRule(this, 'Traces', {
      samplingRule: {
        ruleName: `porting-${name}`,
        version: 1,
        // Before the rule of every account, which records one a second and a twentieth of the others.
        priority: 1000,
        reservoirSize: 0,
        fixedRate: 0.1,
        serviceName: stateMachineName,
        serviceType: 'AWS::StepFunctions::StateMachine',
        resourceArn: '*',
        host: '*',
        httpMethod: '*',
        urlPath: '*',
      },
    });
  }
}
