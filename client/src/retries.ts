/** Waits before a call is made once more. */
export type Wait = (milliseconds: number) => Promise<void>;

/** How stubborn a client is. */
export type RetryOptions = {
  /** How often a call is made once more at most. */
  readonly retries: number;
  readonly wait: Wait;
};

type Fetch = (request: Request) => Promise<Response>;

/** What is waited where the answer does not say how long: a second, then two, then four. */
const firstWaitInMilliseconds = 1000;

/** Whoever is told to come back much later decides for himself whether to wait. */
const longestWaitInMilliseconds = 60_000;

const waitBefore = (response: Response, retry: number): number => {
  const retryAfter = response.headers.get('retry-after');
  return retryAfter !== null && /^\d{1,6}$/.test(retryAfter)
    ? Number(retryAfter) * 1000
    : firstWaitInMilliseconds * 2 ** retry;
};

/** Whether doing it twice is doing it once: reading, or writing under a key that the API remembers. */
const isRepeatable = ({ method, headers }: Request): boolean =>
  method === 'GET' || method === 'HEAD' || headers.has('idempotency-key');

/** 429 says that nothing was done. After a 503 the call may have been done, and only a repeatable one may come again. */
const mayComeAgain = (request: Request, { status }: Response): boolean =>
  status === 429 || (status === 503 && isRepeatable(request));

/** Makes a call again that was answered 429 or, where it can do no harm, 503. Other answers, and lost connections, are passed on. */
export const withRetries =
  (fetch: Fetch, { retries, wait }: RetryOptions): Fetch =>
  async (request) => {
    for (let retry = 0; retry < retries; retry += 1) {
      // A body can be read once: each try but the last sends a copy.
      const response = await fetch(request.clone());
      if (!mayComeAgain(request, response)) return response;
      const milliseconds = waitBefore(response, retry);
      if (milliseconds > longestWaitInMilliseconds) return response;
      await response.body?.cancel();
      await wait(milliseconds);
    }
    return fetch(request);
  };
