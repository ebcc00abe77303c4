import {
  DescribeExecutionCommand,
  ExecutionAlreadyExists,
  ExecutionDoesNotExist,
  type ExecutionStatus,
  InvalidToken,
  paginateListExecutions,
  SendTaskSuccessCommand,
  SFNClient,
  type SFNClientConfig,
  StartExecutionCommand,
  TaskDoesNotExist,
  TaskTimedOut,
} from '@aws-sdk/client-sfn';
import { Temporal } from 'temporal-polyfill';
import {
  type BrokenRun,
  type Lifecycle,
  type NewestRun,
  runInputOf,
  runNamed,
  runNameOf,
} from '../lifecycle/lifecycle.ts';
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

/** The machine that an ARN names, also that of an alias: executions and lists of them go by the machine. */
const machineOf = (arn: string): { readonly machineArn: string; readonly executionPrefix: string } => {
  const [partition, aws, states, region, account, , name] = arn.split(':');
  const place = [partition, aws, states, region, account].join(':');
  return {
    machineArn: `${place}:stateMachine:${name}`,
    executionPrefix: `${place}:execution:${name}:`,
  };
};

const brokenStatuses: readonly ExecutionStatus[] = ['FAILED', 'TIMED_OUT', 'ABORTED'];

/** The first runs of an attempt, so far as they may be forgotten while a later one lives: one waits for weeks, not for months. */
const runsLookedAt = 5;

/** Executions a page holds; there are none of these while nothing is wrong. */
const executionsPerPage = 1000;

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
}): Lifecycle => {
  const { machineArn, executionPrefix } = machineOf(stateMachineArn);

  const statusOf = async (name: string): Promise<ExecutionStatus | undefined> => {
    try {
      const executionArn = `${executionPrefix}${name}`;
      return (await client.send(new DescribeExecutionCommand({ executionArn }))).status;
    } catch (error) {
      if (error instanceof ExecutionDoesNotExist) return undefined;
      throw error;
    }
  };

  return {
    start: async (run) => {
      try {
        const input = JSON.stringify(runInputOf(run));
        await client.send(new StartExecutionCommand({ stateMachineArn, name: runNameOf(run), input }));
      } catch (error) {
        if (!(error instanceof ExecutionAlreadyExists)) throw error;
      }
    },
    ...statesWakeUp(client),
    newestRun: async (portRequestId, attempt, from = 1) => {
      let newest: NewestRun | undefined;
      for (let run = from; newest !== undefined || run < from + runsLookedAt; run += 1) {
        const status = await statusOf(runNameOf({ portRequestId, attempt, run }));
        if (status === undefined && newest !== undefined) break;
        if (status !== undefined)
          newest = { run, isRunning: status === 'RUNNING', hasEnded: status === 'SUCCEEDED' };
        // No later run is begun while one runs.
        if (newest?.isRunning) break;
      }
      return newest;
    },
    brokenRuns: async (since) => {
      const broken: BrokenRun[] = [];
      for (const statusFilter of brokenStatuses) {
        // To the last page: the newest come first by when they began, and a run may break after weeks.
        const pages = paginateListExecutions(
          { client },
          { stateMachineArn: machineArn, statusFilter, maxResults: executionsPerPage },
        );
        for await (const { executions = [] } of pages)
          for (const { name = '', stopDate } of executions) {
            const run = runNamed(name);
            if (run === undefined || stopDate === undefined) continue;
            const brokenAt = Temporal.Instant.fromEpochMilliseconds(stopDate.getTime());
            if (Temporal.Instant.compare(brokenAt, since) >= 0) broken.push({ ...run, brokenAt });
          }
      }
      return broken;
    },
  };
};
