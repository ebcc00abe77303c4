import * as mandate from './authorisation/mandate.http.ts';
import * as numberListLetter from './authorisation/number-list-letter.http.ts';
import * as signedMandates from './authorisation/signed-mandates.http.ts';
import * as dates from './calendar/dates.http.ts';
import * as mails from './correspondence/mails.http.ts';
import * as changeDesk from './desk/change.http.ts';
import * as readDesk from './desk/read.http.ts';
import * as feed from './events/feed.http.ts';
import * as health from './health.http.ts';
import * as changeIncidents from './incidents/change.http.ts';
import * as readIncidents from './incidents/read.http.ts';
import * as numberChecks from './numbers/number-checks.http.ts';
import * as openApi from './openapi.http.ts';
import * as deskEvents from './operator/desk-events.http.ts';
import * as operatorEvents from './operator/events.http.ts';
import * as cancel from './port-request/cancel.http.ts';
import * as create from './port-request/create.http.ts';
import * as date from './port-request/date.http.ts';
import * as edit from './port-request/edit.http.ts';
import * as get from './port-request/get.http.ts';
import * as history from './port-request/history.http.ts';
import * as list from './port-request/list.http.ts';
import * as notes from './port-request/notes.http.ts';
import * as rejectionReasons from './port-request/rejection-reasons.http.ts';
import * as start from './port-request/start.http.ts';
import * as statuses from './port-request/statuses.http.ts';
import * as submit from './port-request/submit.http.ts';
import * as webhookEndpoints from './webhooks/endpoints.http.ts';
import * as startLink from './window/start-link.http.ts';
import * as startPage from './window/start-page.http.ts';

/**
 * Every route of the API and the function that answers it, by the function's file. The gateway, the sandbox's router and
 * the OpenAPI document are made from this table.
 */
export const routeTable = {
  'port-request/create': { routes: [create.route], newHandler: create.newHandler },
  'port-request/list': { routes: [list.route], newHandler: list.newHandler },
  'port-request/get': { routes: [get.route], newHandler: get.newHandler },
  'port-request/edit': { routes: [edit.route], newHandler: edit.newHandler },
  'port-request/submit': { routes: [submit.route], newHandler: submit.newHandler },
  'port-request/cancel': { routes: [cancel.route], newHandler: cancel.newHandler },
  'port-request/date': { routes: [date.route], newHandler: date.newHandler },
  'port-request/start': { routes: [start.route], newHandler: start.newHandler },
  'window/start-link': { routes: [startLink.route], newHandler: startLink.newHandler },
  'port-request/history': { routes: [history.route], newHandler: history.newHandler },
  'port-request/notes': { routes: notes.routes, newHandler: notes.newHandler },
  'authorisation/mandate': { routes: [mandate.route], newHandler: mandate.newHandler },
  'authorisation/number-list-letter': {
    routes: [numberListLetter.route],
    newHandler: numberListLetter.newHandler,
  },
  'incidents/change': { routes: changeIncidents.routes, newHandler: changeIncidents.newHandler },
  'incidents/read': { routes: readIncidents.routes, newHandler: readIncidents.newHandler },
  'correspondence/mails': { routes: [mails.route], newHandler: mails.newHandler },
  'operator/desk-events': { routes: [deskEvents.route], newHandler: deskEvents.newHandler },
  'desk/read': { routes: readDesk.routes, newHandler: readDesk.newHandler },
  'desk/change': { routes: changeDesk.routes, newHandler: changeDesk.newHandler },
  'operator/events': { routes: [operatorEvents.route], newHandler: operatorEvents.newHandler },
  'authorisation/signed-mandates': { routes: signedMandates.routes, newHandler: signedMandates.newHandler },
  'numbers/number-checks': { routes: [numberChecks.route], newHandler: numberChecks.newHandler },
  'calendar/dates': { routes: [dates.route], newHandler: dates.newHandler },
  'port-request/rejection-reasons': {
    routes: [rejectionReasons.route],
    newHandler: rejectionReasons.newHandler,
  },
  'port-request/statuses': { routes: [statuses.route], newHandler: statuses.newHandler },
  'window/start-page': {
    routes: [startPage.openRoute, startPage.probeRoute, startPage.sendRoute],
    newHandler: startPage.newHandler,
  },
  'events/feed': { routes: [feed.route], newHandler: feed.newHandler },
  'webhooks/endpoints': { routes: webhookEndpoints.routes, newHandler: webhookEndpoints.newHandler },
  health: { routes: [health.route], newHandler: health.newHandler },
  openapi: { routes: [openApi.route], newHandler: openApi.newHandler },
} as const;

/** All routes, in the order in which they are described. */
export const routes = Object.values(routeTable).flatMap((edge) => [...edge.routes]);

/** The name of any route: of a table that is typed by it, none can be left out. */
export type OperationId = (typeof routes)[number]['operationId'];
