import type { Temporal } from 'temporal-polyfill';
import type { WorkingCalendar } from '../calendar/working-calendar.ts';
import { isOpenNow } from '../window/start-window.ts';
import { windowOfAttempt } from './deadlines.ts';
import { currentAttempt, type PortRequest } from './port-request.ts';
import { rulesOfVersion } from './porting-rules.ts';
import { rejectionReasonOf } from './rejection-reasons.ts';
import { isEditable, mayMove } from './status.ts';

/** What a reseller can do with a request, as one enum for every client. */
export const allowedActionNames = [
  'edit',
  'submit',
  'start',
  'cancel',
  'change_date',
  'request_start_link',
  'report_incident',
] as const;

export type AllowedAction = (typeof allowedActionNames)[number];

/** Whether the holder said no (code 21): nothing can be corrected then, only a new request helps. */
export const isFinallyRejected = (request: PortRequest): boolean =>
  request.status === 'rejected' &&
  (currentAttempt(request)?.rejections ?? []).some(({ code }) => rejectionReasonOf(code).final === 'request');

/** Whether a start would be accepted at this instant: the time decides, not whether the window's opening was recorded. */
const mayStartNow = (request: PortRequest, now: Temporal.Instant, calendar: WorkingCalendar): boolean => {
  const attempt = currentAttempt(request);
  if (attempt === undefined || (request.status !== 'approved' && request.status !== 'ready_to_start'))
    return false;
  const window = windowOfAttempt(attempt, calendar);
  return window !== undefined && isOpenNow(window, now, rulesOfVersion(attempt.rulesVersion), calendar);
};

/** Whether a new start link can be mailed in this status. */
export const mayRequestStartLink = (request: PortRequest): boolean => request.status === 'ready_to_start';

/**
 * Whether trouble can be reported: from the submission on, as long as it was not cancelled (assumption). After an erasure
 * nothing that names a person is taken in again.
 */
export const mayReportIncident = ({ status, erasedAt }: PortRequest): boolean =>
  status !== 'draft' && status !== 'cancelled' && erasedAt === null;

/** What may be done with this request at this instant, by whoever may write it. */
export const allowedActionsOf = (
  request: PortRequest,
  now: Temporal.Instant,
  calendar: WorkingCalendar,
): readonly AllowedAction[] => {
  const isAllowed: Readonly<Record<AllowedAction, boolean>> = {
    edit: isEditable(request.status) && !isFinallyRejected(request),
    submit: mayMove('submit', request.status) && !isFinallyRejected(request),
    start: mayStartNow(request, now, calendar),
    cancel: mayMove('cancel', request.status),
    change_date: mayMove('replan', request.status),
    request_start_link: mayRequestStartLink(request),
    report_incident: mayReportIncident(request),
  };
  return allowedActionNames.filter((action) => isAllowed[action]);
};
