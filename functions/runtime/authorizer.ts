import middy from '@middy/core';
import type { APIGatewayAuthorizerResult, APIGatewayRequestAuthorizerEvent, Context } from 'aws-lambda';
import type { Now } from '../calendar/clock.ts';
import { problemCatalogue } from '../problems/problem-catalogue.ts';
import type { Log } from './log.ts';
import { readToken, type TokenIssuer } from './token.ts';

type AuthorizerDeps = {
  readonly log: Log;
  readonly tokenIssuer: TokenIssuer;
  readonly wallClock: Now;
};

/** The gateway's authorizer as a Lambda function. */
export type AuthorizerHandler = (
  event: APIGatewayRequestAuthorizerEvent,
  context: Context,
) => Promise<APIGatewayAuthorizerResult>;

/** The gateway keeps the casing a client sent, and some emulators lower it. */
const headerOf = (event: APIGatewayRequestAuthorizerEvent, name: string): string | undefined =>
  Object.entries(event.headers ?? {}).find(([given]) => given.toLowerCase() === name)?.[1];

/**
 * The gateway's authorizer: who is calling? Denies with a `code` in its context rather than throwing, so that the
 * gateway's answer can say whether the token is missing or wrong; the title is for its document. Throws only when nothing can
 * be said about the token: the gateway then answers 503, and an alarm sees it. What a caller may do is the route's question.
 */
export const newHandler = (deps: () => AuthorizerDeps): AuthorizerHandler =>
  middy<APIGatewayRequestAuthorizerEvent, APIGatewayAuthorizerResult>()
    .use({
      onError: ({ event, error }) => {
        deps().log.error('authorizer.failed', { requestId: event.requestContext.requestId }, error);
      },
    })
    .handler(async (event: APIGatewayRequestAuthorizerEvent) => {
      const { tokenIssuer, wallClock } = deps();
      const reading = await readToken(headerOf(event, 'authorization'), tokenIssuer, wallClock);
      const isAccepted = reading.kind === 'accepted';
      return {
        principalId: isAccepted ? reading.subject : 'nobody',
        policyDocument: {
          Version: '2012-10-17',
          Statement: [
            {
              Action: 'execute-api:Invoke',
              Effect: isAccepted ? 'Allow' : 'Deny',
              Resource: event.methodArn,
            },
          ],
        },
        context: isAccepted
          ? { subject: reading.subject, tenant: reading.tenant, scope: reading.scope }
          : { code: reading.code, title: problemCatalogue[reading.code].title },
      };
    });
