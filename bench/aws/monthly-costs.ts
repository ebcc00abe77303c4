import { customMetrics } from '../../functions/metrics/custom-metrics.ts';
import { assumptions, type CostLine, logLine } from './prices.ts';

/** Resources of the stacks by their CloudFormation type. */
export type ResourceCounts = ReadonlyMap<string, number>;

const monthlyPrices: readonly {
  readonly what: string;
  readonly type: string;
  readonly usd: number;
}[] = [
  { what: 'Firewall', type: 'AWS::WAFv2::WebACL', usd: 5 },
  { what: 'Dashboards (the first three of an account are free)', type: 'AWS::CloudWatch::Dashboard', usd: 3 },
  { what: 'Alarms over alarms', type: 'AWS::CloudWatch::CompositeAlarm', usd: 0.5 },
  { what: 'Keys', type: 'AWS::KMS::Key', usd: 1 },
  { what: 'Secrets', type: 'AWS::SecretsManager::Secret', usd: 0.4 },
];

/** For a month in which it is measured in every hour. */
const usdPerCustomMetric = 0.3;

/** What the custom metrics cost in a month in which all of them are measured in every hour; no stage is that busy. */
export const customMetricsAtMost: CostLine = {
  what: 'Custom metrics at most, every value of every dimension in every hour',
  amount: customMetrics.atMost,
  unit: '',
  usdPerMillion: usdPerCustomMetric * 1_000_000,
};

/** Pollers of one queue that Lambda keeps busy, each asking every 20 seconds. */
const pollersPerQueue = 5;

const secondsPerMonth = 30 * 86_400;

/** Sweeps of a month, those for webhooks every minute, and looks of its working days. */
const ticksPerMonth = secondsPerMonth / 300 + secondsPerMonth / 60 + 22 * 5;

/** What a month costs in which nothing is ported. */
export const monthlyLines = (
  resources: ResourceCounts,
  {
    alarmMetrics,
    firewallRules,
    polledQueues,
  }: { readonly alarmMetrics: number; readonly firewallRules: number; readonly polledQueues: number },
): readonly CostLine[] => {
  const polls = (polledQueues * pollersPerQueue * secondsPerMonth) / 20;
  return [
    ...monthlyPrices.map(({ what, type, usd }) => ({
      what,
      amount: resources.get(type) ?? 0,
      unit: '',
      usdPerMillion: usd * 1_000_000,
    })),
    { what: 'Rules of the firewall', amount: firewallRules, unit: '', usdPerMillion: 1_000_000 },
    { what: 'Metrics that alarms watch', amount: alarmMetrics, unit: '', usdPerMillion: 100_000 },
    {
      what: 'Custom metrics, those the sweeper samples',
      amount: customMetrics.idle,
      unit: '',
      usdPerMillion: usdPerCustomMetric * 1_000_000,
    },
    { what: 'Asking empty queues', amount: polls, unit: 'requests', usdPerMillion: 0.4 },
    { what: 'Looks and sweeps: schedules', amount: ticksPerMonth, unit: 'ticks', usdPerMillion: 1 },
    {
      what: 'Looks and sweeps: Lambda',
      amount: ticksPerMonth * assumptions.secondsPerCall * assumptions.gigabytesPerFunction,
      unit: 'GB-seconds',
      usdPerMillion: 13.3334,
    },
    logLine('Looks and sweeps: logs', ticksPerMonth, 0),
  ];
};
