import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { queueNames, wokenNames } from '../../functions/repair/queue-names.ts';
import { readFile } from '../repository/source-files.ts';
import { knownVariables } from './stack-rules.ts';
import { appOf, at, listAt, referencesIn, resourcesOf, type StackTemplate, templateOf } from './templates.ts';

const { app, ...stacks } = appOf('production');
const assembly = app.synth();
const porting = templateOf(assembly, stacks.porting);

/** Each function by its file, with the template it stands in and the logical ids of its own resources. */
const functions = new Map(
  [stacks.api, stacks.porting].flatMap((stack) => {
    const template = templateOf(assembly, stack);
    return stack.functions.map(({ edge, lambda, role }) => {
      const id = referencesIn(stack.resolve(lambda.functionArn))[0] ?? '';
      const roleId = referencesIn(stack.resolve(role.roleArn))[0] ?? '';
      return [edge, { template, id, roleId }] as const;
    });
  }),
);

const statementsOf = (template: StackTemplate, roleId: string): readonly unknown[] =>
  resourcesOf(template, 'AWS::IAM::Policy')
    .filter(([, { Properties }]) => referencesIn(Properties['Roles']).includes(roleId))
    .flatMap(([, { Properties }]) => listAt(Properties, 'PolicyDocument', 'Statement'));

const statementsFor = (edge: string): readonly unknown[] => {
  const found = functions.get(edge);
  return found === undefined ? [] : statementsOf(found.template, found.roleId);
};

const propertyOf = (edge: string, ...path: readonly string[]): unknown => {
  const found = functions.get(edge);
  return at(found?.template.Resources[found.id], 'Properties', ...path);
};

/** A resource in a word. */
const nameOf = (resource: unknown): string => {
  const text = JSON.stringify(resource);
  const index = /\/index\/([a-z-]+)/.exec(text)?.[1];
  if (index !== undefined) return `index ${index}`;
  if (text.includes(':identity/')) return 'sender';
  if (text.includes(':execution:')) return 'runs';
  if (text.includes(':configuration-set/')) return 'configuration set';
  if (resource === '*') return 'everything';
  const [reference = text] = referencesIn(resource);
  const kept =
    /FnGetAtt(Records|RecordsKey|Answers|Mandates)\w{8}(Arn|StreamArn)|Ref(OperatorKeysSecret|CarrierOrdersSecret|CursorSecret|WebhookSecret)/.exec(
      reference,
    );
  if (kept !== null) return `${kept[3] ?? kept[1]}${kept[2] === 'StreamArn' ? ' stream' : ''}`;
  return reference.replace(/[0-9A-F]{8}$/, '');
};

/** What a function may do, but for what all may: write their own log, and traces. */
const rightsOf = (edge: string): readonly string[] =>
  statementsFor(edge)
    .flatMap((statement) =>
      listAt(statement, 'Resource').map((resource) => ({
        resource: nameOf(resource),
        actions: listAt(statement, 'Action')
          .map(String)
          .filter((action) => !action.startsWith('xray:'))
          .map((action) => action.split(':')[1] ?? ''),
      })),
    )
    .filter(({ resource, actions }) => !/Logs$/.test(resource) && actions.length > 0)
    .map(({ resource, actions }) => `${resource}: ${actions.toSorted().join(' ')}`)
    .toSorted();

const readsKey = 'RecordsKey: Decrypt';
const writesKey = 'RecordsKey: Decrypt Encrypt GenerateDataKey';
const reads = ['Records: BatchGetItem GetItem Query', readsKey];
const commits = ['Records: BatchGetItem BatchWriteItem GetItem PutItem Query', writesKey];
const remembers = [...commits, 'Answers: GetItem PutItem'];
const takesFrom = (queue: string) =>
  `${queue}: ChangeMessageVisibility DeleteMessage GetQueueAttributes GetQueueUrl ReceiveMessage`;
const putsInto = (queue: string) => `${queue}: SendMessage`;
const leavesIn = (queue: string) => `${queue}: GetQueueAttributes GetQueueUrl SendMessage`;
const readsOperatorKeys = 'OperatorKeysSecret: GetSecretValue';
const readsWebhookKey = 'WebhookSecret: GetSecretValue';
const readsCarrierOrders = 'CarrierOrdersSecret: GetSecretValue';
const wakes = 'LifecycleMachine: SendTaskSuccess';
const starts = 'LifecycleMachine: StartExecution';

/** Every queue of work with its dead letters, and what is left behind without a queue: what operations may repair. */
const repairedQueues = [
  ['CorrespondenceMail', 'Mail'],
  ['CorrespondenceBounces', 'Bounces'],
  ['WindowClockDue', 'Due'],
  ['SignedMandatesUploads', 'Uploads'],
  ['ErasureErasures', 'Erasures'],
  ['CarrierReports', 'Reports'],
  ['WebhooksPublications', 'Publications'],
  ['WebhooksLanes', 'Lanes'],
].map(([path, id]) => ({ queue: `${path}Queue`, deadLetters: `${path}${id}DeadLettersQueue` }));

const givenUpQueues = [
  'FollowUpRelayFailuresQueue',
  'FollowUpSweepFailuresQueue',
  'WindowClockLookFailuresQueue',
  'WebhooksLaneSweepFailuresQueue',
];

/** What each function may do. Whoever adds a right adds it here, and is asked why. */
const rights: Readonly<Record<string, readonly string[]>> = {
  'port-request/create': remembers,
  'port-request/list': [
    ...reads,
    'index by-creation: Query',
    'index by-tenant: Query',
    'CursorSecret: GetSecretValue',
  ],
  'port-request/get': reads,
  'port-request/edit': commits,
  'port-request/submit': remembers,
  'port-request/cancel': remembers,
  'port-request/start': remembers,
  'port-request/history': reads,
  'port-request/rejection-reasons': [],
  'port-request/statuses': [],
  'window/start-link': remembers,
  'window/start-page': ['Records: BatchGetItem BatchWriteItem GetItem PutItem Query UpdateItem', writesKey],
  'port-request/date': remembers,
  'port-request/notes': remembers,
  'incidents/change': remembers,
  'incidents/read': reads,
  'desk/change': remembers,
  'desk/read': [...reads, 'index desk: Query', 'CursorSecret: GetSecretValue'],
  'authorisation/signed-mandates': [
    'Records: BatchGetItem GetItem Query',
    writesKey,
    'Answers: GetItem PutItem',
    'Mandates: GetObject PutObject',
  ],
  'authorisation/record-upload': [
    ...commits,
    putsInto('ErasureErasuresQueue'),
    takesFrom('SignedMandatesUploadsQueue'),
  ],
  'erasure/erase-beside': [
    ...commits,
    'Mandates: DeleteObject',
    'Mandates: ListBucket',
    takesFrom('ErasureErasuresQueue'),
  ],
  'operator/report-to-carrier': [...reads, readsCarrierOrders, takesFrom('CarrierReportsQueue')],
  'authorisation/mandate': reads,
  'authorisation/number-list-letter': reads,
  'correspondence/mails': reads,
  'operator/desk-events': remembers,
  'operator/events': [...remembers, readsOperatorKeys],
  'numbers/number-checks': ['Records: BatchGetItem GetItem Query', writesKey, 'Answers: GetItem PutItem'],
  'calendar/dates': ['Records: GetItem', readsKey],
  'events/feed': [...reads, 'CursorSecret: GetSecretValue'],
  'webhooks/endpoints': [
    'Records: BatchGetItem DeleteItem GetItem PutItem Query UpdateItem',
    writesKey,
    'Answers: GetItem PutItem',
    readsWebhookKey,
    'CursorSecret: GetSecretValue',
  ],
  'events/publish': [
    'Records: BatchGetItem GetItem PutItem Query UpdateItem',
    writesKey,
    putsInto('WebhooksLanesQueue'),
    takesFrom('WebhooksPublicationsQueue'),
  ],
  'webhooks/deliver': [
    'Records: BatchGetItem DeleteItem GetItem PutItem Query UpdateItem',
    writesKey,
    readsWebhookKey,
    putsInto('WebhooksLanesQueue'),
    putsInto('CorrespondenceMailQueue'),
    takesFrom('WebhooksLanesQueue'),
  ],
  'webhooks/sweep-lanes': [
    ...reads,
    'index webhook-due: Query',
    putsInto('WebhooksLanesQueue'),
    leavesIn('WebhooksLaneSweepFailuresQueue'),
  ],
  health: [],
  openapi: [],
  'runtime/unmatched': [],
  'runtime/authorizer': ['Answers: UpdateItem', writesKey],
  'lifecycle/decide-next-step': commits,
  'lifecycle/keep-task-token': ['Records: BatchGetItem GetItem PutItem Query', writesKey, wakes],
  'lifecycle/record-failure': commits,
  'operator/send-request': [...commits, readsCarrierOrders],
  'operator/execute-port': [...reads, readsCarrierOrders],
  'operator/tell-carrier-of-end': [...reads, readsCarrierOrders],
  'window/look-for-due': [
    ...reads,
    'index by-due: Query',
    putsInto('WindowClockDueQueue'),
    leavesIn('WindowClockLookFailuresQueue'),
  ],
  'window/do-what-is-due': [...commits, takesFrom('WindowClockDueQueue')],
  'correspondence/send-mail': [
    'Records: BatchGetItem DeleteItem GetItem PutItem Query UpdateItem',
    writesKey,
    'sender: SendEmail',
    'configuration set: SendEmail',
    'everything: GetSendQuota',
    takesFrom('CorrespondenceMailQueue'),
  ],
  'correspondence/record-bounce': [...commits, takesFrom('CorrespondenceBouncesQueue')],
  'lifecycle/relay': [
    'Records: BatchGetItem GetItem Query UpdateItem',
    'Records stream: DescribeStream GetRecords GetShardIterator ListStreams',
    writesKey,
    starts,
    wakes,
    putsInto('CorrespondenceMailQueue'),
    putsInto('ErasureErasuresQueue'),
    putsInto('CarrierReportsQueue'),
    putsInto('WebhooksPublicationsQueue'),
    leavesIn('FollowUpRelayFailuresQueue'),
  ],
  'repair/desk-command': [
    'Records: BatchGetItem DeleteItem GetItem Query',
    'index outbox: Query',
    writesKey,
    starts,
    'runs: DescribeExecution',
    putsInto('CorrespondenceMailQueue'),
    ...repairedQueues.flatMap(({ queue, deadLetters }) => [
      `${queue}: GetQueueAttributes SendMessage`,
      `${deadLetters}: DeleteMessage GetQueueAttributes ReceiveMessage`,
    ]),
    ...givenUpQueues.map((queue) => `${queue}: DeleteMessage GetQueueAttributes ReceiveMessage`),
  ],
  'lifecycle/sweep': [
    'Records: BatchGetItem GetItem Query UpdateItem',
    'index by-due: Query',
    'index desk: Query',
    'index outbox: Query',
    'index standing: Query',
    writesKey,
    'LifecycleMachine: ListExecutions StartExecution',
    wakes,
    'runs: DescribeExecution',
    putsInto('CorrespondenceMailQueue'),
    putsInto('ErasureErasuresQueue'),
    putsInto('CarrierReportsQueue'),
    putsInto('WebhooksPublicationsQueue'),
    putsInto('WindowClockDueQueue'),
    leavesIn('FollowUpSweepFailuresQueue'),
  ],
};

describe('What functions may do', () => {
  test('is said for every function there is', () => {
    expect([...functions.keys()].toSorted()).toEqual(Object.keys(rights).toSorted());
  });

  test.each(Object.entries(rights))('is exactly this: %s', (edge, expected) => {
    expect(rightsOf(edge)).toEqual([...new Set(expected)].toSorted());
  });

  test('lets whoever counts calls touch no remembered answer', () => {
    const counting = statementsFor('runtime/authorizer').filter((statement) =>
      listAt(statement, 'Action').includes('dynamodb:UpdateItem'),
    );
    expect(counting.map((statement) => at(statement, 'Condition'))).toEqual([
      { 'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': ['CALLS#*'] } },
    ]);
  });

  test('traces what the state machine calls and nothing else, least of all what has a start token in its path', () => {
    const isTraced = (edge: string) => propertyOf(edge, 'TracingConfig', 'Mode') === 'Active';
    expect([...functions.keys()].filter(isTraced).toSorted()).toEqual([
      'lifecycle/decide-next-step',
      'lifecycle/keep-task-token',
      'lifecycle/record-failure',
      'operator/execute-port',
      'operator/send-request',
      'operator/tell-carrier-of-end',
    ]);
  });
});

/** What is only known once it is deployed, where it has a form. */
const knownAtDeployment: Readonly<Record<string, string>> = {
  START_LINK_BASE: 'https://api.example/start/',
  DESK_QUEUES: JSON.stringify({
    base: 'https://sqs.example/000000000000',
    work: Object.fromEntries(queueNames.map((name) => [name, ['work', 'dead-letters']])),
    woken: Object.fromEntries(wokenNames.map((name) => [name, 'dead-letters'])),
  }),
};

const variablesOf = (edge: string): ReadonlyMap<string, string> =>
  new Map(
    Object.entries(propertyOf(edge, 'Environment', 'Variables') ?? {}).map(([name, value]) => [
      name,
      // What is only known once it is deployed.
      typeof value === 'string' ? value : (knownAtDeployment[name] ?? 'deployed'),
    ]),
  );

/** The real parts that a deployed function is put together from: module and name of each. */
const partsOf = (edge: string): readonly (readonly [module: string, part: string])[] => {
  const text = readFile(`functions/deployed/${edge}.ts`);
  const imported = [
    ...text.matchAll(
      /import \{([^}]+)\} from '\.\.\/(?:\.\.\/)?(aws\/real-[\w-]+|runtime\/remote-issuer)\.ts'/g,
    ),
  ].flatMap(([, names = '', module = '']) =>
    names
      .split(',')
      .map((name) => name.trim())
      .filter((name) => name !== '')
      .map((name) => [module, name] as const),
  );
  return text.includes('onBusinessClock')
    ? [...imported, ['aws/real-business-clock', 'realBusinessClock'] as const]
    : imported;
};

const namesOfRead = (edge: string): readonly string[] =>
  [...readFile(`functions/deployed/${edge}.ts`).matchAll(/\b([A-Z][A-Z_]{3,}): z\./g)].map(
    ([, name = '']) => name,
  );

describe('The environment of functions', () => {
  afterEach(() => vi.unstubAllEnvs());

  test.each(Object.keys(rights))('has all that %s reads', async (edge) => {
    vi.resetModules();
    for (const name of knownVariables) vi.stubEnv(name, undefined);
    const given = variablesOf(edge);
    for (const [name, value] of given) vi.stubEnv(name, value);
    vi.stubEnv('AWS_LAMBDA_FUNCTION_NAME', 'a-function');
    vi.stubEnv('AWS_REGION', 'eu-west-1');

    const parts = partsOf(edge);
    for (const [module, part] of parts) {
      const loaded: Readonly<Record<string, unknown>> = await import(
        /* @vite-ignore */ fileURLToPath(new URL(`../../functions/${module}.ts`, import.meta.url))
      );
      const make = loaded[part];
      // Made as on its first call: a part whose variable is missing throws, naming it.
      expect(typeof make === 'function' && make.length === 0 ? make() : undefined).toBeDefined();
    }
    expect(namesOfRead(edge).filter((name) => !given.has(name))).toEqual([]);
  });
});

describe('The machine', () => {
  const [, machine] = resourcesOf(porting, 'AWS::StepFunctions::StateMachine')[0] ?? [];
  const substitutions = at(machine, 'Properties', 'DefinitionSubstitutions');
  const definition = JSON.stringify(at(machine, 'Properties', 'DefinitionString'));
  const placeholders = new Set([...definition.matchAll(/\$\{(\w+)\}/g)].map(([, name = '']) => name));
  const called = Object.values(substitutions ?? {}).flatMap(referencesIn);

  test('has a function for each placeholder of its definition, and no other', () => {
    expect(Object.keys(substitutions ?? {}).toSorted()).toEqual([...placeholders].toSorted());
    expect(placeholders.size).toBeGreaterThan(0);
  });

  test('may call exactly these functions', () => {
    const [roleId = ''] = referencesIn(at(machine, 'Properties', 'RoleArn'));
    const invoked = statementsOf(porting, roleId)
      .filter((statement) => listAt(statement, 'Action').includes('lambda:InvokeFunction'))
      .flatMap((statement) => listAt(statement, 'Resource').flatMap(referencesIn));
    expect(invoked.toSorted()).toEqual(called.toSorted());
    expect(called.every((id) => porting.Resources[id]?.Type === 'AWS::Lambda::Function')).toBe(true);
  });

  test('waits longer for a function than the function may take, so that the function says what went wrong', () => {
    for (const id of called) expect(at(porting.Resources[id], 'Properties', 'Timeout')).toBeLessThan(60);
  });

  test('is started through its alias, on a version of the definition that is deployed', () => {
    const [aliasId, alias] = resourcesOf(porting, 'AWS::StepFunctions::StateMachineAlias')[0] ?? [];
    const [versionId, version] = resourcesOf(porting, 'AWS::StepFunctions::StateMachineVersion')[0] ?? [];
    expect(referencesIn(at(alias, 'Properties', 'DeploymentPreference', 'StateMachineVersionArn'))).toEqual([
      versionId,
    ]);
    expect(at(version, 'Properties', 'StateMachineRevisionId')).toEqual({
      'Fn::GetAtt': [expect.stringMatching(/^LifecycleMachine/), 'StateMachineRevisionId'],
    });
    expect(version?.DeletionPolicy).toBe('Retain');
    for (const edge of ['lifecycle/relay', 'lifecycle/sweep'])
      expect(referencesIn(propertyOf(edge, 'Environment', 'Variables', 'STATE_MACHINE_ARN'))).toEqual([
        aliasId,
      ]);
  });
});
