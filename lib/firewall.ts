import { Names } from 'aws-cdk-lib';
import { CfnWebACL, CfnWebACLAssociation } from 'aws-cdk-lib/aws-wafv2';
import { Construct } from 'constructs';
import { problemCatalogue } from '../functions/problems/problem-catalogue.ts';
import { problemAnswer } from '../functions/runtime/problem.ts';
import type { Stage } from './stages.ts';

/** Rules of the common set that would hit calls we want: counted, not blocked. */
const onlyCounted = [
  // Bodies of 64 KiB are ours to take or refuse.
  'SizeRestrictions_BODY',
  // Operators' systems often name no client.
  'NoUserAgent_HEADER',
];

/** In front of the API: what is known to be an attack, and more calls than one address can need. */
export class Firewall extends Construct {
  readonly #acl: CfnWebACL;

  constructor(scope: Construct, stage: Stage) {
    super(scope, 'Firewall');
    // Samples would keep whole paths, start tokens among them.
    const visibility = (metricName: string) => ({
      cloudWatchMetricsEnabled: true,
      metricName: `${Names.uniqueResourceName(this, { maxLength: 60 })}${metricName}`,
      sampledRequestsEnabled: false,
    });
    this.#acl = new CfnWebACL(this, 'Acl', {
      scope: 'REGIONAL',
      defaultAction: { allow: {} },
      customResponseBodies: {
        TooManyCalls: {
          contentType: 'APPLICATION_JSON',
          content: problemAnswer({ code: 'rate.exceeded' }, '/').body,
        },
      },
      visibilityConfig: visibility('All'),
      rules: [
        {
          name: 'CallsPerAddress',
          priority: 0,
          action: {
            block: {
              customResponse: {
                responseCode: problemCatalogue['rate.exceeded'].status,
                customResponseBodyKey: 'TooManyCalls',
                responseHeaders: [{ name: 'Retry-After', value: '300' }],
              },
            },
          },
          statement: {
            rateBasedStatement: {
              aggregateKeyType: 'IP',
              limit: stage.api.callsPerAddress,
              evaluationWindowSec: 300,
            },
          },
          visibilityConfig: visibility('CallsPerAddress'),
        },
        {
          name: 'CommonAttacks',
          priority: 1,
          overrideAction: { none: {} },
          statement: {
            managedRuleGroupStatement: {
              vendorName: 'AWS',
              name: 'AWSManagedRulesCommonRuleSet',
              ruleActionOverrides: onlyCounted.map((name) => ({ name, actionToUse: { count: {} } })),
            },
          },
          visibilityConfig: visibility('CommonAttacks'),
        },
      ],
    });
  }

  /** Puts the rules in front of a stage of the API. */
  protect(stageArn: string): void {
    new CfnWebACLAssociation(this, 'Association', { resourceArn: stageArn, webAclArn: this.#acl.attrArn });
  }
}
