import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PutSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import * as z from 'zod';
import { readStage } from '../../lib/stages.ts';
import { account, awsEnvironment, region } from './emulator.ts';
import { newWebhookSecret, type Partners } from './partners.ts';
import { runProgram } from './program.ts';
import type { World } from './world.ts';

export type CdkOptions = {
  readonly projectFolder: string;
  /** For the command's own files; a folder without a CDK app. */
  readonly workFolder: string;
  readonly nodeFolder: string;
  readonly log: string;
};

const cdk = (
  { projectFolder, workFolder, nodeFolder, log }: CdkOptions,
  cwd: string,
  environment: Readonly<Record<string, string>>,
  parameters: readonly string[],
  interrupted: AbortSignal,
): Promise<void> =>
  runProgram(
    join(projectFolder, 'node_modules', '.bin', 'cdk'),
    [...parameters, '--no-color', '--no-notices', '--no-version-reporting'],
    {
      cwd,
      // Without the user's home: nobody's credentials and settings take part.
      env: {
        PATH: [nodeFolder, '/usr/local/bin', '/usr/bin', '/bin'].join(':'),
        HOME: workFolder,
        CDK_DISABLE_CLI_TELEMETRY: 'true',
        ...environment,
      },
      log,
    },
    interrupted,
  );

/** Synthesises the emulator stage; the same assembly is deployed to each emulator. @returns its folder. */
export const synthesise = async (
  options: CdkOptions,
  jwksUrl: string,
  interrupted: AbortSignal,
): Promise<string> => {
  const assembly = join(options.workFolder, 'cdk.out');
  const context = ['-c', 'stage=emulator', '-c', `jwksUrl=${jwksUrl}`];
  await cdk(
    options,
    options.projectFolder,
    { AWS_EC2_METADATA_DISABLED: 'true' },
    ['synth', '--all', '--quiet', '--output', assembly, ...context],
    interrupted,
  );
  return assembly;
};

export const bootstrap = (options: CdkOptions, endpoint: string, interrupted: AbortSignal): Promise<void> =>
  cdk(
    options,
    options.workFolder,
    awsEnvironment(endpoint),
    ['bootstrap', `aws://${account}/${region}`],
    interrupted,
  );

/** The outputs of the stacks that tests need. */
const outputs = z.object({
  ApiUrl: z.url(),
  RecordsTableName: z.string(),
  AnswersTableName: z.string(),
  OperatorKeysSecretArn: z.string(),
  CarrierOrdersSecretArn: z.string(),
  StateMachineArn: z.string(),
  MailQueueUrl: z.url(),
  DueQueueUrl: z.url(),
});

type Outputs = z.infer<typeof outputs>;

/** Deploys every stack. @throws ProgramFailedError, or ZodError where an output is missing. */
export const deploy = async (
  options: CdkOptions,
  endpoint: string,
  assembly: string,
  interrupted: AbortSignal,
): Promise<Outputs> => {
  const file = join(options.workFolder, 'outputs.json');
  await cdk(
    options,
    options.workFolder,
    awsEnvironment(endpoint),
    ['deploy', '--all', '--app', assembly, '--require-approval', 'never', '--outputs-file', file],
    interrupted,
  );
  const ofStacks = z.record(z.string(), z.record(z.string(), z.string()));
  const all = Object.values(ofStacks.parse(JSON.parse(readFileSync(file, 'utf8'))));
  return outputs.parse(Object.assign({}, ...all));
};

/** The API's address on the emulator, from the one it would have on AWS. */
const addressOnEmulator = (endpoint: string, apiUrl: string): string => {
  const { hostname, pathname } = new URL(apiUrl);
  return `${endpoint}/_aws/execute-api/${hostname.split('.')[0]}${pathname}`.replace(/\/$/, '');
};

/** Introduces the carrier to the deployed service, and writes down for the tests what they need to know. */
export const furnish = async (
  deployed: Outputs,
  endpoint: string,
  partners: Partners,
  judgesCalls: boolean,
  worldFile: string,
): Promise<void> => {
  const { token, defaultCarrier } = readStage('emulator');
  const eventSecret = newWebhookSecret();
  const secrets = new SecretsManagerClient({
    endpoint,
    region,
    credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
  });
  for (const [SecretId, held] of [
    [deployed.OperatorKeysSecretArn, { keys: [eventSecret] }],
    [deployed.CarrierOrdersSecretArn, { url: partners.carrierUrl, secret: partners.orderSecret }],
  ] as const)
    await secrets.send(
      new PutSecretValueCommand({ SecretId, SecretString: JSON.stringify({ [defaultCarrier]: held }) }),
    );
  secrets.destroy();
  const furnished: World = {
    endpoint,
    apiUrl: addressOnEmulator(endpoint, deployed.ApiUrl),
    recordsTable: deployed.RecordsTableName,
    answersTable: deployed.AnswersTableName,
    stateMachine: deployed.StateMachineArn,
    mailQueueUrl: deployed.MailQueueUrl,
    dueQueueUrl: deployed.DueQueueUrl,
    judgesCalls,
    tokens: { issuer: token.issuer, audience: token.audience, key: { ...partners.issuerKey } },
    carrier: { id: defaultCarrier, ordersUrl: partners.carrierUrl, eventSecret },
  };
  writeFileSync(worldFile, JSON.stringify(furnished, undefined, 2));
};
