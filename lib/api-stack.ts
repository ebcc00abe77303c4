import { CfnOutput, Stack } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { PortRequestDesk } from './port-request-desk.ts';
import type { FunctionSettings, PortingFunction } from './porting-function.ts';
import { stackPropsOf } from './stack-props.ts';

/**
 * What resellers, operators and subscribers call. A stack of its own, since each route is half a dozen resources and a
 * stack holds 500. It holds no records, but the address that mailed start links lead to.
 */
export class ApiStack extends Stack {
  readonly desk: PortRequestDesk;
  readonly functions: readonly PortingFunction[];

  constructor(scope: Construct, id: string, settings: FunctionSettings) {
    const { stage } = settings;
    super(scope, id, {
      ...stackPropsOf(stage),
      description: 'Number porting: the API',
      terminationProtection: stage.keepsRecords,
    });
    this.desk = new PortRequestDesk(this, settings);
    this.functions = this.desk.functions;
    // Exported whether or not mails still need them, as when the API gets a domain of its own: this stack is deployed
    // before the one that asks, and CloudFormation refuses to drop an export that is in use.
    for (const value of [this.desk.api.restApiId, this.desk.api.deploymentStage.stageName])
      this.exportValue(value);
    new CfnOutput(this, 'ApiUrl', { value: this.desk.url });
  }
}
