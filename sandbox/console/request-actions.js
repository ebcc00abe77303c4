import { html } from 'htm/preact';
import { useState } from 'preact/hooks';

/** The carrier of every request in the sandbox. */
const carrier = 'colt';

const resellerActions = [
  { action: 'submit', label: 'Submit', path: 'submission', done: 'Submitted.', look: 'primary' },
  {
    action: 'start',
    label: 'Start the port now',
    path: 'start',
    done: 'The port has started.',
    look: 'primary',
  },
  {
    action: 'request_start_link',
    label: 'Mail a new start link',
    path: 'start-link',
    done: 'A new link was mailed.',
  },
  {
    action: 'cancel',
    label: 'Cancel the request',
    path: 'cancellation',
    done: 'Cancelled.',
    look: 'danger',
  },
];

/** In which statuses the API takes which of an operator's answers; in all others it refuses them. */
const operatorAnswers = {
  approve: ['submitted', 'awaiting_answer'],
  reject: ['submitted', 'awaiting_answer', 'approved', 'ready_to_start'],
  complete: ['in_progress'],
};

const report = async (api, request, type, data) => {
  const { id, attempt } = request;
  const event = { type, portRequestId: id, attempt, data };
  const { outcome } = await api.post(`/sandbox/operators/${carrier}/events`, event);
  return `The operator's event was ${outcome}.`;
};

const complete = async (api, request) => {
  const { now } = await api.get('/sandbox/clock');
  return report(api, request, 'port.completed', { completedAt: now });
};

const RejectForm = ({ request, world, act }) => {
  const [code, setCode] = useState(world.reasons[0]?.code);
  const reject = (event) => {
    event.preventDefault();
    act((api) => report(api, request, 'request.rejected', { reasons: [{ code }] }));
  };
  return html`
    <form onSubmit=${reject}>
      <label for="rejection-code">Reason to reject</label>
      <div class="field-row">
        <select id="rejection-code" value=${code} onChange=${(event) => setCode(event.target.value)} lang=${world.language}>
          ${world.reasons.map((reason) => html`<option value=${reason.code}>${reason.meaning}</option>`)}
        </select>
        <button type="submit" class="danger">Reject</button>
      </div>
    </form>
  `;
};

const DateForm = ({ request, act }) => {
  const [date, setDate] = useState('');
  const ask = (event) => {
    event.preventDefault();
    act(async (api) => {
      const { status } = await api.post(`/v1/port-requests/${request.id}/date`, { date });
      return status === 'submitted'
        ? 'Asked for that day: a new approval is needed.'
        : 'Planned for that day.';
    });
  };
  return html`
    <form onSubmit=${ask}>
      <label for="another-day">Another day</label>
      <div class="field-row">
        <input id="another-day" type="date" required value=${date} onInput=${(event) => setDate(event.target.value)} />
        <button type="submit">Ask for it</button>
      </div>
    </form>
  `;
};

const ResellerActions = ({ request, act }) => {
  const allowed = resellerActions.filter(({ action }) => request.allowedActions.includes(action));
  return html`
    <div>
      <h3>As the reseller</h3>
      ${allowed.length === 0 && html`<p class="muted">Nothing to do in this status.</p>`}
      <div class="buttons">
        ${allowed.map(
          ({ action, label, path, done, look }) => html`
            <button
              key=${action}
              type="button"
              class=${look}
              onClick=${() =>
                act(async (api) => {
                  await api.post(`/v1/port-requests/${request.id}/${path}`);
                  return done;
                })}
            >
              ${label}
            </button>
          `,
        )}
      </div>
      ${request.allowedActions.includes('change_date') && html`<${DateForm} request=${request} act=${act} />`}
    </div>
  `;
};

const OperatorActions = ({ request, world, act }) => {
  const may = (answer) => operatorAnswers[answer].includes(request.status);
  const isSilent = !Object.keys(operatorAnswers).some(may);
  return html`
    <div>
      <h3>As the operator, through ${carrier}</h3>
      ${isSilent && html`<p class="muted">Nothing to answer in this status.</p>`}
      <div class="buttons">
        ${
          may('approve') &&
          html`<button type="button" class="primary" onClick=${() => act((api) => report(api, request, 'request.approved', {}))}>
            Approve
          </button>`
        }
        ${
          may('complete') &&
          html`<button type="button" class="primary" onClick=${() => act((api) => complete(api, request))}>
            Complete
          </button>`
        }
      </div>
      ${may('reject') && html`<${RejectForm} request=${request} world=${world} act=${act} />`}
    </div>
  `;
};

/** What can be done with a request now, by its reseller and by the operator whom the sandbox simulates. */
export const RequestActions = ({ request, world, act }) => html`
  <section class="card" aria-labelledby="actions-heading">
    <h2 id="actions-heading">Actions</h2>
    <div class="columns">
      <${ResellerActions} request=${request} act=${act} />
      <${OperatorActions} request=${request} world=${world} act=${act} />
    </div>
  </section>
`;
