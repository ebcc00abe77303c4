import { CliCredentialsStackSynthesizer, type IStackSynthesizer, type StackProps } from 'aws-cdk-lib';
import type { Stage } from './stages.ts';

/** Its class declares members as `undefined` that the interface leaves out, which the compiler tells apart. */
const isSynthesizer = (given: object): given is IStackSynthesizer =>
  given instanceof CliCredentialsStackSynthesizer;

const callersSynthesizer = (): { readonly synthesizer: IStackSynthesizer } | undefined => {
  const synthesizer: object = new CliCredentialsStackSynthesizer();
  return isSynthesizer(synthesizer) ? { synthesizer } : undefined;
};

/** What both stacks of a stage have in common. The account is whichever one deploys, so that synthesis needs none. */
export const stackPropsOf = ({ region, deploysAsCaller }: Stage): StackProps => ({
  env: { region },
  // The emulator judges rights, and has no roles that a bootstrap could have made with them.
  ...(deploysAsCaller ? callersSynthesizer() : {}),
});
