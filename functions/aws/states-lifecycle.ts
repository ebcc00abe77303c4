import {
  ExecutionAlreadyExists,
  InvalidToken,
  SendTaskSuccessCommand,
  SFNClient,
  type SFNClientConfig,
  StartExecutionCommand,
  TaskDoesNotExist,
  TaskTimedOut,
} from '@aws-sdk/client-sfn';
import { type Lifecycle, runInputOf, runNameOf } from '../lifecycle/lifecycle.ts';
import { requestLimits } from './request-limits.ts';

/** A client of Step Functions. It may repeat a call: both calls change nothing the second time. */
export const statesClient = (config: SFNClientConfig = {}): SFNClient =>
  new SFNClient({ ...requestLimits, ...config });

/** A token nobody waits for: used up, timed out, or of an execution that ended. */
const isGone = (error: unknown): boolean =>
  error instanceof TaskTimedOut || error instanceof TaskDoesNotExist || error instanceof InvalidToken;

/** Ends waits of the machine, each by its token alone. */
export const statesWakeUp = (client: SFNClient): Pick<Lifecycle, 'wake'> => ({
  wake: async (taskToken) => {
    try {
      // A wake-up carries nothing: whoever wakes reads the record.
      await client.send(new SendTaskSuccessCommand({ taskToken, output: '{}' }));
      return 'woken';
    } catch (error) {
      if (isGone(error)) return 'gone';
      throw error;
    }
  },
});

/**
 * The state machine on Step Functions. Starting a name again changes nothing: a running execution with the same input
 * is answered as started, one that has ended as existing, for 90 days. A run started after that finds in the record
 * that its attempt is over, and ends.
 * @param stateMachineArn what is started: the alias, where there is one.
 */
export const statesLifecycle = ({
  client,
  stateMachineArn,
}: {
  readonly client: SFNClient;
  readonly stateMachineArn: string;
}): Lifecycle => ({
  start: async (run) => {
    try {
      const input = JSON.stringify(runInputOf(run));
      await client.send(new StartExecutionCommand({ stateMachineArn, name: runNameOf(run), input }));
    } catch (error) {
      if (!(error instanceof ExecutionAlreadyExists)) throw error;
    }
  },
  ...statesWakeUp(client),
});
