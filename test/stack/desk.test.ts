import { describe, expect, test } from 'vitest';
import { routes } from '../../functions/routes.ts';
import { problemAnswer } from '../../functions/runtime/problem.ts';
import { appOf, at, listAt, referencesIn, resourcesOf, templateOf } from './templates.ts';

const { app, api: stack } = appOf('production');
const template = templateOf(app.synth(), stack);

/** The path of each resource of the API, by its logical id. */
const pathOf = (id: string): string => {
  const resource = template.Resources[id];
  if (resource?.Type !== 'AWS::ApiGateway::Resource') return '';
  const [parent = ''] = referencesIn(resource.Properties['ParentId']);
  return `${pathOf(parent)}/${String(resource.Properties['PathPart'])}`;
};

const methods = resourcesOf(template, 'AWS::ApiGateway::Method').map(([, { Properties }]) => ({
  path: pathOf(referencesIn(Properties['ResourceId'])[0] ?? '') || '/',
  method: String(Properties['HttpMethod']),
  authorization: Properties['AuthorizationType'],
  authorizer: referencesIn(Properties['AuthorizerId']),
  functionId: referencesIn(at(Properties, 'Integration', 'Uri')).find(
    (id) => template.Resources[id]?.Type === 'AWS::Lambda::Function',
  ),
}));

const functionIdOf = (edge: string): string | undefined =>
  stack.functions
    .filter((candidate) => candidate.edge === edge)
    .map(({ lambda }) => referencesIn(stack.resolve(lambda.functionArn))[0])[0];

const authorizers = resourcesOf(template, 'AWS::ApiGateway::Authorizer');

describe('The API', () => {
  test.each(routes.map((route) => [`${route.method} ${route.path}`, route] as const))(
    'asks for a token where %s needs one, and only there',
    (_, { method, path, access }) => {
      const found = methods.filter((candidate) => candidate.path === path && candidate.method === method);
      const isOpen = access === 'public' || access === 'operator-signature' || access === 'start-link';
      expect(found).toHaveLength(1);
      expect(found[0]).toMatchObject(
        isOpen
          ? { authorization: 'NONE', authorizer: [] }
          : { authorization: 'CUSTOM', authorizer: [authorizers[0]?.[0]] },
      );
    },
  );

  test('has no method that is no route, but those that lead to our own 404 and 405', () => {
    const known = routes.map(({ method, path }) => `${method} ${path}`);
    const others = methods.filter(({ method, path }) => !known.includes(`${method} ${path}`));
    const paths = resourcesOf(template, 'AWS::ApiGateway::Resource').map(([id]) => pathOf(id));
    expect(others.map(({ method, path }) => `${method} ${path}`).toSorted()).toEqual(
      ['/', ...paths].map((path) => `ANY ${path}`).toSorted(),
    );
    expect(paths).toContain('/{proxy+}');
    for (const { functionId } of others) expect(functionId).toBe(functionIdOf('runtime/unmatched'));
  });

  test('asks its authorizer about every call, with or without a token, and remembers nothing', () => {
    expect(authorizers).toHaveLength(1);
    const properties = authorizers[0]?.[1].Properties;
    expect(properties).toMatchObject({ Type: 'REQUEST', AuthorizerResultTtlInSeconds: 0 });
    expect(properties?.['IdentitySource'] ?? '').toBe('');
  });

  test('hands bytes on as they came, since operators sign bytes', () => {
    const [, api] = resourcesOf(template, 'AWS::ApiGateway::RestApi')[0] ?? [];
    expect(api?.Properties).toMatchObject({
      BinaryMediaTypes: ['*/*'],
      EndpointConfiguration: { Types: ['REGIONAL'] },
    });
  });

  test('is limited, and stands behind the firewall', () => {
    const [stageId, stage] = resourcesOf(template, 'AWS::ApiGateway::Stage')[0] ?? [];
    expect(at(stage, 'Properties', 'MethodSettings', 0)).toMatchObject({
      ThrottlingRateLimit: 100,
      ThrottlingBurstLimit: 200,
      MetricsEnabled: false,
    });
    const [, association] = resourcesOf(template, 'AWS::WAFv2::WebACLAssociation')[0] ?? [];
    expect(referencesIn(association?.Properties['ResourceArn'])).toContain(stageId);
    const [, acl] = resourcesOf(template, 'AWS::WAFv2::WebACL')[0] ?? [];
    expect(listAt(acl, 'Properties', 'Rules').map((rule) => at(rule, 'Name'))).toEqual([
      'CallsPerAddress',
      'CommonAttacks',
    ]);
  });

  test('may be called by the gateway at every function, and by nobody else', () => {
    const principals = resourcesOf(template, 'AWS::Lambda::Permission').map(
      ([, { Properties }]) => Properties['Principal'],
    );
    expect(new Set(principals)).toEqual(new Set(['apigateway.amazonaws.com']));
  });
});

describe("The gateway's own answers", () => {
  const answers = new Map(
    resourcesOf(template, 'AWS::ApiGateway::GatewayResponse').map(([, { Properties }]) => [
      String(Properties['ResponseType']),
      Properties,
    ]),
  );
  const bodyOf = (type: string): string =>
    String(at(answers.get(type), 'ResponseTemplates', 'application/json'));
  const headerOf = (type: string, name: string): unknown =>
    at(answers.get(type), 'ResponseParameters', `gatewayresponse.header.${name}`);
  /** As the gateway fills a template in: by replacing names, nothing more. */
  const filled = (type: string, context: Readonly<Record<string, string>>): unknown =>
    JSON.parse(
      Object.entries(context).reduce(
        (body, [name, value]) => body.replaceAll(`$context.${name}`, value),
        bodyOf(type),
      ),
    );

  const expected = [
    ['UNAUTHORIZED', 'auth.token_missing'],
    ['INVALID_SIGNATURE', 'auth.token_invalid'],
    ['EXPIRED_TOKEN', 'auth.token_invalid'],
    ['MISSING_AUTHENTICATION_TOKEN', 'route.not_found'],
    ['RESOURCE_NOT_FOUND', 'route.not_found'],
    ['REQUEST_TOO_LARGE', 'request.too_large'],
    ['UNSUPPORTED_MEDIA_TYPE', 'request.unsupported_media_type'],
    ['THROTTLED', 'rate.exceeded'],
    ['QUOTA_EXCEEDED', 'rate.exceeded'],
    ['WAF_FILTERED', 'request.refused'],
    ['INTEGRATION_FAILURE', 'service.unavailable'],
    ['INTEGRATION_TIMEOUT', 'service.unavailable'],
    ['AUTHORIZER_FAILURE', 'service.unavailable'],
    ['AUTHORIZER_CONFIGURATION_ERROR', 'service.unavailable'],
    ['DEFAULT_4XX', 'request.malformed'],
    ['DEFAULT_5XX', 'internal.error'],
  ] as const;

  test.each(expected)('say for %s what our functions say for %s', (type, code) => {
    const ours = problemAnswer({ code }, '/v1/statuses');
    const isListed = ours.status === 400 || ours.status === 422;
    expect(answers.get(type)?.['StatusCode']).toBe(String(ours.status));
    expect(filled(type, { resourcePath: '/v1/statuses' })).toEqual({
      ...JSON.parse(ours.body),
      ...(isListed ? { errors: [] } : {}),
    });
    expect(headerOf(type, 'Content-Type')).toBe("'application/problem+json'");
    expect(headerOf(type, 'cache-control')).toBe("'no-store'");
    expect(headerOf(type, 'x-request-id')).toBe('context.requestId');
  });

  test.each(['auth.token_missing', 'auth.token_invalid'] as const)(
    'turn the denial of the authorizer into the 401 of %s',
    (code) => {
      const ours = JSON.parse(problemAnswer({ code }, '/v1/statuses').body);
      expect(answers.get('ACCESS_DENIED')?.['StatusCode']).toBe('401');
      expect(headerOf('ACCESS_DENIED', 'www-authenticate')).toBe("'Bearer'");
      expect(
        filled('ACCESS_DENIED', {
          resourcePath: '/v1/statuses',
          'authorizer.code': code,
          'authorizer.title': ours.title,
        }),
      ).toEqual(ours);
    },
  );

  test.each(['THROTTLED', 'QUOTA_EXCEEDED', 'INTEGRATION_TIMEOUT', 'AUTHORIZER_FAILURE'])(
    'say when to try %s again',
    (type) => {
      expect(headerOf(type, 'retry-after')).toBe("'1'");
    },
  );

  test('repeat nothing that the caller sent', () => {
    for (const type of answers.keys())
      expect(bodyOf(type)).not.toMatch(/\$context\.(?!resourcePath|authorizer\.(code|title))/);
    expect(answers.size).toBe(expected.length + 1);
  });
});
