/**
 * The one catalogue of everything that can be wrong with a call: its stable code, the HTTP status it is
 * answered with, and a short English title. A `status` of null marks a code that is never an answer by
 * itself: it stands in `errors[]` of a 400, 409 or 422, or in `warnings[]` of a representation.
 * Clients and alarms rely on the codes: they may be added to, never renamed or dropped.
 */
export const problemCatalogue = {
  'request.malformed': { status: 400, title: 'Request malformed' },
  'request.refused': { status: 422, title: 'Request refused' },
  'request.too_large': { status: 413, title: 'Request too large' },
  'request.unsupported_media_type': { status: 415, title: 'Unsupported media type' },

  'auth.token_missing': { status: 401, title: 'Token missing' },
  'auth.token_invalid': { status: 401, title: 'Token invalid' },
  'auth.scope_missing': { status: 403, title: 'Scope missing' },

  'port_request.not_found': { status: 404, title: 'Port request not found' },
  'incident.not_found': { status: 404, title: 'Incident not found' },
  'operator.not_found': { status: 404, title: 'Operator not found' },
  'desk_task.not_found': { status: 404, title: 'Nothing of this name waits for the desk' },
  'webhook_endpoint.not_found': { status: 404, title: 'Webhook endpoint not found' },
  'webhook_delivery.not_found': { status: 404, title: 'Webhook delivery not found' },
  'route.not_found': { status: 404, title: 'Route not found' },
  'method.not_allowed': { status: 405, title: 'Method not allowed' },

  'document.not_found': { status: 404, title: 'Document not found' },
  'document.not_clean': { status: 409, title: 'Document not cleared by the virus scanner' },

  'port_request.move_not_allowed': { status: 409, title: 'Not possible in this status' },
  'window.closed': { status: 409, title: 'Start window closed' },
  'numbers.already_porting': { status: 409, title: 'Number already being ported' },
  'operator_event.not_expected': { status: 409, title: 'Operator event not expected' },

  'webhook_endpoint.disabled': { status: 409, title: 'Webhook endpoint disabled' },

  'idempotency.key_missing': { status: 400, title: 'Idempotency key missing' },
  'idempotency.key_malformed': { status: 400, title: 'Idempotency key malformed' },
  'idempotency.key_reused': { status: 422, title: 'Idempotency key reused with another body' },
  'idempotency.in_progress': { status: 409, title: 'Same call still in progress' },
  'precondition.missing': { status: 428, title: 'If-Match missing' },
  'precondition.stale': { status: 412, title: 'Changed by somebody else meanwhile' },
  'cursor.invalid': { status: 400, title: 'Cursor invalid' },
  'rate.exceeded': { status: 429, title: 'Too many calls' },

  'webhook.signature_invalid': { status: 401, title: 'Webhook signature invalid' },
  'webhook.timestamp_outside_tolerance': { status: 401, title: 'Webhook timestamp outside tolerance' },
  'clock.cannot_go_back': { status: 422, title: 'Clock cannot go back' },
  'internal.error': { status: 500, title: 'Internal error' },
  'service.unavailable': { status: 503, title: 'Service unavailable' },

  'field.required': { status: null, title: 'Field required' },
  'field.unknown': { status: null, title: 'Field unknown' },
  'field.wrong_type': { status: null, title: 'Wrong type or format' },

  'number.unreadable': { status: null, title: 'Number unreadable' },
  'number.foreign': { status: null, title: 'Foreign number' },
  'number.mobile': { status: null, title: 'Mobile number' },
  'number.freephone': { status: null, title: 'Freephone number' },
  'number.premium': { status: null, title: 'Premium-rate number' },
  'number.shared_cost': { status: null, title: 'Single-rate number' },
  'number.short_code': { status: null, title: 'Short number' },
  'number.unknown_zone': { status: null, title: 'Unknown zone' },
  'number.wrong_length': { status: null, title: 'Wrong number of digits' },
  'number.protected_line': { status: null, title: 'Alarm, lift or emergency line' },
  'number.final_rejection': { status: null, title: 'Number rejected for good' },
  'number.not_in_request': { status: null, title: 'Number not in this request' },
  'number.not_in_known_blocks': { status: null, title: 'Number doubtful' },

  'range.size_not_supported': { status: null, title: 'Range size not supported' },
  'range.not_aligned': { status: null, title: 'Range does not start on a boundary' },
  'range.split': { status: null, title: 'Range divided' },
  'range.maybe_incomplete': { status: null, title: 'Range maybe incomplete' },

  'numbers.overlap': { status: null, title: 'Number listed twice' },
  'series.unanswered': { status: null, title: 'Number not answered' },
  'numbers.too_many': { status: null, title: 'Too many numbers' },
  'numbers.left_behind': { status: null, title: 'Numbers left behind' },
  'numbers.list_not_checked': { status: null, title: 'List of numbers not checked' },
  'main_number.not_in_request': { status: null, title: 'Main number not in this request' },
  'linked_service.will_stop': { status: null, title: 'Linked service will stop' },

  'date.too_early': { status: null, title: 'Date too early' },
  'date.not_a_working_day': { status: null, title: 'Not a working day' },
  'date.too_far': { status: null, title: 'Date too far ahead' },

  'acknowledgement.missing': { status: null, title: 'Acknowledgement missing' },
  'authorisation.missing': { status: null, title: 'Mandate missing' },
  'authorisation.number_missing': { status: null, title: 'Number not on the mandate' },
  'authorisation.too_old': { status: null, title: 'Mandate too old' },
  'authorisation.signed_in_future': { status: null, title: 'Mandate signed in the future' },
  'enterprise_number.invalid': { status: null, title: 'Enterprise number invalid' },
  'incident.not_in_request': { status: null, title: 'Incident not of this request' },
  'incident.examples_prove_routing': { status: null, title: 'Examples prove bad routing only' },
  'incidents.too_many': { status: null, title: 'Too many incidents' },
  'examples.too_many': { status: null, title: 'Too many call examples' },
  'notes.too_many': { status: null, title: 'Too many notes' },
  'webhook_endpoint.not_https': { status: null, title: 'Webhooks go over HTTPS' },
  'webhook_endpoint.with_credentials': { status: null, title: 'User name or password in the URL' },
  'webhook_endpoint.address_not_public': { status: null, title: 'Address not public' },
  'webhook_endpoints.too_many': { status: null, title: 'Too many webhook endpoints' },
  'time.implausible': { status: null, title: 'Implausible time' },
  'enterprise_number.checksum': { status: null, title: 'Enterprise number doubtful' },
} as const satisfies Readonly<Record<string, { readonly status: number | null; readonly title: string }>>;

/** Any code of the catalogue. */
export type ProblemCode = keyof typeof problemCatalogue;

/**
 * The codes that may stand in `errors[]` or `warnings[]`: those without a status of their own, and
 * `numbers.already_porting`, which is both the answer (409) and each of its entries.
 */
export type EntryCode =
  | {
      [Code in ProblemCode]: (typeof problemCatalogue)[Code]['status'] extends null ? Code : never;
    }[ProblemCode]
  | 'numbers.already_porting';
