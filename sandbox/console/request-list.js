import { html } from 'htm/preact';
import { toLocalDate } from './moments.js';
import { numberTexts, referenceOf, StatusLabel } from './names.js';

/** The documents' example, signed today: a mandate of long ago would be refused. */
const createExample = async (api) => {
  const [example, { now }] = await Promise.all([api.get('/console/example.json'), api.get('/sandbox/clock')]);
  const authorisation = { ...example.authorisation, signedOn: toLocalDate(now) };
  const created = await api.post('/v1/port-requests', { ...example, authorisation });
  return `Created ${referenceOf(created)} for ${created.subscriber.name}.`;
};

const Row = ({ request, world }) => html`
  <li class="card row">
    <div class="row-status"><${StatusLabel} status=${request.status} world=${world} /></div>
    <div>
      <h2><a href="/portage/${request.id}">${referenceOf(request)}</a></h2>
      <p>${request.subscriber.name}</p>
    </div>
    <div>
      <p class="muted">From ${request.losingOperator?.name ?? 'an operator not yet named'}</p>
      <p class="numbers">${numberTexts(request.numbers).map((text) => html`<span>${text}</span>`)}</p>
    </div>
    ${request.nextStep && html`<p class="row-next" lang=${world.language}>${request.nextStep.text}</p>`}
  </li>
`;

/** Every port request, newest first, and the button that creates one. */
export const RequestList = ({ world, act }) => html`
  <header class="page-header">
    <h1 tabindex="-1">Port requests</h1>
    <button type="button" class="primary" onClick=${() => act(createExample)}>Create example request</button>
  </header>
  ${
    world.requests.length === 0 &&
    html`<p class="card muted">There is none yet. Create the example, or post one to <code>/v1/port-requests</code>.</p>`
  }
  <ul class="rows">
    ${world.requests.map((request) => html`<${Row} key=${request.id} request=${request} world=${world} />`)}
  </ul>
  ${world.hasMoreRequests && html`<p class="muted">These are the newest 100.</p>`}
`;
