import { CliCredentialsStackSynthesizer, type IStackSynthesizer, type StackProps } from 'aws-cdk-lib';
import type { Stage } from './stages.ts';

/** Its class declares members as `undefined` that the interface leaves out, which the compiler tells apart. */
const isSynthesizer = (given: object): given is IStackSynthesizer =>
  given instanceof CliCredentialsStackSynthesizer;

const callersSynthesizer = (): { readonly synthesizer: IStackSynthesizer } | undefined => {
  const synthesizer: object = new CliCredentialsStackSynthesizer();
  return isSynthesizer(synthesizer) ? { synthesizer } : undefined;
};

/** What all stacks of a stage have in common. Synthesis needs no account. */
export const stackPropsOf = ({ account, region, deploysAsCaller }: Stage): StackProps => ({
  env: { region, ...(account === undefined ? {} : { account }) },
  // The emulator judges rights, and has no roles that a bootstrap could have made with them.
  ...(deploysAsCaller ? callersSynthesizer() : {}),
});
