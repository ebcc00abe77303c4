import middy from '@middy/core';
import type { APIGatewayAuthorizerResult, APIGatewayRequestAuthorizerEvent, Context } from 'aws-lambda';
import type { Now } from '../calendar/clock.ts';
import { problemCatalogue } from '../problems/problem-catalogue.ts';
import { type CallRate, retryAfterSecondsOf } from './call-rate.ts';
import { correlated } from './correlation.ts';
import type { Log } from './log.ts';
import { thrownOn } from './masked-error.ts';
import { readToken, type TokenIssuer } from './token.ts';

type AuthorizerDeps = {
  readonly log: Log;
  readonly tokenIssuer: TokenIssuer;
  readonly wallClock: Now;
  /** Undefined where tenants may call as often as they like: a sandbox. */
  readonly callRate: CallRate | undefined;
};

/** The gateway's authorizer as a Lambda function. */
export type AuthorizerHandler = (
  event: APIGatewayRequestAuthorizerEvent,
  context: Context,
) => Promise<APIGatewayAuthorizerResult>;

/** The gateway keeps the casing a client sent, and some emulators lower it. */
const headerOf = (event: APIGatewayRequestAuthorizerEvent, name: string): string | undefined =>
  Object.entries(event.headers ?? {}).find(([given]) => given.toLowerCase() === name)?.[1];

/** Calls over the limit, as the context says it; a count that cannot be had stops nobody, since a port is worth more than a limit. */
const overLimitContext = async (
  { log, callRate, wallClock }: AuthorizerDeps,
  tenant: string,
  event: APIGatewayRequestAuthorizerEvent,
): Promise<{ readonly retryAfterSeconds?: string }> => {
  if (callRate === undefined) return {};
  try {
    const seconds = await retryAfterSecondsOf(callRate, tenant, wallClock());
    // As a text, which the gateway would make of a number anyway.
    return seconds === undefined ? {} : { retryAfterSeconds: String(seconds) };
  } catch (error) {
    log.error('authorizer.not_counted', { requestId: event.requestContext.requestId }, error);
    return {};
  }
};

/**
 * The gateway's authorizer: who is calling? Denies with a `code` in its context rather than throwing, so that the
 * gateway's answer can say whether the token is missing or wrong; the title is for its document. Throws only when nothing can
 * be said about the token: the gateway then answers 503, and an alarm sees it. What a caller may do is the route's question.
 * A tenant over its calls of a minute is let in, with `retryAfterSeconds` in the context: the gateway makes a 401 of every
 * denial, so that it is the function behind it that answers 429. Calls of the desk count for the tenant of its token.
 */
export const newHandler = (deps: () => AuthorizerDeps): AuthorizerHandler => {
  const handler = middy<APIGatewayRequestAuthorizerEvent, APIGatewayAuthorizerResult>()
    .use({
      onError: (request) => {
        const { event, error } = request;
        deps().log.error('authorizer.failed', { requestId: event.requestContext.requestId }, error);
        request.error = thrownOn(error);
      },
    })
    .handler(async (event: APIGatewayRequestAuthorizerEvent) => {
      const real = deps();
      const { tokenIssuer, wallClock } = real;
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
          ? {
              subject: reading.subject,
              tenant: reading.tenant,
              scope: reading.scope,
              ...(await overLimitContext(real, reading.tenant, event)),
            }
          : { code: reading.code, title: problemCatalogue[reading.code].title },
      };
    });
  return (event, context) => correlated(event.requestContext.requestId, () => handler(event, context));
};
