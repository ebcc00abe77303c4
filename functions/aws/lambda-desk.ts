import { InvokeCommand, LambdaClient, type LambdaClientConfig } from '@aws-sdk/client-lambda';
import type { DeskCommand } from '../repair/desk-command.ts';
import { deskFunctionName } from '../repair/desk-function.ts';

/** Thrown when the function of the desk could not do what it was asked; says what it says itself. */
export class DeskFailedError extends Error {
  override readonly name = 'DeskFailedError';
}

const textIn = (payload: unknown, name: string): string => {
  const value: unknown =
    typeof payload === 'object' && payload !== null ? Reflect.get(payload, name) : undefined;
  return typeof value === 'string' ? value : '';
};

/**
 * The desk of a deployed stage: asks its function, with the rights of whoever runs this. A call that gets no answer is not repeated,
 * since it may have been done.
 * @throws DeskFailedError when the function failed; what the SDK throws where it could not be called.
 */
export const lambdaDesk = ({
  stage,
  config,
}: {
  readonly stage: string;
  readonly config: LambdaClientConfig;
}) => {
  const client = new LambdaClient({ ...config, maxAttempts: 1 });
  return async (command: DeskCommand): Promise<unknown> => {
    const { FunctionError, Payload } = await client.send(
      new InvokeCommand({
        FunctionName: deskFunctionName(stage),
        Payload: Buffer.from(JSON.stringify(command)),
      }),
    );
    const answer: unknown = JSON.parse(Buffer.from(Payload ?? []).toString() || 'null');
    if (FunctionError !== undefined)
      throw new DeskFailedError(`${textIn(answer, 'errorType')}: ${textIn(answer, 'errorMessage')}`);
    return answer;
  };
};
