/**
 * A refusal, or no answer at all.
 * @typedef {{ title: string, detail?: string, status?: number, code?: string, errors?: ReadonlyArray<{ code: string, pointer: string, detail: string, advice?: string, portRequestId?: string }> }} Problem
 */

/** What a call ends with that was not done. */
export class ProblemError extends Error {
  /** @param {Problem} problem */
  constructor(problem) {
    super(problem.detail ?? problem.title);
    this.name = 'ProblemError';
    this.problem = problem;
  }
}

/** The JSON of an answer, or null where there is none. */
const readAnswer = async (response) => {
  const text = await response.text();
  const isJson = /json/.test(response.headers.get('content-type') ?? '');
  return isJson && text !== '' ? JSON.parse(text) : null;
};

const send = async (path, options, read = readAnswer) => {
  const response = await fetch(path, options).catch(() => {
    throw new ProblemError({ title: 'The sandbox does not answer', detail: 'Is it still running?' });
  });
  if (response.ok) return read(response);
  throw new ProblemError({
    title: `${response.status} ${response.statusText}`,
    status: response.status,
    ...(await readAnswer(response)),
  });
};

/** The desk's, who sees the requests of every reseller; what it creates is acme's. */
const askForToken = async () => {
  const claims = { tenant: 'acme', scope: 'desk', subject: 'console' };
  const { token } = await send('/sandbox/tokens', { method: 'POST', body: JSON.stringify(claims) });
  return token;
};

let token;

const sendWithToken = async (path, { headers, ...options }, read) => {
  token ??= askForToken();
  const authorised = { ...options, headers: { ...headers, authorization: `Bearer ${await token}` } };
  return send(path, authorised, read);
};

const authorisedSend = async (path, options, read) => {
  try {
    return await sendWithToken(path, options, read);
  } catch (error) {
    if (error.problem?.status !== undefined && error.problem.status !== 401) throw error;
    // A sandbox that was started again knows none of the earlier tokens, and one that was down gave none.
    token = undefined;
    return sendWithToken(path, options, read);
  }
};

// Not randomUUID: a phone that reaches the sandbox over plain http has none.
const newIdempotencyKey = () =>
  Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join(
    '',
  );

/**
 * The API and the sandbox's own routes.
 * @param {string} language in which the API's texts are wanted
 */
export const createApi = (language) => ({
  /** @param {string} path */
  get: (path) => authorisedSend(path, { headers: { 'accept-language': language } }),

  /** A document, in the language of whom it is for. @param {string} path */
  getFile: (path) => authorisedSend(path, {}, (response) => response.blob()),

  /** Posts under a new idempotency key. @param {string} path @param {unknown} body */
  post: (path, body = {}) =>
    authorisedSend(path, {
      method: 'POST',
      headers: {
        'accept-language': language,
        'content-type': 'application/json',
        'idempotency-key': newIdempotencyKey(),
      },
      body: JSON.stringify(body),
    }),
});
