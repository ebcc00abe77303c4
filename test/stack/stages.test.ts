import { arch } from 'node:os';
import { App, Stack, Validations } from 'aws-cdk-lib';
import { Bucket } from 'aws-cdk-lib/aws-s3';
import { AwsSolutionsChecks } from 'cdk-nag';
import type { IConstruct } from 'constructs';
import { describe, expect, test } from 'vitest';
import { lookTimes } from '../../functions/window/look-times.ts';
import { ApiStack } from '../../lib/api-stack.ts';
import { PortingStack } from '../../lib/porting-stack.ts';
import { RecordsStack } from '../../lib/records-stack.ts';
import { readStage, type Stage, type StageName, stageNames, UnknownStageError } from '../../lib/stages.ts';
import { readAlarm } from './stack-rules.ts';
import { appOf, at, referencesIn, resourcesOf, type StackTemplate, templateOf } from './templates.ts';

const made = new Map(
  stageNames.map((name) => {
    const { app, records, api, porting } = appOf(name);
    const assembly = app.synth();
    return [
      name,
      {
        app,
        records: templateOf(assembly, records),
        api: templateOf(assembly, api),
        porting: templateOf(assembly, porting),
      },
    ] as const;
  }),
);

const stageOf = (name: StageName) => {
  const found = made.get(name);
  if (found === undefined) throw new Error(`Nothing was made for ${name}`);
  return found;
};

/** Hashes in names: of where a construct stands, and so of the name of its stack; of what a deployment deploys. */
const hashes = /[0-9a-f]{32}|[0-9A-F]{8}/g;

const leavesOf = (value: unknown, path: string): readonly (readonly [path: string, leaf: unknown])[] =>
  typeof value === 'object' && value !== null
    ? Object.entries(value).flatMap(([key, member]) => leavesOf(member, `${path}.${key}`))
    : [[path, value]];

/** Every single value of a template, by its path, without what only names the stage. */
const valuesOf = (template: StackTemplate, stage: StageName): ReadonlyMap<string, unknown> =>
  new Map(
    leavesOf(
      JSON.parse(
        JSON.stringify(template.Resources)
          .replaceAll(new RegExp(`porting(-?)${stage}`, 'g'), 'porting$1stage')
          .replaceAll(`.${stage}.`, '.')
          .replaceAll(`NumberPorting/${stage}`, 'NumberPorting/stage')
          .replaceAll(`Stage${stage}`, 'Stage')
          .replaceAll(`"${stage}"`, '"stage"')
          .replaceAll(/DeploymentStage\w+/g, 'DeploymentStage')
          .replaceAll(hashes, ''),
      ),
      '',
      // The code is the same file, but the folder it is found in may change while tests run beside each other.
    ).filter(([path]) => !path.includes('.Properties.Code.')),
  );

/** `AWS::Lambda::Function Timeout`: the properties in which two templates differ, by resource type. */
const differencesOf = (one: StackTemplate, other: StackTemplate, names: readonly [StageName, StageName]) => {
  const values = [valuesOf(one, names[0]), valuesOf(other, names[1])] as const;
  const typeOf = (id: string): string => String(values[0].get(`.${id}.Type`) ?? values[1].get(`.${id}.Type`));
  const paths = new Set([...values[0].keys(), ...values[1].keys()]);
  return [
    ...new Set(
      [...paths]
        .filter((path) => values[0].get(path) !== values[1].get(path))
        .map((path) => {
          const [, id = '', section = '', property = '', member = '', name = ''] = path.split('.');
          const inside = property === 'Environment' ? ` ${name || member}` : '';
          const isAbsent = values.some((stage) => stage.get(`.${id}.Type`) === undefined);
          return isAbsent
            ? `${typeOf(id)} is missing`
            : `${typeOf(id)} ${section === 'Properties' ? property : section}${inside}`;
        }),
    ),
  ].toSorted();
};

describe('The emulator stage', () => {
  test('differs from production only in what its settings say: the records', () => {
    const differences = differencesOf(stageOf('production').records, stageOf('emulator').records, [
      'production',
      'emulator',
    ]);
    expect(differences).toEqual([
      'AWS::DynamoDB::Table DeletionPolicy',
      'AWS::DynamoDB::Table DeletionProtectionEnabled',
      'AWS::DynamoDB::Table UpdateReplacePolicy',
      'AWS::KMS::Key DeletionPolicy',
      'AWS::KMS::Key UpdateReplacePolicy',
      'AWS::S3::Bucket DeletionPolicy',
      'AWS::S3::Bucket UpdateReplacePolicy',
      'AWS::SecretsManager::Secret DeletionPolicy',
      'AWS::SecretsManager::Secret UpdateReplacePolicy',
    ]);
  });

  test('differs from production only in what its settings say: the API', () => {
    const differences = differencesOf(stageOf('production').api, stageOf('emulator').api, [
      'production',
      'emulator',
    ]);
    expect(differences).toEqual([
      ...(arch() === 'arm64' ? [] : ['AWS::Lambda::Function Architectures']),
      'AWS::Lambda::Function Environment BUSINESS_CLOCK',
      'AWS::Lambda::Function Environment CALLS_PER_MINUTE',
      'AWS::Lambda::Function Environment RECEIVERS_ALLOW_LOOPBACK',
      'AWS::Lambda::Function Environment TOKEN_JWKS_URL',
      'AWS::Logs::LogGroup DataProtectionPolicy',
      'AWS::Logs::LogGroup RetentionInDays',
      'AWS::WAFv2::WebACLAssociation is missing',
    ]);
  });

  test('differs from production only in what its settings say: everything else', () => {
    const differences = differencesOf(stageOf('production').porting, stageOf('emulator').porting, [
      'production',
      'emulator',
    ]);
    expect(differences).toEqual([
      'AWS::CloudWatch::CompositeAlarm is missing',
      // The scanner of uploaded mandates, and its role.
      'AWS::GuardDuty::MalwareProtectionPlan is missing',
      'AWS::IAM::Policy is missing',
      'AWS::IAM::Role is missing',
      // On a host with the processor of production there is no such difference.
      ...(arch() === 'arm64' ? [] : ['AWS::Lambda::Function Architectures']),
      'AWS::Lambda::Function Environment BUSINESS_CLOCK',
      'AWS::Lambda::Function Environment DUE_LONGEST_DELAY_SECONDS',
      'AWS::Lambda::Function Environment LONGEST_WAIT_SECONDS',
      'AWS::Lambda::Function Environment RECEIVERS_ALLOW_LOOPBACK',
      'AWS::Lambda::Function Environment STATE_MACHINE_ARN',
      'AWS::Logs::LogGroup DataProtectionPolicy',
      'AWS::Logs::LogGroup RetentionInDays',
      'AWS::SES::EmailIdentity EmailIdentity',
      'AWS::SES::EmailIdentity MailFromAttributes',
      'AWS::SQS::Queue RedrivePolicy',
      'AWS::SQS::Queue VisibilityTimeout',
      'AWS::Scheduler::Schedule ScheduleExpression',
      'AWS::Scheduler::Schedule is missing',
      'AWS::StepFunctions::StateMachineAlias is missing',
      'AWS::StepFunctions::StateMachineVersion is missing',
      'AWS::XRay::SamplingRule is missing',
    ]);
  });
});

describe('Development and staging', () => {
  test.each(['dev', 'staging'] as const)('%s differs from production only in its numbers', (name) => {
    expect(differencesOf(stageOf('production').records, stageOf(name).records, ['production', name])).toEqual(
      [],
    );
    expect(differencesOf(stageOf('production').api, stageOf(name).api, ['production', name])).toEqual([
      'AWS::ApiGateway::Stage MethodSettings',
      'AWS::Logs::LogGroup RetentionInDays',
      'AWS::WAFv2::WebACL Rules',
    ]);
    expect(differencesOf(stageOf('production').porting, stageOf(name).porting, ['production', name])).toEqual(
      [
        'AWS::Lambda::EventSourceMapping ScalingConfig',
        'AWS::Lambda::Function Environment MAIL_CONCURRENCY',
        'AWS::Logs::LogGroup RetentionInDays',
      ],
    );
  });
});

describe('The schedules', () => {
  test('look at every look time, in Brussels; sweep every five minutes, and webhooks every minute', () => {
    const schedules = resourcesOf(stageOf('production').porting, 'AWS::Scheduler::Schedule').map(
      ([, { Properties }]) => Properties['ScheduleExpression'],
    );
    expect(schedules.toSorted()).toEqual([
      'cron(0,5 15 ? * MON-FRI *)',
      'cron(0,5,20 9 ? * MON-FRI *)',
      'rate(1 minute)',
      'rate(5 minutes)',
    ]);
    expect(lookTimes).toEqual(['09:00', '09:05', '09:20', '15:00', '15:05']);
  });
});

describe('A stage', () => {
  test.each([undefined, '', 'prod', 'Production'])('cannot be %j', (name) => {
    expect(() => readStage(name)).toThrow(UnknownStageError);
  });

  test.each(stageNames.filter((name) => name !== 'emulator'))(
    '%s lets no function send a webhook to its own machine',
    (name) => {
      const { records, api, porting } = stageOf(name);
      for (const template of [records, api, porting])
        expect(JSON.stringify(template)).not.toContain('RECEIVERS_ALLOW_LOOPBACK');
    },
  );

  test('of the emulator is told where the keys of its tokens are', () => {
    expect(readStage('emulator', 'http://localhost:1/jwks.json').token.jwksUrl).toBe(
      'http://localhost:1/jwks.json',
    );
  });
});

/** The stacks of development with other settings. */
const stacksWith = (settings: Partial<Pick<Stage, 'alarmAddresses'> & Stage['api']>) => {
  const dev = readStage('dev');
  const { alarmAddresses = dev.alarmAddresses, ...api } = settings;
  const app = new App({ context: { 'aws:cdk:bundling-stacks': [] } });
  const stage = { ...dev, alarmAddresses, api: { ...dev.api, ...api } };
  const records = new RecordsStack(app, 'records', stage);
  return { app, stage, records, api: new ApiStack(app, 'api', { stage, records }) };
};

const domain = {
  name: 'api.fonzer.example',
  certificateArn: 'arn:aws:acm:eu-west-1:111122223333:certificate/1',
};

const operatorDomain = {
  name: 'operators.fonzer.example',
  certificateArn: 'arn:aws:acm:eu-west-1:111122223333:certificate/2',
  truststoreUri: 's3://fonzer-truststore/operators.pem',
};

/** The properties of each resource of a type. */
const propertiesOf = (template: StackTemplate, type: string) =>
  resourcesOf(template, type).map(([, { Properties }]) => Properties);

const disablesDefaultAddress = (template: StackTemplate): unknown =>
  propertiesOf(template, 'AWS::ApiGateway::RestApi')[0]?.['DisableExecuteApiEndpoint'];

describe('A stage with a name of its own and somebody to call', () => {
  const { app, ...stacks } = stacksWith({
    alarmAddresses: { call: 'watch@fonzer.example', task: 'tasks@fonzer.example' },
    domain,
  });
  const portingStack = new PortingStack(app, 'porting', stacks);
  const assembly = app.synth();
  const api = templateOf(assembly, stacks.api);
  const porting = templateOf(assembly, portingStack);

  test('is called by that name only, in start links, too', () => {
    const startLinkBases = propertiesOf(porting, 'AWS::Lambda::Function').flatMap(
      (properties) => at(properties, 'Environment', 'Variables', 'START_LINK_BASE') ?? [],
    );
    expect(disablesDefaultAddress(api)).toBe(true);
    expect(propertiesOf(api, 'AWS::ApiGateway::BasePathMapping')).toHaveLength(1);
    expect(api.Outputs['ApiUrl']?.Value).toBe('https://api.fonzer.example');
    expect(startLinkBases).toEqual(['https://api.fonzer.example/start/']);
  });

  test('still exports the address it had, or it could not take the name while mails ask for that address', () => {
    const exportsOf = ({ Outputs }: StackTemplate) =>
      Object.keys(Outputs).filter((name) => name.startsWith('ExportsOutput'));
    expect(exportsOf(api)).toEqual(exportsOf(stageOf('dev').api));
    expect(exportsOf(api)).toHaveLength(2);
  });

  test('mails its alarms, those that call apart from those that can wait', () => {
    const addressOf = (severity: string): unknown => {
      const called = propertiesOf(porting, 'AWS::CloudWatch::Alarm').find(
        ({ AlarmDescription }) => readAlarm(AlarmDescription).severity === severity,
      );
      return propertiesOf(porting, 'AWS::SNS::Subscription').find(
        ({ TopicArn }) => referencesIn(TopicArn)[0] === referencesIn(called?.['AlarmActions'])[0],
      )?.['Endpoint'];
    };
    expect(addressOf('call')).toBe('watch@fonzer.example');
    expect(addressOf('task')).toBe('tasks@fonzer.example');
  });
});

describe('A domain that asks operators for a certificate', () => {
  const apiWith = (settings: Partial<Stage['api']>): StackTemplate => {
    const { app, api } = stacksWith(settings);
    return templateOf(app.synth(), api);
  };
  const ownershipCertificateArn = 'arn:aws:acm:eu-west-1:111122223333:certificate/3';
  const alone = apiWith({ operatorDomain });
  const beside = apiWith({
    domain,
    operatorDomain: { ...operatorDomain, truststoreVersion: 'abc', ownershipCertificateArn },
  });

  test.each(stageNames)('is not there on stage %s', (name) => {
    expect(propertiesOf(stageOf(name).api, 'AWS::ApiGateway::DomainName')).toEqual([]);
  });

  test('trusts what its file says, over TLS 1.2 and newer', () => {
    expect(propertiesOf(alone, 'AWS::ApiGateway::DomainName')).toEqual([
      {
        DomainName: 'operators.fonzer.example',
        RegionalCertificateArn: operatorDomain.certificateArn,
        EndpointConfiguration: { Types: ['REGIONAL'] },
        SecurityPolicy: 'TLS_1_2',
        MutualTlsAuthentication: { TruststoreUri: 's3://fonzer-truststore/operators.pem' },
      },
    ]);
    expect(alone.Outputs['OperatorDomainTarget']).toBeDefined();
  });

  test('can name the version of that file, and a certificate that proves whose the name is', () => {
    expect(propertiesOf(beside, 'AWS::ApiGateway::DomainName')).toContainEqual(
      expect.objectContaining({
        MutualTlsAuthentication: { TruststoreUri: operatorDomain.truststoreUri, TruststoreVersion: 'abc' },
        OwnershipVerificationCertificateArn: ownershipCertificateArn,
      }),
    );
  });

  test('leads to the same API as the other name, so that operators are answered at both', () => {
    const mappings = propertiesOf(beside, 'AWS::ApiGateway::BasePathMapping').map((properties) => ({
      name: beside.Resources[referencesIn(properties['DomainName'])[0] ?? '']?.Properties['DomainName'],
      restApi: referencesIn(properties['RestApiId']),
      stage: referencesIn(properties['Stage']),
      path: properties['BasePath'],
    }));
    const [restApi] = resourcesOf(beside, 'AWS::ApiGateway::RestApi').map(([id]) => id);
    const [stage] = resourcesOf(beside, 'AWS::ApiGateway::Stage').map(([id]) => id);
    const target = { restApi: [restApi], stage: [stage], path: undefined };
    expect(mappings).toEqual([
      { name: 'api.fonzer.example', ...target },
      { name: 'operators.fonzer.example', ...target },
    ]);
  });

  test('closes no other way: mails and MyFonzer keep the address they have', () => {
    expect(disablesDefaultAddress(alone)).toBe(false);
    expect(JSON.stringify(alone.Outputs['ApiUrl']?.Value)).toContain('.execute-api.');
  });
});

/** The reasons given for findings, by the construct they were given at. */
const acknowledgedIn = (scope: IConstruct): readonly string[] =>
  scope.node
    .findAll()
    .flatMap((construct) =>
      construct.node.metadata
        .filter(({ type }) => type === Validations.ACKNOWLEDGED_RULES_METADATA_KEY)
        .flatMap(({ data }) => Object.keys(data).map((id) => `${construct.node.path} ${id}`)),
    );

describe('The AWS Solutions rules', () => {
  test.each(stageNames)('find nothing on stage %s that has no reason', (name) => {
    // Synthesis would have thrown: the next test shows that it does.
    expect(stageOf(name).api.Resources).toBeDefined();
  });

  test('fail a synthesis with a finding that nobody gave a reason for', () => {
    const app = new App();
    new Bucket(new Stack(app, 'Stack'), 'Bucket');
    Validations.of(app).addPlugins(new AwsSolutionsChecks(app));
    expect(() => app.synth()).toThrow(/AwsSolutions-S1/);
  });

  test.each(['production', 'emulator'] as const)(
    'find on stage %s something for each reason given',
    (name) => {
      const { app } = stageOf(name);
      const findings = new AwsSolutionsChecks(app)
        .validateScope(app)
        .violations.flatMap(({ ruleName, violatingResources }) =>
          violatingResources.map(({ constructPath }) => ({ ruleName, constructPath: constructPath ?? '' })),
        );
      const acknowledged = acknowledgedIn(app);
      const idle = acknowledged.filter((reason) => {
        const [path = '', id = ''] = reason.split(' ');
        return !findings.some(
          ({ ruleName, constructPath }) =>
            id === `AwsSolutions::${ruleName}` && constructPath.startsWith(`${path}/`),
        );
      });
      expect(acknowledged.length).toBeGreaterThan(0);
      expect(idle).toEqual([]);
    },
  );
});
