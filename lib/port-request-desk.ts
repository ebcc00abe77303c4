import { Duration, RemovalPolicy, Validations } from 'aws-cdk-lib';
import {
  AccessLogField,
  AccessLogFormat,
  AuthorizationType,
  CfnAccount,
  EndpointType,
  type IAuthorizer,
  LambdaIntegration,
  LogGroupLogDestination,
  MethodLoggingLevel,
  RequestAuthorizer,
  RestApi,
} from 'aws-cdk-lib/aws-apigateway';
import { ManagedPolicy, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Construct } from 'constructs';
import { routes, routeTable } from '../functions/routes.ts';
import type { Route } from '../functions/runtime/route.ts';
import { ApiDomains } from './api-domains.ts';
import { Firewall } from './firewall.ts';
import { gatewayAnswers } from './gateway-answers.ts';
import { type FunctionSettings, PortingFunction } from './porting-function.ts';
import { protectedLog } from './protected-log.ts';
import type { Watch } from './watch.ts';

type Edge = keyof typeof routeTable;

const edgesOf = Object.entries(routeTable);

const changesRequests = (edge: PortingFunction): PortingFunction =>
  edge.bindRecords(['read', 'commit']).bindAnswers().bindCalendar();

const readsRequests = (edge: PortingFunction): PortingFunction => edge.bindRecords(['read']).bindCalendar();

const needsNothing = (edge: PortingFunction): PortingFunction => edge;

/** What the function of each route is given. A new route has to say it here; everything else follows from its row. */
const bindings: Readonly<Record<Edge, (edge: PortingFunction) => PortingFunction>> = {
  'port-request/create': (edge) => changesRequests(edge).bindCarrierName(),
  'port-request/list': (edge) =>
    edge.bindRecords(['read'], ['by-tenant', 'by-creation']).bindCalendar().bindCursorKey(),
  'port-request/get': readsRequests,
  // A patch names the version it is for, so it needs no key and no remembered answer.
  'port-request/edit': (edge) => edge.bindRecords(['read', 'commit']).bindCalendar(),
  'port-request/submit': changesRequests,
  'port-request/cancel': changesRequests,
  'port-request/start': changesRequests,
  'window/start-link': changesRequests,
  'port-request/history': readsRequests,
  'authorisation/mandate': (edge) => edge.bindRecords(['read']).bindClock(),
  'authorisation/number-list-letter': (edge) => edge.bindRecords(['read']),
  'port-request/date': changesRequests,
  'port-request/notes': changesRequests,
  'incidents/change': changesRequests,
  'incidents/read': readsRequests,
  'desk/change': changesRequests,
  'desk/read': (edge) => edge.bindRecords(['read'], ['desk']).bindCalendar().bindCursorKey(),
  'authorisation/signed-mandates': (edge) =>
    readsRequests(edge).bindAnswers().bindMandates(['write', 'read']),
  'correspondence/mails': readsRequests,
  'operator/desk-events': changesRequests,
  'operator/events': (edge) => changesRequests(edge).bindOperatorKeys(),
  'numbers/number-checks': (edge) => edge.bindRecords(['read']).bindAnswers(),
  'calendar/dates': (edge) => edge.bindCalendar(),
  'port-request/rejection-reasons': needsNothing,
  'port-request/statuses': needsNothing,
  // Beside the start it commits, it counts tries of a link.
  'window/start-page': (edge) => edge.bindRecords(['read', 'commit', 'update']).bindCalendar(),
  'events/feed': (edge) => edge.bindRecords(['read']).bindCursorKey(),
  'webhooks/endpoints': (edge) =>
    edge
      .bindRecords(['read', 'put', 'update', 'delete'])
      .bindAnswers()
      .bindClock()
      .bindWebhookKey()
      .bindReceivers()
      .bindCursorKey(),
  health: needsNothing,
  openapi: needsNothing,
};

/** Less than the gateway waits (29 seconds), so that it is the function that says what went wrong. */
const callTimeoutSeconds = 20;

const needsToken = ({ access }: Pick<Route, 'access'>): boolean =>
  access !== 'public' && access !== 'operator-signature' && access !== 'start-link';

/** Lambda takes no more characters. */
const longestDescription = 256;

/** Every route, as far as they fit. */
const descriptionOf = (edgeRoutes: readonly Route[]): string => {
  const all = edgeRoutes.map(({ method, path }) => `${method} ${path}`).join(', ');
  return all.length > longestDescription ? `${all.slice(0, longestDescription - 1)}…` : all;
};

const isEdge = (name: string): name is Edge => name in routeTable;

/** Every path that leads to a route, the route's own included: `/v1`, `/v1/port-requests`, … */
const pathsOf = (all: readonly Pick<Route, 'path'>[]): readonly string[] => [
  ...new Set(
    all.flatMap(({ path }) => {
      const segments = path.split('/').slice(1);
      return segments.map((_, index) => `/${segments.slice(0, index + 1).join('/')}`);
    }),
  ),
];

/** What is written about each call. The route, never the path or the query: a start token stands in a path. */
const accessLogFormat = AccessLogFormat.custom(
  JSON.stringify({
    requestId: AccessLogField.contextRequestId(),
    at: AccessLogField.contextRequestTimeEpoch(),
    method: AccessLogField.contextHttpMethod(),
    route: AccessLogField.contextResourcePath(),
    status: AccessLogField.contextStatus(),
    answeredBy: AccessLogField.contextErrorResponseType(),
    tenant: AccessLogField.contextAuthorizer('tenant'),
    tookMilliseconds: AccessLogField.contextResponseLatency(),
    functionTookMilliseconds: AccessLogField.contextIntegrationLatency(),
  }),
);

/**
 * What resellers, operators and subscribers call: every route of `functions/routes.ts` with its function, and in front
 * of them the authorizer, limits, and the firewall. Whatever no route takes ends in our own 404 and 405.
 */
export class PortRequestDesk extends Construct {
  readonly api: RestApi;
  readonly functions: readonly PortingFunction[];
  /** Without a slash at the end. */
  readonly url: string;

  constructor(scope: Construct, settings: FunctionSettings) {
    super(scope, 'Desk');
    const { stage } = settings;

    const accessLog = protectedLog(this, 'AccessLog', stage);
    const account = this.#letGatewayLog();
    this.api = new RestApi(this, 'Api', {
      // Metrics go by the name, so that it has to be this stage's own.
      restApiName: `porting-${stage.name}`,
      description: 'Number porting',
      endpointTypes: [EndpointType.REGIONAL],
      // Both ways and whatever the `Accept` header: bodies reach functions byte for byte, since signatures are over bytes,
      // and a PDF leaves as one. Texts are not touched: only what a function marks as base64 is decoded.
      binaryMediaTypes: ['*/*'],
      cloudWatchRole: false,
      disableExecuteApiEndpoint: stage.api.domain !== undefined,
      deployOptions: {
        stageName: stage.name,
        throttlingRateLimit: stage.api.callsPerSecond,
        throttlingBurstLimit: stage.api.burstCalls,
        // Metrics of each method would cost more in a month than a thousand ports; those of the whole API are free.
        metricsEnabled: false,
        // The gateway's own log and its traces show paths, and a start token stands in one.
        loggingLevel: MethodLoggingLevel.OFF,
        dataTraceEnabled: false,
        tracingEnabled: false,
        accessLogDestination: new LogGroupLogDestination(accessLog),
        accessLogFormat,
      },
    });
    this.api.deploymentStage.node.addDependency(account);
    for (const { id, type, status, headers, body } of gatewayAnswers)
      this.api.addGatewayResponse(id, {
        type,
        statusCode: String(status),
        responseHeaders: {
          ...Object.fromEntries(
            // In its usual spelling the header replaces the gateway's own instead of joining it.
            Object.entries(headers).map(([name, value]) => [
              name === 'content-type' ? 'Content-Type' : name,
              `'${value}'`,
            ]),
          ),
          'x-request-id': 'context.requestId',
        },
        templates: { 'application/json': body },
      });

    const authorizerFunction = new PortingFunction(this, {
      ...settings,
      edge: 'runtime/authorizer',
      description: 'Who is calling?',
      timeoutSeconds: 10,
    })
      .bindTokens()
      .bindCallCounts();
    // Without identity sources it runs for calls without a token, too, and can say that there is none.
    const authorizer = new RequestAuthorizer(this, 'Authorizer', {
      handler: authorizerFunction.lambda,
      identitySources: [],
      resultsCacheTtl: Duration.seconds(0),
    });

    const answering = edgesOf.flatMap(([name, edge]) =>
      isEdge(name) ? [this.#addEdge(settings, name, edge.routes, authorizer)] : [],
    );
    const unmatched = this.#addUnmatched(settings);
    this.functions = [...answering, unmatched, authorizerFunction];

    const firewall = new Firewall(this, stage);
    if (stage.attachesFirewall) firewall.protect(this.api.deploymentStage.stageArn);
    else
      Validations.of(this.api.deploymentStage).acknowledge({
        id: 'AwsSolutions::AwsSolutions-APIG3',
        reason: 'The emulator has firewalls but cannot put one in front of an API.',
      });
    new ApiDomains(this, this.api, stage);
    const { domain } = stage.api;
    this.url = domain === undefined ? this.api.url.replace(/\/$/, '') : `https://${domain.name}`;
    this.#acknowledge();
  }

  /**
   * What the gateway measures. The watch may belong to another stack: the gateway's metrics go by the name of the API, so
   * that nothing of this stack is held fast by whoever looks at it.
   */
  measuredBy(watch: Watch): void {
    watch.measures('ApiCalls', undefined, { metric: this.api.metricCount() });
    watch.measures('ApiClientErrors', undefined, { metric: this.api.metricClientError() });
    watch.measures('ApiServerErrors', undefined, { metric: this.api.metricServerError() });
    watch.measures('ApiMilliseconds', undefined, { metric: this.api.metricLatency() });
  }

  #addEdge(
    settings: FunctionSettings,
    edge: Edge,
    edgeRoutes: readonly Route[],
    authorizer: IAuthorizer,
  ): PortingFunction {
    const answering = bindings[edge](
      new PortingFunction(this, {
        ...settings,
        edge,
        description: descriptionOf(edgeRoutes),
        timeoutSeconds: callTimeoutSeconds,
      }),
    );
    // One permission for all routes of a function, so that a stack of 500 resources holds them.
    const integration = new LambdaIntegration(answering.lambda, {
      allowTestInvoke: false,
      scopePermissionToMethod: false,
    });
    for (const route of edgeRoutes) {
      const method = this.api.root
        .resourceForPath(route.path)
        .addMethod(
          route.method,
          integration,
          needsToken(route)
            ? { authorizer, authorizationType: AuthorizationType.CUSTOM }
            : { authorizationType: AuthorizationType.NONE },
        );
      if (needsToken(route)) continue;
      Validations.of(method).acknowledge({
        id: 'AwsSolutions::AwsSolutions-APIG4',
        reason:
          route.access === 'public'
            ? 'It says nothing about anybody.'
            : 'Whoever calls shows a signature or a start token, which the function checks: an authorizer sees no body.',
      });
    }
    return answering;
  }

  /** Every path and every method that no route takes, so that the gateway answers none of them by itself. */
  #addUnmatched(settings: FunctionSettings): PortingFunction {
    const unmatched = new PortingFunction(this, {
      ...settings,
      edge: 'runtime/unmatched',
      description: 'What no route takes',
      timeoutSeconds: callTimeoutSeconds,
    }).bindRoutes(routes.map(({ method, path }) => `${method} ${path}`));
    // One permission for all of them: one for each method would outgrow what a function's policy may hold.
    const integration = new LambdaIntegration(unmatched.lambda, { scopePermissionToMethod: false });
    const everywhere = [
      this.api.root,
      ...pathsOf(routes).map((path) => this.api.root.resourceForPath(path)),
      this.api.root.addResource('{proxy+}'),
    ];
    for (const resource of everywhere) {
      const method = resource.addMethod('ANY', integration, { authorizationType: AuthorizationType.NONE });
      Validations.of(method).acknowledge({
        id: 'AwsSolutions::AwsSolutions-APIG4',
        reason: 'Nothing is there but a 404 or a 405, which anybody may know.',
      });
    }
    return unmatched;
  }

  /** Access logs need a role that the whole account shares; it stays when the stack goes. */
  #letGatewayLog(): CfnAccount {
    const role = new Role(this, 'GatewayLogRole', {
      assumedBy: new ServicePrincipal('apigateway.amazonaws.com'),
      managedPolicies: [
        ManagedPolicy.fromAwsManagedPolicyName('service-role/AmazonAPIGatewayPushToCloudWatchLogs'),
      ],
    });
    role.applyRemovalPolicy(RemovalPolicy.RETAIN);
    Validations.of(role).acknowledge({
      id: 'AwsSolutions::AwsSolutions-IAM4[Policy::arn:<AWS::Partition>:iam::aws:policy/service-role/AmazonAPIGatewayPushToCloudWatchLogs]',
      reason:
        'The gateway takes this role for every API of the account and checks that it may do all of this.',
    });
    const account = new CfnAccount(this, 'GatewayAccount', { cloudWatchRoleArn: role.roleArn });
    account.applyRemovalPolicy(RemovalPolicy.RETAIN);
    return account;
  }

  #acknowledge(): void {
    Validations.of(this.api).acknowledge(
      {
        id: 'AwsSolutions::AwsSolutions-APIG2',
        reason:
          'Functions read every call through its schema and say all problems at once, which the gateway cannot.',
      },
      {
        id: 'AwsSolutions::AwsSolutions-APIG6',
        reason:
          'The log of executions shows paths, and a start token stands in one. The access log shows routes.',
      },
      {
        id: 'AwsSolutions::AwsSolutions-COG4',
        reason: 'Tokens come from the login of MyFonzer; the authorizer checks them.',
      },
    );
  }
}
