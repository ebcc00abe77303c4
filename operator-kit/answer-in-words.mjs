const outcomes = {
  applied: 'Taken in. It changed the request.',
  recorded: 'Taken in. It changed no status: it was only noted, or had been said before.',
  duplicate: 'This id had been taken in before. Nothing changed.',
};

const meanings = {
  'request.malformed': 'The body cannot be read as an event. What is wrong, place by place:',
  'webhook.signature_invalid':
    'The signature fits none of the keys that are known for this operator, or nobody knows the operator. Check the operator in the address, the key, and that the body is sent exactly as it was signed.',
  'webhook.timestamp_outside_tolerance':
    'The message was signed more than five minutes ago, or ahead. Check the clock, and sign again before each try.',
  'port_request.not_found': 'There is no such port request, or this operator does not carry it.',
  'request.too_large': 'The body is larger than 64 KiB.',
  'request.unsupported_media_type': 'Send it as application/json.',
  'request.refused': 'It is an event, but its data does not fit the request:',
  'operator_event.not_expected':
    'It does not fit the request as it stands, and was kept for Fonzer’s desk. The id may be used again.',
};

const placesOf = ({ errors }) =>
  (Array.isArray(errors) ? errors : []).map(
    ({ code, pointer, detail }) => `  ${pointer || '(the whole body)'}: ${detail} [${code}]`,
  );

const expectedOf = ({ code, requestStatus, attempt, allowedEvents }) =>
  code === 'operator_event.not_expected'
    ? [
        `  The request is ${requestStatus}, in attempt ${attempt ?? 'none'}.`,
        `  Now it takes: ${allowedEvents?.join(', ') || 'no event of an answer'}.`,
      ]
    : [];

const parse = (text) => {
  try {
    return Object(JSON.parse(text));
  } catch {
    return {};
  }
};

const again = 'Send it again later, under the same id with a new timestamp and signature.';

const wordsOf = (status, body) => {
  const known = outcomes[body.outcome] ?? meanings[body.code];
  if (known !== undefined) return known;
  if (status === 429 || status >= 500) return `The service cannot take it just now. ${again}`;
  if (status >= 300 && status < 400) return 'The address answers with a redirect, which is not followed.';
  return body.title ?? 'This is no answer of the service. Check the address.';
};

/** What the service's answer means for the operator, with all that stands against the event. */
export const answerInWords = (status, text) => {
  const body = parse(text);
  const code = body.code === undefined ? '' : ` ${body.code}`;
  return [`${status}${code}`, wordsOf(status, body), ...placesOf(body), ...expectedOf(body), ''].join('\n');
};
