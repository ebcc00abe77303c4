import { join } from 'node:path';
import { Duration, Stack, Validations } from 'aws-cdk-lib';
import { Policy, PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Architecture, Runtime, Tracing } from 'aws-cdk-lib/aws-lambda';
import { LogLevel, NodejsFunction, OutputFormat } from 'aws-cdk-lib/aws-lambda-nodejs';
import type { ISecret } from 'aws-cdk-lib/aws-secretsmanager';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { protectedLog } from './protected-log.ts';
import type { RecordsStack } from './records-stack.ts';
import type { Stage } from './stages.ts';

const root = join(import.meta.dirname, '..');

/** Where the metrics of a stage stand: stages may share an account. */
export const metricsNamespaceOf = ({ name }: Stage): string => `NumberPorting/${name}`;

/** What every function of a stage is made with. */
export type FunctionSettings = { readonly stage: Stage; readonly records: RecordsStack };

type PortingFunctionProps = FunctionSettings & {
  /** The file below `functions/deployed`, without its ending. */
  readonly edge: string;
  readonly description: string;
  /** How long one call may take, in seconds. */
  readonly timeoutSeconds: number;
  readonly memoryMegabytes?: number;
  /** Only where somebody has to find it by its name; every other is made up at deployment. */
  readonly functionName?: string;
  /**
   * True for what the state machine calls: its trace says which of its runs are recorded. Whatever Lambda calls by itself it records
   * at a rate that nobody can set, and without the libraries of X-Ray such a trace says no more than the log.
   */
  readonly traces?: boolean;
};

/** What a function does with the records; whoever commits, writes a request with its history, locks and look-up items. */
export type RecordRight = 'read' | 'commit' | 'put' | 'update' | 'delete';

/** What a function does with signed mandates: give out an address to write or read one at, or delete them. */
export type MandateRight = 'write' | 'read' | 'erase';

const mandateActions: Readonly<Record<MandateRight, readonly string[]>> = {
  write: ['s3:PutObject'],
  read: ['s3:GetObject'],
  erase: ['s3:DeleteObject'],
};

const recordActions: Readonly<Record<RecordRight, readonly string[]>> = {
  read: ['dynamodb:GetItem', 'dynamodb:BatchGetItem', 'dynamodb:Query'],
  commit: ['dynamodb:PutItem', 'dynamodb:BatchWriteItem'],
  put: ['dynamodb:PutItem'],
  update: ['dynamodb:UpdateItem'],
  delete: ['dynamodb:DeleteItem'],
};

/**
 * How the SDK finds credentials on a laptop. In Lambda they stand in the environment, which is asked first, so these are
 * never loaded there; in the bundle they would cost a fifth of it.
 */
export const credentialsOfLaptops = [
  '@aws-sdk/credential-provider-http',
  '@aws-sdk/credential-provider-ini',
  '@aws-sdk/credential-provider-login',
  '@aws-sdk/credential-provider-process',
  '@aws-sdk/credential-provider-sso',
  '@aws-sdk/credential-provider-web-identity',
  '@aws-sdk/nested-clients/*',
] as const;

/** How esbuild makes one file of a function and all it needs. */
export const moduleBundling = {
  format: OutputFormat.ESM,
  target: 'node24',
  mainFields: ['module', 'main'],
  minify: true,
  // Some dependencies are CommonJS and ask for built-in modules by `require`, which an ES module does not have.
  banner: "import{createRequire}from'node:module';const require=createRequire(import.meta.url);",
};

/** What the keys of counted calls begin with. */
const callCountPrefix = 'CALLS#';

const readingKey = ['kms:Decrypt'] as const;
const writingKey = ['kms:Decrypt', 'kms:Encrypt', 'kms:GenerateDataKey'] as const;

/** `port-request/create` → `PortRequestCreate`: a function's id, by the file it runs. */
export const functionIdOf = (edge: string): string =>
  edge
    .split(/[/-]/)
    .map((word) => `${word.charAt(0).toUpperCase()}${word.slice(1)}`)
    .join('');

/**
 * One Lambda function with a role and a log group of its own. It may write its log and nothing else, until a `bind…`
 * method gives it a resource: the variable that names it and the right to use it, so that they cannot drift apart.
 */
export class PortingFunction extends Construct {
  readonly edge: string;
  readonly lambda: NodejsFunction;
  readonly role: Role;
  readonly traces: boolean;
  readonly #settings: FunctionSettings;

  constructor(scope: Construct, { stage, records, ...props }: PortingFunctionProps) {
    super(scope, functionIdOf(props.edge));
    this.edge = props.edge;
    this.traces = props.traces === true;
    this.#settings = { stage, records };
    const logGroup = protectedLog(this, 'Logs', stage);
    this.role = new Role(this, 'Role', { assumedBy: new ServicePrincipal('lambda.amazonaws.com') });
    this.#allow(['logs:CreateLogStream', 'logs:PutLogEvents'], [logGroup.logGroupArn]);
    this.lambda = new NodejsFunction(this, 'Function', {
      ...(props.functionName === undefined ? {} : { functionName: props.functionName }),
      description: props.description,
      entry: join(root, 'functions', 'deployed', `${props.edge}.ts`),
      handler: 'handler',
      runtime: Runtime.NODEJS_24_X,
      architecture: stage.architecture === 'arm64' ? Architecture.ARM_64 : Architecture.X86_64,
      memorySize: props.memoryMegabytes ?? 512,
      timeout: Duration.seconds(props.timeoutSeconds),
      role: this.role,
      logGroup,
      tracing: this.traces ? Tracing.ACTIVE : Tracing.DISABLED,
      environment: { LOG_LEVEL: stage.logLevel, METRICS_NAMESPACE: metricsNamespaceOf(stage) },
      // The SDK of the runtime changes without a deployment; the bundled one is the one that was tested.
      projectRoot: root,
      depsLockFilePath: join(root, 'package-lock.json'),
      bundling: {
        ...moduleBundling,
        logLevel: LogLevel.WARNING,
        bundleAwsSDK: true,
        externalModules: [...credentialsOfLaptops],
      },
    });
    if (this.traces)
      Validations.of(this.role).acknowledge({
        id: 'AwsSolutions::AwsSolutions-IAM5[Resource::*]',
        reason: 'Traces belong to no resource; AWS documents their rights with all resources.',
      });
  }

  #allow(actions: readonly string[], resources: readonly string[]): void {
    this.role.addToPrincipalPolicy(new PolicyStatement({ actions: [...actions], resources: [...resources] }));
  }

  #set(variables: Readonly<Record<string, string>>): void {
    for (const [name, value] of Object.entries(variables)) this.lambda.addEnvironment(name, value);
  }

  #useKey(...actions: readonly string[]): void {
    this.#allow(actions, [this.#settings.records.key.keyArn]);
  }

  #putInto(variable: string, queue: IQueue): this {
    this.#set({ [variable]: queue.queueUrl });
    this.#allow(['sqs:SendMessage'], [queue.queueArn]);
    return this;
  }

  #readSecret(variable: string, secret: Pick<ISecret, 'secretArn'>): void {
    this.#set({ [variable]: secret.secretArn });
    this.#allow(['secretsmanager:GetSecretValue'], [secret.secretArn]);
    this.#useKey(...readingKey);
  }

  /** The records, and those of their indexes that are asked. */
  bindRecords(rights: readonly RecordRight[], indexes: readonly string[] = []): this {
    const { records } = this.#settings.records;
    this.#set({ RECORDS_TABLE: records.tableName });
    this.#allow([...new Set(rights.flatMap((right) => recordActions[right]))], [records.tableArn]);
    if (indexes.length > 0)
      this.#allow(
        ['dynamodb:Query'],
        indexes.map((index) => `${records.tableArn}/index/${index}`),
      );
    this.#useKey(...(rights.every((right) => right === 'read') ? readingKey : writingKey));
    return this;
  }

  /** The stream of the records, to read what was written. */
  bindStream(streamArn: string): this {
    this.#allow(
      ['dynamodb:DescribeStream', 'dynamodb:GetRecords', 'dynamodb:GetShardIterator', 'dynamodb:ListStreams'],
      [streamArn],
    );
    return this;
  }

  /** The answers remembered for calls that come twice. */
  bindAnswers(): this {
    const { answers } = this.#settings.records;
    this.#set({ ANSWERS_TABLE: answers.tableName });
    this.#allow(['dynamodb:GetItem', 'dynamodb:PutItem'], [answers.tableArn]);
    this.#useKey(...writingKey);
    return this;
  }

  /** The business clock: the machine's own, or the one that tests move, which is an item of the records. */
  bindClock(): this {
    const { businessClock } = this.#settings.stage;
    this.#set({ BUSINESS_CLOCK: businessClock });
    return businessClock === 'movable' ? this.#readSingleItems() : this;
  }

  /** What counting days needs: the clock, and the closed days, which are an item of the records. */
  bindCalendar(): this {
    return this.bindClock().#readSingleItems();
  }

  #readSingleItems(): this {
    const { records } = this.#settings.records;
    this.#set({ RECORDS_TABLE: records.tableName });
    this.#allow(['dynamodb:GetItem'], [records.tableArn]);
    this.#useKey(...readingKey);
    return this;
  }

  /** The keys that operators sign their events with. */
  bindOperatorKeys(): this {
    this.#readSecret('OPERATOR_KEYS_SECRET', this.#settings.records.operatorKeysSecret);
    return this;
  }

  /** Where carriers take their orders, and what these are signed with. */
  bindCarrierOrders(): this {
    this.#readSecret('CARRIER_ORDERS_SECRET', this.#settings.records.carrierOrdersSecret);
    return this;
  }

  /** The name of the carrier that new requests go to; its secrets stay out of reach. */
  bindCarrierName(): this {
    this.#set({ DEFAULT_CARRIER: this.#settings.stage.defaultCarrier });
    return this;
  }

  /** The key that signs the cursors of lists. */
  bindCursorKey(): this {
    this.#readSecret('CURSOR_SECRET', this.#settings.records.cursorSecret);
    return this;
  }

  /** The key that receivers' secrets are derived from. */
  bindWebhookKey(): this {
    this.#readSecret('WEBHOOK_KEY_SECRET', this.#settings.records.webhookSecret);
    return this;
  }

  /** Receivers of webhooks: those on the internet, unless the stage says more. */
  bindReceivers(): this {
    if (this.#settings.stage.allowsLoopbackReceivers) this.#set({ RECEIVERS_ALLOW_LOOPBACK: 'true' });
    return this;
  }

  /** How many calls a tenant may make in a minute, and where they are counted: beside the remembered answers. */
  bindCallCounts(): this {
    const { answers } = this.#settings.records;
    this.#set({
      ANSWERS_TABLE: answers.tableName,
      CALLS_PER_MINUTE: String(this.#settings.stage.api.callsPerMinutePerTenant),
    });
    this.role.addToPrincipalPolicy(
      new PolicyStatement({
        actions: ['dynamodb:UpdateItem'],
        resources: [answers.tableArn],
        // Whoever counts touches no remembered answer. The emulator does not know this key and lets any pass.
        conditions: { 'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': [`${callCountPrefix}*`] } },
      }),
    );
    this.#useKey(...writingKey);
    return this;
  }

  /** Whose tokens are believed. */
  bindTokens(): this {
    const { issuer, audience, jwksUrl } = this.#settings.stage.token;
    this.#set({ TOKEN_ISSUER: issuer, TOKEN_AUDIENCE: audience, TOKEN_JWKS_URL: jwksUrl });
    return this;
  }

  /** The routes there are, each as `METHOD /path`. */
  bindRoutes(routes: readonly string[]): this {
    this.#set({ ROUTES: JSON.stringify(routes) });
    return this;
  }

  /** The longest a run may wait before it looks again. */
  bindLongestWait(): this {
    this.#set({ LONGEST_WAIT_SECONDS: String(this.#settings.stage.longestWaitSeconds) });
    return this;
  }

  /** The queue of mails to send, to put jobs into. */
  bindMailQueue(queue: IQueue): this {
    return this.#putInto('MAIL_QUEUE_URL', queue);
  }

  /** The queue of requests with something due, to put ids into. */
  bindDueQueue(queue: IQueue): this {
    this.#set({ DUE_LONGEST_DELAY_SECONDS: String(this.#settings.stage.dueLongestDelaySeconds) });
    return this.#putInto('DUE_QUEUE_URL', queue);
  }

  /** The queue of requests whose surroundings have to be erased, to put ids into. */
  bindErasures(queue: IQueue): this {
    return this.#putInto('ERASURE_QUEUE_URL', queue);
  }

  /** The queue of reports to the carrier, to put jobs into. */
  bindCarrierReports(queue: IQueue): this {
    return this.#putInto('CARRIER_REPORT_QUEUE_URL', queue);
  }

  /** The queue of history entries that wait for the feed, to put jobs into. */
  bindPublications(queue: IQueue): this {
    return this.#putInto('PUBLICATION_QUEUE_URL', queue);
  }

  /** The queue of webhooks' lanes that wait for a worker, to put jobs into. */
  bindLanes(queue: IQueue): this {
    return this.#putInto('LANE_QUEUE_URL', queue);
  }

  /** The bucket of signed mandates. An address it gives out can do no more than it may itself. */
  bindMandates(rights: readonly MandateRight[]): this {
    const { mandates } = this.#settings.records;
    this.#set({ MANDATES_BUCKET: mandates.bucketName });
    this.#allow(
      rights.flatMap((right) => mandateActions[right]),
      [`${mandates.bucketArn}/mandates/*`],
    );
    if (rights.includes('erase')) this.#allow(['s3:ListBucket'], [mandates.bucketArn]);
    this.#useKey(...writingKey);
    Validations.of(this.role).acknowledge({
      id: `AwsSolutions::AwsSolutions-IAM5[Resource::${this.#settings.records.mandatesArnExport}/mandates/*]`,
      reason: 'Mandates have names of their own, all below one prefix of one bucket.',
    });
    return this;
  }

  /** The right to start runs of the lifecycle; `startArn` is what they are started on, the alias where there is one. */
  bindStart({ machineArn, startArn }: { readonly machineArn: string; readonly startArn: string }): this {
    this.#set({ STATE_MACHINE_ARN: startArn });
    this.#allow(['states:StartExecution'], [machineArn]);
    return this;
  }

  /**
   * The right to end waits of the lifecycle. It stands in a policy of its own, for which the function does not wait:
   * the machine names functions that may wake it, so neither could be created before the other.
   */
  bindWake({ machineArn }: { readonly machineArn: string }): this {
    new Policy(this, 'WakePolicy', {
      roles: [this.role],
      statements: [new PolicyStatement({ actions: ['states:SendTaskSuccess'], resources: [machineArn] })],
    });
    return this;
  }

  /** The sender of mails: its address, the configuration set that reports bounces, the words that need settings. */
  bindMailer(
    { identityName, configurationSetName }: { identityName: string; configurationSetName: string },
    startLinkBase: string,
  ): this {
    const { mail, portalUrl } = this.#settings.stage;
    const stack = Stack.of(this);
    this.#set({
      MAIL_FROM: mail.from,
      MAIL_CONFIGURATION_SET: configurationSetName,
      MAIL_CONCURRENCY: String(mail.concurrency),
      PORTAL_URL: portalUrl,
      START_LINK_BASE: startLinkBase,
      DESK_EMAIL: mail.desk.email,
      DESK_LANGUAGE: mail.desk.language,
      FONZER_EMAIL: mail.fonzer.email,
      FONZER_PHONE: mail.fonzer.phone,
    });
    this.#allow(
      ['ses:SendEmail'],
      [
        stack.formatArn({ service: 'ses', resource: 'identity', resourceName: identityName }),
        stack.formatArn({
          service: 'ses',
          resource: 'configuration-set',
          resourceName: configurationSetName,
        }),
      ],
    );
    // The account's sending rate belongs to no resource.
    this.#allow(['ses:GetSendQuota'], ['*']);
    return this;
  }
}
