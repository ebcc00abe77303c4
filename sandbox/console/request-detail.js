import { html } from 'htm/preact';
import { Attempts } from './attempts.js';
import { Deadlines } from './deadlines.js';
import { DeskActions } from './desk-actions.js';
import { Documents } from './documents.js';
import { Incidents } from './incidents.js';
import { Machine } from './machine.js';
import { MailList } from './mailbox.js';
import { dayText } from './moments.js';
import { inWords, numberTexts, referenceOf, StatusLabel } from './names.js';
import { RequestActions } from './request-actions.js';
import { StatusChanges } from './status-changes.js';

const StatusCard = ({ request, world }) => {
  const { meaning, usualDuration } = world.statuses.find(({ status }) => status === request.status);
  const { nextStep } = request;
  return html`
    <section class="card status-card" aria-label="Status">
      <p lang=${world.language}>${meaning}${usualDuration && html`${' '}<span class="muted">${usualDuration}</span>`}</p>
      ${
        nextStep &&
        html`<p class="next-step">
          <strong>Next, by the ${inWords(nextStep.actor).toLowerCase()}:</strong>${' '}
          <span lang=${world.language}>${nextStep.text}</span>
        </p>`
      }
    </section>
  `;
};

const personText = (person) => person && `${person.name} <${person.email}>, ${person.language}`;

const factsOf = (request) =>
  [
    ['Numbers', numberTexts(request.numbers).join('; ')],
    ['Main number', request.mainNumber],
    ['Losing operator', request.losingOperator?.name],
    ['Account number', request.losingOperator?.accountNumber],
    ['Desired date', request.desiredDate && dayText(request.desiredDate)],
    ['Approved date', request.approvedDate && dayText(request.approvedDate)],
    ['Planned date', request.plannedDate && dayText(request.plannedDate)],
    [
      'Installation',
      request.installation &&
        `${inWords(request.installation.type)} (${inWords(request.installation.because).toLowerCase()})`,
    ],
    ['Contact', personText(request.contact)],
    ['Starter', personText(request.starter)],
    ['Id', request.id],
  ].filter(([, value]) => value);

const Facts = ({ request }) => html`
  <section class="card" aria-labelledby="facts-heading">
    <h2 id="facts-heading">The request</h2>
    <dl>${factsOf(request).map(([label, value]) => html`<div key=${label}><dt>${label}</dt><dd>${value}</dd></div>`)}</dl>
  </section>
`;

/** What stands in the way of submitting, and what is only worth knowing. */
const Remarks = ({ heading, entries, language }) =>
  entries.length > 0 &&
  html`
    <section class="card" aria-label=${heading}>
      <h2>${heading}</h2>
      <ul lang=${language}>
        ${entries.map(({ detail, advice }) => html`<li>${detail} <span class="muted">${advice}</span></li>`)}
      </ul>
    </section>
  `;

/** One request whole: where it stands, what comes next and by when, and everything that happened to it. */
export const RequestDetail = ({ id, world, act }) => {
  const detail = world.detail?.id === id ? world.detail : undefined;
  if (detail === undefined) return html`<h1 tabindex="-1">Port request</h1><p class="muted">Reading…</p>`;
  const { request, history, executions, incidents, notes } = detail;
  if (request === undefined)
    return html`<h1 tabindex="-1">No such request</h1><p class="card">Nothing is known here under <code>${id}</code>.</p>`;
  const mails = world.mails.filter((mail) => mail.portRequestId === id);
  return html`
    <nav class="back" aria-label="Back"><a class="back-link" href="/">All port requests</a></nav>
    <header class="page-header">
      <div>
        <h1 tabindex="-1">${referenceOf(request)}</h1>
        <p>${request.subscriber.name}</p>
      </div>
      <${StatusLabel} status=${request.status} world=${world} />
    </header>
    <${StatusCard} request=${request} world=${world} />
    <${RequestActions} request=${request} world=${world} act=${act} />
    <${Deadlines} deadlines=${request.deadlines} />
    <${Attempts} attempts=${request.attempts} language=${world.language} />
    <${Incidents} request=${request} incidents=${incidents} world=${world} act=${act} />
    <${DeskActions} request=${request} notes=${notes} act=${act} />
    <${Remarks} heading="Missing to submit" entries=${request.submissionBlockers} language=${world.language} />
    <${Facts} request=${request} />
    <${Documents} request=${request} act=${act} />
    <${Remarks} heading="Warnings" entries=${request.warnings} language=${world.language} />
    <section class="card" aria-labelledby="mails-heading">
      <h2 id="mails-heading">Mails</h2>
      <${MailList} mails=${mails} />
    </section>
    <${Machine} executions=${executions} />
    <${StatusChanges} history=${history} world=${world} />
  `;
};
