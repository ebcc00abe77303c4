import type { TestProject } from 'vitest/node';
import { NoDynamodbLocalError, startDynamodbLocal } from '../../sandbox/dynamodb-local.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Where DynamoDB is; null: nowhere, and its suites are skipped. */
    dynamodbEndpoint: string | null;
  }
}

/**
 * One DynamoDB for all suites that need it: the one that `DYNAMODB_ENDPOINT` names, an emulator, or else DynamoDB Local,
 * started here. Where Java is missing its suites are skipped; where the gate runs that is a failure.
 */
export const setup = async (project: TestProject): Promise<(() => Promise<void>) | undefined> => {
  const given = process.env['DYNAMODB_ENDPOINT'];
  if (given !== undefined) {
    project.provide('dynamodbEndpoint', given);
    return undefined;
  }
  try {
    const { endpoint, stop } = await startDynamodbLocal();
    project.provide('dynamodbEndpoint', endpoint);
    return stop;
  } catch (error) {
    if (!(error instanceof NoDynamodbLocalError) || process.env['CI'] !== undefined) throw error;
    project.provide('dynamodbEndpoint', null);
    process.stderr.write('DynamoDB Local needs Java: the contract suites on DynamoDB were skipped\n');
    return undefined;
  }
};
