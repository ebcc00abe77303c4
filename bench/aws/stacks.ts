import { readFileSync } from 'node:fs';
import { createPortingApp } from '../../lib/porting-app.ts';
import type { PortingFunction } from '../../lib/porting-function.ts';
import type { ResourceCounts } from './monthly-costs.ts';

type Template = {
  readonly Resources: Readonly<
    Record<string, { readonly Type: string; readonly Properties?: Readonly<Record<string, unknown>> }>
  >;
};

/** The production stacks, synthesised. */
export type SynthesisedStacks = {
  readonly functions: readonly PortingFunction[];
  /** Where the functions' code lies. */
  readonly folder: string;
  readonly resources: ResourceCounts;
  readonly alarmMetrics: number;
  readonly firewallRules: number;
  readonly polledQueues: number;
};

const lengthOf = (value: unknown): number => (Array.isArray(value) ? value.length : 0);

/**
 * Synthesises production into a folder.
 * @param bundles whether functions are bundled, which takes most of the time.
 */
export const synthesise = (folder: string, bundles: boolean): SynthesisedStacks => {
  const cdkJson: { readonly context: Readonly<Record<string, unknown>> } = JSON.parse(
    readFileSync(new URL('../../cdk.json', import.meta.url), 'utf8'),
  );
  const { app, api, porting } = createPortingApp({
    outdir: folder,
    context: {
      ...cdkJson.context,
      stage: 'production',
      // Says in which folder each function's code was put.
      'aws:cdk:enable-asset-metadata': true,
      ...(bundles ? {} : { 'aws:cdk:bundling-stacks': [] }),
    },
  });
  const all = app.synth().stacks.flatMap((stack) => {
    const template: Template = stack.template;
    return Object.values(template.Resources);
  });
  const ofType = (type: string) => all.filter(({ Type }) => Type === type);
  return {
    functions: [...api.functions, ...porting.functions],
    folder,
    resources: new Map(
      [...Map.groupBy(all, ({ Type }) => Type)].map(([type, found]) => [type, found.length] as const),
    ),
    // An alarm on an expression is paid by the metrics in it; the expression itself is none.
    alarmMetrics: ofType('AWS::CloudWatch::Alarm').reduce(
      (sum, { Properties }) => sum + Math.max(1, lengthOf(Properties?.['Metrics']) - 1),
      0,
    ),
    firewallRules: ofType('AWS::WAFv2::WebACL').reduce(
      (sum, { Properties }) => sum + lengthOf(Properties?.['Rules']),
      0,
    ),
    polledQueues: ofType('AWS::Lambda::EventSourceMapping').filter(
      ({ Properties }) => Properties?.['StartingPosition'] === undefined,
    ).length,
  };
};
