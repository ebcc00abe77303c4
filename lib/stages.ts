import { arch } from 'node:os';
import { lookTimes } from '../functions/window/look-times.ts';
import type { Severity } from '../operations/alarm.ts';

/** The stages that can be deployed. `emulator` is production on an emulated cloud, with a clock that tests can move. */
export const stageNames = ['dev', 'staging', 'production', 'emulator'] as const;

export type StageName = (typeof stageNames)[number];

/** A recurring moment, in the words of EventBridge Scheduler; the time zone is always Europe/Brussels. */
export type ScheduleExpression = { readonly id: string; readonly expression: string };

/** A second name of the API, at which a caller has to show a certificate beside what every call shows. */
export type OperatorDomainSettings = {
  readonly name: string;
  readonly certificateArn: string;
  /** A public certificate of the name, where `certificateArn` is an imported one or one of a private authority. */
  readonly ownershipCertificateArn?: string;
  /** The certificates that are trusted, one after the other in one file: `s3://bucket/key`. */
  readonly truststoreUri: string;
  /** The version of that file. Without it the gateway does not notice that the file was changed. */
  readonly truststoreVersion?: string;
};

/** Everything in which stages differ, and everything Fonzer has to know before the first deploy. */
export type Stage = {
  readonly name: StageName;
  /** The only account it may be deployed to; whichever one deploys when undefined. */
  readonly account: string | undefined;
  readonly region: string;
  readonly logRetentionDays: number;
  /** Whether tables, keys and secrets outlive their stack, and refuse to be deleted. */
  readonly keepsRecords: boolean;
  /** The longest a run waits before it looks again, in seconds. */
  readonly longestWaitSeconds: number;
  /** Messages about due requests are spread over this many seconds, so that nine o'clock is no herd. */
  readonly dueLongestDelaySeconds: number;
  /** How long a queue hides a message whose worker said nothing; at least the time the worker may take. */
  readonly redeliverySeconds: number;
  readonly lookSchedules: readonly ScheduleExpression[];
  readonly sweepExpression: string;
  readonly businessClock: 'system' | 'movable';
  readonly architecture: 'arm64' | 'x86_64';
  readonly logLevel: 'INFO' | 'ERROR';
  /** Whether CloudWatch looks through the logs for what should not have been logged, and hides it. */
  readonly hidesInLogs: boolean;
  /** Whether webhooks are sent to this machine as well, over plain HTTP too. Only where a function's machine is nobody's but the tests'. */
  readonly allowsLoopbackReceivers: boolean;
  /** Whether uploaded mandates are looked through for viruses. */
  readonly scansMandates: boolean;
  /** Whether the firewall's rules are attached to the API. */
  readonly attachesFirewall: boolean;
  /** Whether runs are started on a published version, through an alias. */
  readonly publishesLifecycle: boolean;
  /** Whether the stacks are deployed with the caller's own credentials, not by the roles of the bootstrap. */
  readonly deploysAsCaller: boolean;
  readonly token: { readonly issuer: string; readonly audience: string; readonly jwksUrl: string };
  readonly defaultCarrier: string;
  /** MyFonzer, without a slash at the end. */
  readonly portalUrl: string;
  readonly mail: {
    /** What is verified at SES: a domain, or one address. */
    readonly identity: { readonly domain: string } | { readonly address: string };
    readonly from: string;
    /** Senders at work at once; they share the account's rate. SQS allows no fewer than two. */
    readonly concurrency: number;
    readonly desk: { readonly email: string; readonly language: 'nl' | 'fr' | 'en' | 'de' };
    readonly fonzer: { readonly email: string; readonly phone: string };
  };
  readonly api: {
    readonly callsPerSecond: number;
    readonly burstCalls: number;
    /** Calls of one address in five minutes, all resellers of one portal together. */
    readonly callsPerAddress: number;
    /** Calls of one tenant in a minute, all its users together. */
    readonly callsPerMinutePerTenant: number;
    readonly domain: { readonly name: string; readonly certificateArn: string } | undefined;
    readonly operatorDomain: OperatorDomainSettings | undefined;
  };
  /** Who is told about alarms, by how urgent they are; nobody but the dashboards where undefined. */
  readonly alarmAddresses: Readonly<Record<Severity, string | undefined>>;
  /** Whether there is one alarm over all that customers feel. */
  readonly hasCompositeAlarms: boolean;
  /** Whether a rule says how many runs are traced. */
  readonly samplesTraces: boolean;
};

/** One schedule for each hour in which there is something to look for. */
const schedulesOf = (times: readonly string[]): readonly ScheduleExpression[] => {
  const minutesByHour = new Map<number, number[]>();
  for (const time of times) {
    const [hour = Number.NaN, minute = Number.NaN] = time.split(':').map(Number);
    minutesByHour.set(hour, [...(minutesByHour.get(hour) ?? []), minute]);
  }
  return [...minutesByHour].map(([hour, minutes]) => ({
    id: `LookAt${String(hour).padStart(2, '0')}`,
    expression: `cron(${minutes.join(',')} ${hour} ? * MON-FRI *)`,
  }));
};

const secondsPerDay = 86_400;

const deployed = {
  account: undefined,
  region: 'eu-west-1',
  keepsRecords: true,
  longestWaitSeconds: 30 * secondsPerDay,
  dueLongestDelaySeconds: 300,
  redeliverySeconds: 180,
  lookSchedules: schedulesOf(lookTimes),
  sweepExpression: 'rate(5 minutes)',
  businessClock: 'system',
  architecture: 'arm64',
  logLevel: 'INFO',
  hidesInLogs: true,
  attachesFirewall: true,
  allowsLoopbackReceivers: false,
  scansMandates: true,
  publishesLifecycle: true,
  deploysAsCaller: false,
  defaultCarrier: 'colt',
  alarmAddresses: { call: undefined, task: undefined },
  hasCompositeAlarms: true,
  samplesTraces: true,
} as const satisfies Partial<Stage>;

// The addresses below end in `.example`: whoever deploys puts Fonzer's own in their place.
const stageOf = (name: 'dev' | 'staging', logRetentionDays: number): Stage => ({
  ...deployed,
  name,
  logRetentionDays,
  token: {
    issuer: `https://login.${name}.fonzer.example/`,
    audience: 'porting',
    jwksUrl: `https://login.${name}.fonzer.example/.well-known/jwks.json`,
  },
  portalUrl: `https://my.${name}.fonzer.example`,
  mail: {
    identity: { domain: `porting.${name}.fonzer.example` },
    from: `noreply@porting.${name}.fonzer.example`,
    concurrency: 2,
    desk: { email: `desk@porting.${name}.fonzer.example`, language: 'nl' },
    fonzer: { email: `porting@porting.${name}.fonzer.example`, phone: '' },
  },
  api: {
    callsPerSecond: 25,
    burstCalls: 50,
    callsPerAddress: 2_000,
    callsPerMinutePerTenant: 600,
    domain: undefined,
    operatorDomain: undefined,
  },
});

const production: Stage = {
  ...deployed,
  name: 'production',
  logRetentionDays: 365,
  token: {
    issuer: 'https://login.fonzer.example/',
    audience: 'porting',
    jwksUrl: 'https://login.fonzer.example/.well-known/jwks.json',
  },
  portalUrl: 'https://my.fonzer.example',
  mail: {
    identity: { domain: 'porting.fonzer.example' },
    from: 'noreply@porting.fonzer.example',
    concurrency: 5,
    desk: { email: 'desk@porting.fonzer.example', language: 'nl' },
    fonzer: { email: 'porting@porting.fonzer.example', phone: '' },
  },
  api: {
    callsPerSecond: 100,
    burstCalls: 200,
    callsPerAddress: 6_000,
    callsPerMinutePerTenant: 600,
    domain: undefined,
    operatorDomain: undefined,
  },
};

/** Production, but for what a test cannot wait for and for what the emulator does not know. */
const emulator = (jwksUrl: string): Stage => ({
  ...production,
  name: 'emulator',
  account: undefined,
  logRetentionDays: 1,
  keepsRecords: false,
  longestWaitSeconds: 2,
  dueLongestDelaySeconds: 0,
  redeliverySeconds: 60,
  lookSchedules: [{ id: 'LookEveryMinute', expression: 'rate(1 minute)' }],
  sweepExpression: 'rate(1 minute)',
  businessClock: 'movable',
  architecture: arch() === 'arm64' ? 'arm64' : 'x86_64',
  attachesFirewall: false,
  allowsLoopbackReceivers: true,
  scansMandates: false,
  hidesInLogs: false,
  publishesLifecycle: false,
  hasCompositeAlarms: false,
  samplesTraces: false,
  deploysAsCaller: true,
  token: { ...production.token, jwksUrl },
  // More than journeys side by side ever make.
  api: { ...production.api, callsPerMinutePerTenant: 100_000 },
  mail: { ...production.mail, identity: { address: production.mail.from } },
});

/** Thrown when the context names no stage that there is. */
export class UnknownStageError extends Error {
  override readonly name = 'UnknownStageError';
}

/**
 * The settings of a stage. Only the emulator stage is told where its tokens' keys are, since that changes with each run.
 * @throws UnknownStageError for any other name than those of `stageNames`.
 */
export const readStage = (name: unknown, emulatorJwksUrl = 'http://localhost:4600/jwks.json'): Stage => {
  switch (name) {
    case 'dev':
      return stageOf('dev', 30);
    case 'staging':
      return stageOf('staging', 90);
    case 'production':
      return production;
    case 'emulator':
      return emulator(emulatorJwksUrl);
    default:
      throw new UnknownStageError(`There is no stage ${JSON.stringify(name)}, only ${stageNames.join(', ')}`);
  }
};
