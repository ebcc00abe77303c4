import { describe, expect, test } from 'vitest';
import { hiddenPatterns } from '../../lib/protected-log.ts';
import { stageNames } from '../../lib/stages.ts';
import { anchorOf } from '../../operations/alarm.ts';
import { readFile } from '../repository/source-files.ts';
import {
  alarmsSayWhy,
  failuresGoSomewhere,
  functionsAreAlike,
  logsEnd,
  messagesStayHidden,
  pathsStayPrivate,
  queuesAreSafe,
  readAlarm,
  recordsAreKept,
  rightsAreNarrow,
  type StackRule,
  secretsStayOut,
} from './stack-rules.ts';
import {
  at,
  changed,
  listAt,
  type Resource,
  referencesIn,
  resourcesOf,
  type StackTemplate,
  templatesOf,
} from './templates.ts';

const stages = stageNames.map((name) => ({ name, templates: templatesOf(name) }));
const { records, api, porting } =
  stages.find(({ name }) => name === 'production')?.templates ?? templatesOf('production');

const without = (name: string) => (properties: Record<string, unknown>) => {
  delete properties[name];
};

const withValue = (name: string, value: unknown) => (properties: Record<string, unknown>) => {
  properties[name] = value;
};

const statement = (actions: readonly string[], resource: unknown) => ({
  PolicyDocument: { Statement: [{ Effect: 'Allow', Action: actions, Resource: resource }] },
});

const feedsFromQueue = ({ Properties }: Resource) => at(Properties, 'DestinationConfig') === undefined;
const feedsFromStream = (resource: Resource) => !feedsFromQueue(resource);

/** Each rule, and changes that must break it: a rule that never fails guards nothing. */
const rules: readonly {
  readonly rule: string;
  readonly check: StackRule;
  readonly broken: Readonly<Record<string, StackTemplate>>;
}[] = [
  {
    rule: 'Functions are alike: own role, own log that ends, time-out, runtime',
    check: functionsAreAlike,
    broken: {
      'no log group': changed(porting, 'AWS::Lambda::Function', without('LoggingConfig')),
      'no time-out': changed(porting, 'AWS::Lambda::Function', without('Timeout')),
      'a long time-out': changed(porting, 'AWS::Lambda::Function', withValue('Timeout', 900)),
      'an old runtime': changed(porting, 'AWS::Lambda::Function', withValue('Runtime', 'nodejs20.x')),
      'a shared role': changed(
        porting,
        'AWS::Lambda::Function',
        withValue(
          'Role',
          resourcesOf(porting, 'AWS::Lambda::Function').map(([, { Properties }]) => Properties['Role'])[1],
        ),
      ),
      'a managed policy': changed(
        porting,
        'AWS::IAM::Role',
        withValue('ManagedPolicyArns', ['arn:aws:iam::aws:policy/AdministratorAccess']),
        ({ Properties }) => JSON.stringify(Properties).includes('lambda.amazonaws.com'),
      ),
      'a physical name': changed(porting, 'AWS::Lambda::Function', withValue('FunctionName', 'create')),
    },
  },
  {
    rule: 'Logs end',
    check: logsEnd,
    broken: { 'no retention': changed(porting, 'AWS::Logs::LogGroup', without('RetentionInDays')) },
  },
  {
    rule: 'Queues are encrypted, take TLS only and end in dead letters that call somebody',
    check: queuesAreSafe,
    broken: {
      'not encrypted': changed(porting, 'AWS::SQS::Queue', withValue('SqsManagedSseEnabled', false)),
      'no policy': changed(porting, 'AWS::SQS::QueuePolicy', withValue('PolicyDocument', {})),
      'no dead letters': changed(
        porting,
        'AWS::SQS::Queue',
        without('RedrivePolicy'),
        ({ Properties }) => Properties['RedrivePolicy'] !== undefined,
      ),
      'no alarm': changed(
        porting,
        'AWS::CloudWatch::Alarm',
        withValue('Dimensions', []),
        ({ Properties }) => Properties['MetricName'] === 'ApproximateNumberOfMessagesVisible',
      ),
    },
  },
  {
    rule: 'Rights are narrow',
    check: rightsAreNarrow,
    broken: {
      'any action': changed(porting, 'AWS::IAM::Policy', (properties) =>
        Object.assign(properties, statement(['*'], { Ref: 'Table' })),
      ),
      'any action of a service': changed(porting, 'AWS::IAM::Policy', (properties) =>
        Object.assign(properties, statement(['dynamodb:*'], { Ref: 'Table' })),
      ),
      'an action on everything': changed(porting, 'AWS::IAM::Policy', (properties) =>
        Object.assign(properties, statement(['dynamodb:GetItem'], '*')),
      ),
    },
  },
  {
    rule: 'Whatever feeds a function says where failures go',
    check: failuresGoSomewhere,
    broken: {
      'whole batches': changed(
        porting,
        'AWS::Lambda::EventSourceMapping',
        without('FunctionResponseTypes'),
        feedsFromQueue,
      ),
      'a queue for ever': changed(
        porting,
        'AWS::SQS::Queue',
        without('RedrivePolicy'),
        ({ Properties }) => Properties['RedrivePolicy'] !== undefined,
      ),
      ...Object.fromEntries(
        [
          'DestinationConfig',
          'MaximumRetryAttempts',
          'MaximumRecordAgeInSeconds',
          'BisectBatchOnFunctionError',
        ].map((name) => [
          `a stream without ${name}`,
          changed(porting, 'AWS::Lambda::EventSourceMapping', without(name), feedsFromStream),
        ]),
      ),
      'a schedule without dead letters': changed(porting, 'AWS::Scheduler::Schedule', (properties) => {
        Object.assign(properties, { Target: { RetryPolicy: {} } });
      }),
      'a schedule in another zone': changed(
        porting,
        'AWS::Scheduler::Schedule',
        withValue('ScheduleExpressionTimezone', 'UTC'),
      ),
      'a function that fails in silence': changed(
        porting,
        'AWS::Lambda::EventInvokeConfig',
        without('FunctionName'),
      ),
      'a rule that loses events': changed(
        porting,
        'AWS::Events::Rule',
        withValue('Targets', [{ Arn: 'arn' }]),
      ),
    },
  },
  {
    rule: 'Messages stay hidden while they are worked on',
    check: messagesStayHidden,
    broken: {
      'hidden too short': changed(
        porting,
        'AWS::SQS::Queue',
        withValue('VisibilityTimeout', 5),
        ({ Properties }) => Properties['RedrivePolicy'] !== undefined,
      ),
    },
  },
  {
    rule: 'Secrets stay out of the environment',
    check: secretsStayOut,
    broken: {
      'an unknown variable': changed(
        porting,
        'AWS::Lambda::Function',
        withValue('Environment', { Variables: { TABLE: 'x' } }),
      ),
      'a resolved secret': changed(
        porting,
        'AWS::Lambda::Function',
        withValue('Environment', {
          Variables: { PORTAL_URL: '{{resolve:secretsmanager:operators}}' },
        }),
      ),
      'a secret': changed(
        porting,
        'AWS::Lambda::Function',
        withValue('Environment', { Variables: { OPERATOR_KEYS_SECRET: 'whsec_abc' } }),
      ),
    },
  },
  {
    rule: 'Paths stay private',
    check: pathsStayPrivate,
    broken: {
      'a path in the access log': changed(
        api,
        'AWS::ApiGateway::Stage',
        withValue('AccessLogSetting', { Format: '$context.resourcePath $context.path' }),
      ),
      'a trace of the gateway': changed(api, 'AWS::ApiGateway::Stage', withValue('TracingEnabled', true)),
      'a log of executions': changed(
        api,
        'AWS::ApiGateway::Stage',
        withValue('MethodSettings', [{ LoggingLevel: 'INFO', DataTraceEnabled: false }]),
      ),
      'samples of the firewall': changed(
        api,
        'AWS::WAFv2::WebACL',
        withValue('VisibilityConfig', { SampledRequestsEnabled: true }),
      ),
      'a log with tokens': changed(
        porting,
        'AWS::StepFunctions::StateMachine',
        withValue('LoggingConfiguration', { Level: 'ALL', IncludeExecutionData: true }),
      ),
    },
  },
  {
    rule: 'Alarms say who is hurt, and call somebody',
    check: alarmsSayWhy,
    broken: {
      'no impact': changed(porting, 'AWS::CloudWatch::Alarm', withValue('AlarmDescription', 'Errors')),
      'nobody called': changed(porting, 'AWS::CloudWatch::Alarm', withValue('AlarmActions', [])),
    },
  },
];

describe.each(rules)('$rule', ({ check, broken }) => {
  test.each(stages)('on stage $name', ({ templates }) => {
    expect(Object.values(templates).flatMap(check)).toEqual([]);
  });

  test.each(Object.entries(broken))('is broken by %s', (_, template) => {
    expect(check(template)).not.toEqual([]);
  });
});

describe('What is kept', () => {
  test.each(stages.filter(({ name }) => name !== 'emulator'))(
    'outlives its stack on stage $name',
    (stage) => {
      expect(recordsAreKept(stage.templates.records)).toEqual([]);
    },
  );

  const brokenRecords: Readonly<Record<string, StackTemplate>> = {
    'no recovery': changed(records, 'AWS::DynamoDB::Table', without('PointInTimeRecoverySpecification')),
    'no protection': changed(records, 'AWS::DynamoDB::Table', withValue('DeletionProtectionEnabled', false)),
    'a table that goes': changed(records, 'AWS::DynamoDB::Table', (_, table) => {
      table.DeletionPolicy = 'Delete';
    }),
    'a table that goes when replaced': changed(records, 'AWS::DynamoDB::Table', (_, table) => {
      table.UpdateReplacePolicy = 'Delete';
    }),
    'no key': changed(records, 'AWS::DynamoDB::Table', without('SSESpecification')),
    'a key that stays the same': changed(records, 'AWS::KMS::Key', without('EnableKeyRotation')),
    'a key that goes': changed(records, 'AWS::KMS::Key', (_, key) => {
      key.DeletionPolicy = 'Delete';
    }),
    'a secret that goes': changed(records, 'AWS::SecretsManager::Secret', (_, secret) => {
      secret.DeletionPolicy = 'Delete';
    }),
  };

  test.each(Object.entries(brokenRecords))('would not be with %s', (_, template) => {
    expect(recordsAreKept(template)).not.toEqual([]);
  });

  test.each(stages)(
    'keeps its logical ids on stage $name, since under a new one it begins empty',
    (stage) => {
      const ids = Object.entries(stage.templates.records.Resources).map(([id, { Type }]) => `${Type} ${id}`);
      expect(ids.toSorted()).toEqual([
        'AWS::DynamoDB::Table Answers9615456C',
        'AWS::DynamoDB::Table Records091F6ECA',
        'AWS::KMS::Key RecordsKey31CDF3C4',
        'AWS::S3::Bucket MandatesBBD3C5D5',
        'AWS::S3::BucketPolicy MandatesPolicyFF15690A',
        'AWS::SecretsManager::Secret CarrierOrdersSecret341A9635',
        'AWS::SecretsManager::Secret CursorSecretABAE1358',
        'AWS::SecretsManager::Secret OperatorKeysSecret80F49E43',
        'AWS::SecretsManager::Secret WebhookSecretF21E29CC',
      ]);
    },
  );

  test('is not the machine and its functions, which runs of weeks ago still call by name: they keep theirs too', () => {
    const called = resourcesOf(porting, 'AWS::Lambda::Function')
      .map(([id]) => id)
      .filter((id) => id.startsWith('Lifecycle'));
    const machines = resourcesOf(porting, 'AWS::StepFunctions::StateMachine').map(([id]) => id);
    expect([...machines, ...called.toSorted()]).toEqual([
      'LifecycleMachineBD2BD313',
      'LifecycleLifecycleDecideNextStepFunction60D28DFD',
      'LifecycleLifecycleKeepTaskTokenFunctionD52DB2E9',
      'LifecycleLifecycleRecordFailureFunctionBF552C45',
      'LifecycleOperatorExecutePortFunctionE00CC088',
      'LifecycleOperatorSendRequestFunction8A70A5E5',
      'LifecycleOperatorTellCarrierOfEndFunction33698EFD',
    ]);
  });

  test('is nowhere but in the stack of the records', () => {
    const stateful = ['AWS::DynamoDB::Table', 'AWS::SecretsManager::Secret', 'AWS::S3::Bucket'];
    for (const template of [api, porting])
      expect(stateful.flatMap((type) => resourcesOf(template, type))).toEqual([]);
  });
});

describe('The runbook', () => {
  const headings = readFile('docs/runbook.md')
    .split(/^#{2,3} /m)
    .slice(1)
    .flatMap((section) => {
      const [, heading = '', impact = ''] = /^(.+)\n\n\*\*Impact:\*\* (.+)$/m.exec(section) ?? [];
      return impact === '' ? [] : [{ anchor: anchorOf({ title: heading }), impact, section }];
    });
  const byAnchor = (one: { readonly anchor: string }, other: { readonly anchor: string }) =>
    one.anchor.localeCompare(other.anchor);

  test('has a heading with the same impact for each alarm, and no other', () => {
    const alarms = resourcesOf(porting, 'AWS::CloudWatch::Alarm').map(([, { Properties }]) => {
      const { anchor, impact } = readAlarm(Properties['AlarmDescription']);
      return { anchor, impact };
    });
    expect(alarms.toSorted(byAnchor)).toEqual(
      headings.map(({ anchor, impact }) => ({ anchor, impact })).toSorted(byAnchor),
    );
  });

  test('says under each heading what to check, what to do and when it is over', () => {
    for (const { section } of headings) {
      expect(section).toContain('- **Check:**');
      expect(section).toContain('- **Do:**');
      expect(section).toContain('- **Over when:**');
    }
  });
});

/** What a template imports from the stack of a name. */
const importsFrom = (stackName: string, template: StackTemplate): readonly string[] => [
  ...new Set(referencesIn(template.Resources).filter((reference) => reference.startsWith(`${stackName}:`))),
];

describe('What no function should have logged', () => {
  test.each(stages)(
    'is hidden in every log of stage $name, if the emulator knows how',
    ({ name, templates }) => {
      const logs = Object.values(templates).flatMap((template) =>
        resourcesOf(template, 'AWS::Logs::LogGroup'),
      );
      expect(logs.length).toBeGreaterThan(40);
      for (const [id, { Properties }] of logs) {
        const statements = listAt(Properties, 'DataProtectionPolicy', 'Statement');
        const [audited, masked] = statements.map((statement) => listAt(statement, 'DataIdentifier'));
        if (name === 'emulator') {
          expect(statements, id).toEqual([]);
          continue;
        }
        expect(audited, id).toEqual(expect.arrayContaining(Object.keys(hiddenPatterns)));
        expect(JSON.stringify(audited), id).toContain('data-identifier/EmailAddress');
        expect(masked, id).toEqual(audited);
        expect(statements.map((statement) => at(statement, 'Operation'))).toEqual([
          { Audit: { FindingsDestination: {} } },
          { Deidentify: { MaskConfig: {} } },
        ]);
      }
    },
  );
});

describe('The stacks', () => {
  test.each(stages)(
    'stay below the 500 resources that a stack may have, with room to grow, on stage $name',
    ({ templates }) => {
      for (const { Resources } of Object.values(templates))
        expect(Object.keys(Resources).length).toBeLessThan(450);
    },
  );

  test('lean on the API for the address in start links only, so that its routes can change alone', () => {
    expect(importsFrom('porting-production-api', porting)).toEqual([
      expect.stringMatching(/:ExportsOutputRefDeskApi\w{16}$/),
      expect.stringMatching(/:ExportsOutputRefDeskApiDeploymentStageproduction\w{16}$/),
    ]);
    expect(importsFrom('porting-production', api)).toEqual([]);
  });

  test('watch every function of the API, too, without a reference to any', () => {
    const body = JSON.stringify(resourcesOf(porting, 'AWS::CloudWatch::Dashboard')).replaceAll('\\', '');
    for (const metric of ['Errors', 'Throttles'])
      expect(body).toContain(
        `SEARCH('{AWS/Lambda,FunctionName} MetricName="${metric}" FunctionName=porting-production-api', 'Sum', 300)`,
      );
  });

  test('say where everything is', () => {
    expect(Object.keys(api.Outputs)).toContain('ApiUrl');
    expect(Object.keys(porting.Outputs)).toEqual(
      expect.arrayContaining([
        'DashboardUrlDesk',
        'DashboardUrlOperations',
        'DashboardUrlCustomerImpact',
        'RecordsTableName',
        'AnswersTableName',
        'OperatorKeysSecretArn',
        'CarrierOrdersSecretArn',
        'CursorSecretArn',
        'WebhookSecretArn',
        'StateMachineArn',
        'MailQueueUrl',
        'DueQueueUrl',
      ]),
    );
  });
});
