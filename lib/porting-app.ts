import { Annotations, App, type AppProps, Tags, Validations } from 'aws-cdk-lib';
import { AwsSolutionsChecks } from 'cdk-nag';
import { ApiStack } from './api-stack.ts';
import { PortingStack } from './porting-stack.ts';
import { RecordsStack } from './records-stack.ts';
import { readStage, type Stage } from './stages.ts';

/** The app of one stage: what it keeps, who may call it, and what works on it. */
export type PortingApp = {
  readonly app: App;
  readonly stage: Stage;
  readonly records: RecordsStack;
  readonly api: ApiStack;
  readonly porting: PortingStack;
};

/** What is deployed with these settings takes no token, sends no mail and calls nobody. */
const warnOfExamples = (stack: PortingStack, stage: Stage): void => {
  if (stage.businessClock === 'movable') return;
  if (JSON.stringify(stage).includes('.example'))
    Annotations.of(stack).addWarningV2(
      'porting:examples',
      'Settings of this stage in lib/stages.ts still end in .example: no token would be accepted and no mail sent (docs/deploy.md)',
    );
  if (Object.values(stage.alarmAddresses).includes(undefined))
    Annotations.of(stack).addWarningV2(
      'porting:alarms',
      'Nobody is told about some alarms: set alarmAddresses in lib/stages.ts',
    );
};

/**
 * Makes the three stacks of the stage that the context names, and has them checked against the AWS Solutions rules: a
 * finding that nobody gave a reason for fails the synthesis.
 * @throws UnknownStageError when there is no such stage.
 */
export const createPortingApp = (props: AppProps = {}): PortingApp => {
  const app = new App(props);
  const jwksUrl: unknown = app.node.tryGetContext('jwksUrl');
  const stage = readStage(app.node.tryGetContext('stage'), ...(typeof jwksUrl === 'string' ? [jwksUrl] : []));
  const records = new RecordsStack(app, `porting-${stage.name}-records`, stage);
  const api = new ApiStack(app, `porting-${stage.name}-api`, { stage, records });
  const porting = new PortingStack(app, `porting-${stage.name}`, { stage, records, api });
  warnOfExamples(porting, stage);
  Tags.of(app).add('service', 'porting');
  Tags.of(app).add('stage', stage.name);
  Validations.of(app).addPlugins(new AwsSolutionsChecks(app));
  return { app, stage, records, api, porting };
};
