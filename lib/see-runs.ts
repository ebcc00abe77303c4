import { ArnFormat, Fn, Stack, Validations } from 'aws-cdk-lib';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { PortLifecycle } from './port-lifecycle.ts';
import type { PortingFunction } from './porting-function.ts';

/** Lets a function see whether a run is running: runs have names of their own, all below that of the machine. */
export const allowToSeeRuns = ({ role }: PortingFunction, { machineArn }: PortLifecycle): void => {
  const stack = Stack.of(role);
  const machineName = Fn.select(6, Fn.split(':', machineArn));
  const runs = stack.formatArn({
    service: 'states',
    resource: 'execution',
    resourceName: `${machineName}:*`,
    arnFormat: ArnFormat.COLON_RESOURCE_NAME,
  });
  role.addToPrincipalPolicy(
    new PolicyStatement({ actions: ['states:DescribeExecution'], resources: [runs] }),
  );
  const named = JSON.stringify(stack.resolve(machineName));
  Validations.of(role).acknowledge({
    id: `AwsSolutions::AwsSolutions-IAM5[Resource::arn:aws:states:${stack.region}:<AWS::AccountId>:execution:${named}:*]`,
    reason: 'Runs have names of their own, all below that of the one machine.',
  });
};

/** Lets a function ask which runs of the machine broke. */
export const allowToListRuns = ({ role }: PortingFunction, { machineArn }: PortLifecycle): void => {
  role.addToPrincipalPolicy(
    new PolicyStatement({ actions: ['states:ListExecutions'], resources: [machineArn] }),
  );
};
