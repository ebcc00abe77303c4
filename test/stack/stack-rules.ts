import { at, listAt, type Resource, referencesIn, resourcesOf, type StackTemplate } from './templates.ts';

/** What breaks a rule in a template, each in a few words that begin with the resource; empty when nothing does. */
export type StackRule = (template: StackTemplate) => readonly string[];

const each =
  (
    type: string,
    faultsOf: (resource: Resource, id: string, template: StackTemplate) => readonly (string | false)[],
  ): StackRule =>
  (template) =>
    resourcesOf(template, type).flatMap(([id, resource]) =>
      faultsOf(resource, id, template).flatMap((fault) => (fault === false ? [] : [`${id}: ${fault}`])),
    );

const hasRetention = (template: StackTemplate, logGroup: string | undefined): boolean =>
  logGroup !== undefined && at(template.Resources[logGroup], 'Properties', 'RetentionInDays') !== undefined;

const longestTimeoutSeconds = 300;

/** A function keeps its log for a known time, ends in time, and runs what was tested, under rights of its own. */
export const functionsAreAlike: StackRule = each('AWS::Lambda::Function', ({ Properties }, _, template) => {
  const timeout = at(Properties, 'Timeout');
  const [role = ''] = referencesIn(at(Properties, 'Role'));
  const [logGroup] = referencesIn(at(Properties, 'LoggingConfig', 'LogGroup'));
  const sharing = resourcesOf(template, 'AWS::Lambda::Function').filter(([, other]) =>
    referencesIn(at(other, 'Properties', 'Role')).includes(role),
  );
  return [
    !hasRetention(template, logGroup) && 'no log group that ends',
    !(typeof timeout === 'number' && timeout <= longestTimeoutSeconds) && 'no time-out',
    at(Properties, 'Runtime') !== 'nodejs24.x' && 'another runtime',
    sharing.length !== 1 && 'a role that others have, too',
    at(template.Resources[role], 'Properties', 'ManagedPolicyArns') !== undefined && 'rights from outside',
    // Whoever repairs has to find it; everything else is found by what it is connected to.
    !/^(undefined|porting-[a-z]+-desk)$/.test(String(at(Properties, 'FunctionName'))) && 'a physical name',
  ];
});

/** A log that never ends costs for ever, and holds what should have been forgotten. */
export const logsEnd: StackRule = each('AWS::Logs::LogGroup', ({ Properties }) => [
  typeof at(Properties, 'RetentionInDays') !== 'number' && 'no retention',
]);

/** Every place that names a queue for what failed. */
const deadLetterQueuesOf = (template: StackTemplate): ReadonlySet<string> =>
  new Set(
    [
      ...resourcesOf(template, 'AWS::SQS::Queue').map(([, queue]) =>
        at(queue, 'Properties', 'RedrivePolicy'),
      ),
      ...resourcesOf(template, 'AWS::Lambda::EventInvokeConfig').map(([, config]) =>
        at(config, 'Properties', 'DestinationConfig', 'OnFailure'),
      ),
      ...resourcesOf(template, 'AWS::Lambda::EventSourceMapping').map(([, mapping]) =>
        at(mapping, 'Properties', 'DestinationConfig', 'OnFailure'),
      ),
      ...resourcesOf(template, 'AWS::Scheduler::Schedule').map(([, schedule]) =>
        at(schedule, 'Properties', 'Target', 'DeadLetterConfig'),
      ),
    ].flatMap(referencesIn),
  );

const isAlarmed = (template: StackTemplate, queue: string): boolean =>
  resourcesOf(template, 'AWS::CloudWatch::Alarm').some(([, { Properties }]) =>
    listAt(Properties, 'Dimensions').some(
      (dimension) =>
        at(dimension, 'Name') === 'QueueName' && referencesIn(at(dimension, 'Value')).includes(queue),
    ),
  );

const refusesPlainText = (template: StackTemplate, queue: string): boolean =>
  resourcesOf(template, 'AWS::SQS::QueuePolicy').some(
    ([, { Properties }]) =>
      referencesIn(at(Properties, 'Queues')).includes(queue) &&
      listAt(Properties, 'PolicyDocument', 'Statement').some(
        (statement) =>
          at(statement, 'Effect') === 'Deny' &&
          at(statement, 'Condition', 'Bool', 'aws:SecureTransport') === 'false',
      ),
  );

/** Nothing that waits can be read on the way, and nothing that fails is lost without anybody being called. */
export const queuesAreSafe: StackRule = each('AWS::SQS::Queue', ({ Properties }, id, template) => {
  const isDeadLetterQueue = deadLetterQueuesOf(template).has(id);
  return [
    at(Properties, 'SqsManagedSseEnabled') !== true && 'not encrypted',
    !refusesPlainText(template, id) && 'taken without TLS',
    !isDeadLetterQueue && at(Properties, 'RedrivePolicy') === undefined && 'no dead letters',
    isDeadLetterQueue && !isAlarmed(template, id) && 'dead letters without an alarm',
  ];
});

/** What AWS only grants for everything; nothing else may ask for all resources. */
export const grantedForEverything: readonly string[] = [
  // Traces belong to no resource.
  'xray:PutTraceSegments',
  'xray:PutTelemetryRecords',
  'xray:GetSamplingRules',
  'xray:GetSamplingTargets',
  // The delivery of the machine's log belongs to no resource.
  'logs:CreateLogDelivery',
  'logs:GetLogDelivery',
  'logs:UpdateLogDelivery',
  'logs:DeleteLogDelivery',
  'logs:ListLogDeliveries',
  'logs:PutResourcePolicy',
  'logs:DescribeResourcePolicies',
  'logs:DescribeLogGroups',
  // The rate of an account belongs to no resource.
  'ses:GetSendQuota',
];

/**
 * All files of the one bucket of mandates, all runs of the one machine, and the rule that the virus scanner names with a suffix of
 * its own.
 */
const namedWildcard =
  /Mandates[^*]*\/\*|:execution:[^*]*LifecycleMachine[^*]*:\*|rule\/DO-NOT-DELETE-AmazonGuardDutyMalwareProtectionS3\*/;

/** Nobody may do everything, and only what has no resource may be done to all. */
export const rightsAreNarrow: StackRule = each('AWS::IAM::Policy', ({ Properties }) =>
  listAt(Properties, 'PolicyDocument', 'Statement').flatMap((statement) => {
    const actions = listAt(statement, 'Action').map(String);
    const resources = listAt(statement, 'Resource');
    return [
      ...actions.filter((action) => action.includes('*')).map((action) => `may do ${action}`),
      ...(resources.some((resource) => JSON.stringify(resource).replace(namedWildcard, '').includes('*'))
        ? actions
            .filter((action) => !grantedForEverything.includes(action))
            .map((action) => `may do ${action} to everything`)
        : []),
    ];
  }),
);

/** What somebody wrote once is there after every deployment, and after a deletion by mistake. */
export const recordsAreKept: StackRule = (template) => [
  ...each('AWS::DynamoDB::Table', ({ Properties, DeletionPolicy, UpdateReplacePolicy }) => [
    at(Properties, 'PointInTimeRecoverySpecification', 'PointInTimeRecoveryEnabled') !== true &&
      'no recovery to a point in time',
    at(Properties, 'SSESpecification', 'SSEType') !== 'KMS' && 'no key of ours',
    at(Properties, 'BillingMode') !== 'PAY_PER_REQUEST' && 'paid for when idle',
    at(Properties, 'TableName') !== undefined && 'a physical name',
    at(Properties, 'DeletionProtectionEnabled') !== true && 'can be deleted',
    (DeletionPolicy !== 'Retain' || UpdateReplacePolicy !== 'Retain') && 'goes with its stack',
  ])(template),
  ...each('AWS::S3::Bucket', ({ Properties, DeletionPolicy, UpdateReplacePolicy }) => [
    at(Properties, 'VersioningConfiguration') !== undefined && 'keeps what was erased',
    at(Properties, 'PublicAccessBlockConfiguration', 'RestrictPublicBuckets') !== true && 'open to the world',
    (DeletionPolicy !== 'Retain' || UpdateReplacePolicy !== 'Retain') && 'goes with its stack',
  ])(template),
  ...each('AWS::KMS::Key', ({ Properties, DeletionPolicy }) => [
    at(Properties, 'EnableKeyRotation') !== true && 'never rotated',
    DeletionPolicy !== 'Retain' && 'goes with its stack',
  ])(template),
  ...each('AWS::SecretsManager::Secret', ({ Properties, DeletionPolicy }) => [
    at(Properties, 'KmsKeyId') === undefined && 'no key of ours',
    DeletionPolicy !== 'Retain' && 'goes with its stack',
  ])(template),
];

/** Whatever feeds a function says what happens to what it cannot do. */
export const failuresGoSomewhere: StackRule = (template) => [
  ...each('AWS::Lambda::EventSourceMapping', ({ Properties }) => {
    const [source = ''] = referencesIn(at(Properties, 'EventSourceArn'));
    const isQueue = template.Resources[source]?.Type === 'AWS::SQS::Queue';
    return [
      !listAt(Properties, 'FunctionResponseTypes').includes('ReportBatchItemFailures') &&
        'one failure repeats its whole batch',
      isQueue &&
        at(template.Resources[source], 'Properties', 'RedrivePolicy') === undefined &&
        'its queue repeats for ever',
      !isQueue &&
        at(Properties, 'DestinationConfig', 'OnFailure') === undefined &&
        'what it gives up on is lost',
      !isQueue && !(Number(at(Properties, 'MaximumRetryAttempts')) >= 0) && 'one record holds up all others',
      !isQueue && at(Properties, 'MaximumRecordAgeInSeconds') === undefined && 'records never get too old',
      !isQueue && at(Properties, 'BisectBatchOnFunctionError') !== true && 'one record spoils its batch',
    ];
  })(template),
  ...each('AWS::Scheduler::Schedule', ({ Properties }) => [
    at(Properties, 'Target', 'DeadLetterConfig') === undefined && 'a tick that fails is lost',
    at(Properties, 'Target', 'RetryPolicy') === undefined && 'a tick is tried for a day',
    at(Properties, 'ScheduleExpressionTimezone') !== 'Europe/Brussels' && 'another time zone',
    !resourcesOf(template, 'AWS::Lambda::EventInvokeConfig').some(([, config]) =>
      referencesIn(at(config, 'Properties', 'FunctionName')).some((id) =>
        referencesIn(at(Properties, 'Target', 'Arn')).includes(id),
      ),
    ) && 'what it wakes fails in silence',
  ])(template),
  ...each('AWS::Events::Rule', ({ Properties }) =>
    listAt(Properties, 'Targets').map(
      (target) => at(target, 'DeadLetterConfig') === undefined && 'an event that cannot be handed on is lost',
    ),
  )(template),
];

/** A worker that takes longer than its message is hidden works beside the next one. */
export const messagesStayHidden: StackRule = each(
  'AWS::Lambda::EventSourceMapping',
  ({ Properties }, _, template) => {
    const [source = ''] = referencesIn(at(Properties, 'EventSourceArn'));
    const [worker = ''] = referencesIn(at(Properties, 'FunctionName'));
    const hiddenSeconds = at(template.Resources[source], 'Properties', 'VisibilityTimeout');
    const timeoutSeconds = at(template.Resources[worker], 'Properties', 'Timeout');
    return [
      template.Resources[source]?.Type === 'AWS::SQS::Queue' &&
        !(Number(hiddenSeconds) >= Number(timeoutSeconds)) &&
        'its messages appear again while they are worked on',
    ];
  },
);

/** Names of what the agreement between the stacks and the functions lets a function read from its environment. */
export const knownVariables: readonly string[] = [
  'RECORDS_TABLE',
  'ANSWERS_TABLE',
  'OPERATOR_KEYS_SECRET',
  'CARRIER_ORDERS_SECRET',
  'CURSOR_SECRET',
  'WEBHOOK_KEY_SECRET',
  'RECEIVERS_ALLOW_LOOPBACK',
  'MAIL_QUEUE_URL',
  'DUE_QUEUE_URL',
  'ERASURE_QUEUE_URL',
  'CARRIER_REPORT_QUEUE_URL',
  'PUBLICATION_QUEUE_URL',
  'LANE_QUEUE_URL',
  'MANDATES_BUCKET',
  'DUE_LONGEST_DELAY_SECONDS',
  'DESK_QUEUES',
  'STATE_MACHINE_ARN',
  'LONGEST_WAIT_SECONDS',
  'DEFAULT_CARRIER',
  'TOKEN_ISSUER',
  'TOKEN_AUDIENCE',
  'TOKEN_JWKS_URL',
  'CALLS_PER_MINUTE',
  'ROUTES',
  'MAIL_FROM',
  'MAIL_CONFIGURATION_SET',
  'MAIL_CONCURRENCY',
  'PORTAL_URL',
  'START_LINK_BASE',
  'DESK_EMAIL',
  'DESK_LANGUAGE',
  'FONZER_EMAIL',
  'FONZER_PHONE',
  'BUSINESS_CLOCK',
  'LOG_LEVEL',
  'METRICS_NAMESPACE',
];

/** Functions are told where a secret is, never what it says: whoever may look at a function would read it. */
export const secretsStayOut: StackRule = each('AWS::Lambda::Function', ({ Properties }) =>
  Object.entries(at(Properties, 'Environment', 'Variables') ?? {}).flatMap(([name, value]) => [
    !knownVariables.includes(name) && `an unknown variable ${name}`,
    JSON.stringify(value).includes('{{resolve:') && `${name} holds what a secret says`,
    /SECRET$/.test(name) && typeof value === 'string' && `${name} holds a value, not a name`,
  ]),
);

/** A start token stands in a path: no log, no trace and no sample may show one. */
export const pathsStayPrivate: StackRule = (template) => [
  ...each('AWS::ApiGateway::Stage', ({ Properties }) => {
    const format = String(at(Properties, 'AccessLogSetting', 'Format'));
    return [
      /\$context\.(path|requestOverride|.*[qQ]uery|identity|customDomain)/.test(format) &&
        'the access log shows paths or people',
      !format.includes('$context.resourcePath') && 'the access log shows no route',
      at(Properties, 'TracingEnabled') === true && 'traces show paths',
      ...listAt(Properties, 'MethodSettings').map(
        (setting) =>
          (at(setting, 'LoggingLevel') !== 'OFF' || at(setting, 'DataTraceEnabled') !== false) &&
          'the log of executions shows paths',
      ),
    ];
  })(template),
  ...each('AWS::WAFv2::WebACL', ({ Properties }) =>
    [Properties, ...listAt(Properties, 'Rules')].map(
      (rule) =>
        at(rule, 'VisibilityConfig', 'SampledRequestsEnabled') !== false && 'samples of calls show paths',
    ),
  )(template),
  ...each('AWS::StepFunctions::StateMachine', ({ Properties }) => [
    at(Properties, 'LoggingConfiguration', 'IncludeExecutionData') !== false && 'its log shows tokens',
    at(Properties, 'LoggingConfiguration', 'Level') !== 'ALL' && 'its log leaves out what happened',
    at(Properties, 'TracingConfiguration', 'Enabled') !== true && 'it is not traced',
  ])(template),
];

/** The words with which an alarm says who is hurt, and where to read on. */
export const readAlarm = (description: unknown) => {
  const [, impact = '', severity = '', anchor = ''] =
    /^(.+?[.]) Severity: (call|task)\. Runbook: docs\/runbook\.md#([a-z-]+)$/.exec(String(description)) ?? [];
  return { impact, severity, anchor };
};

/** Whoever is woken knows why. */
export const alarmsSayWhy: StackRule = each('AWS::CloudWatch::Alarm', ({ Properties }) => [
  readAlarm(at(Properties, 'AlarmDescription')).impact === '' && 'nobody is said to be hurt',
  listAt(Properties, 'AlarmActions').length === 0 && 'nobody is called',
]);
