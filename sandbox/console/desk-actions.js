import { html } from 'htm/preact';
import { useState } from 'preact/hooks';
import { momentText } from './moments.js';
import { inWords } from './names.js';

/** In which statuses the API takes which outcome; in all others it refuses it. */
const outcomesIn = {
  approved: ['completed'],
  ready_to_start: ['completed'],
  in_progress: ['completed', 'failed'],
  expired: ['completed'],
};

/** One line of text and the button that sends it. */
const TextForm = ({ id, label, button, look, send, children }) => {
  const [text, setText] = useState('');
  const submit = (event) => {
    event.preventDefault();
    send(text, () => setText(''));
  };
  return html`
    <form onSubmit=${submit}>
      <label for=${id}>${label}</label>
      <div class="field-row">
        ${children}
        <input id=${id} value=${text} onInput=${(event) => setText(event.target.value)} />
        <button type="submit" class=${look}>${button}</button>
      </div>
    </form>
  `;
};

const OutcomeForm = ({ request, outcomes, act }) => {
  const [chosen, choose] = useState(outcomes[0]);
  const outcome = outcomes.includes(chosen) ? chosen : outcomes[0];
  const send = (reason, clear) =>
    act(async (api) => {
      const { now } = await api.get('/sandbox/clock');
      await api.post(`/v1/port-requests/${request.id}/outcome`, { outcome, at: now, reason });
      clear();
      return `Recorded: ${outcome}.`;
    });
  return html`
    <${TextForm} id="outcome-reason" label="What really happened, and why it is recorded by hand" button="Record outcome" send=${send}>
      <select aria-label="Outcome" value=${outcome} onChange=${(event) => choose(event.target.value)}>
        ${outcomes.map((each) => html`<option value=${each}>${inWords(each)}</option>`)}
      </select>
    <//>
  `;
};

const ReturnForm = ({ request, act }) => {
  const send = (reason) =>
    act(async (api) => {
      await api.post(`/v1/port-requests/${request.id}/emergency-return`, { reason });
      return 'The carrier was asked to take the numbers back.';
    });
  return html`
    <${TextForm} id="return-reason" label="Why the numbers have to go back, within 24 hours" button="Ask them back" look="danger" send=${send} />
  `;
};

const Notes = ({ request, notes, act }) => {
  const [visibility, setVisibility] = useState('shared');
  const send = (text, clear) =>
    act(async (api) => {
      await api.post(`/v1/port-requests/${request.id}/notes`, { text, visibility });
      clear();
      return 'Noted.';
    });
  return html`
    <ul>
      ${notes.map(
        ({ sequence, at, by, text, visibility }) => html`
          <li key=${sequence}>
            ${text}${' '}
            <span class="muted">${inWords(by.kind)}, ${momentText(at)}${visibility === 'desk' && ', for the desk only'}</span>
          </li>
        `,
      )}
    </ul>
    <${TextForm} id="note-text" label="A note" button="Leave note" send=${send}>
      <select aria-label="Who may read it" value=${visibility} onChange=${(event) => setVisibility(event.target.value)}>
        <option value="shared">Shared</option>
        <option value="desk">Desk only</option>
      </select>
    <//>
  `;
};

/** What the desk does with a request, and the notes that it and the reseller leave each other. */
export const DeskActions = ({ request, notes, act }) => {
  const outcomes = outcomesIn[request.status];
  const mayAskBack = request.status === 'completed' && request.emergencyReturn === null;
  return html`
    <section class="card" aria-labelledby="desk-heading">
      <h2 id="desk-heading">Desk and notes</h2>
      ${outcomes && html`<${OutcomeForm} request=${request} outcomes=${outcomes} act=${act} />`}
      ${mayAskBack && html`<${ReturnForm} request=${request} act=${act} />`}
      ${request.emergencyReturn && html`<p>Asked back ${momentText(request.emergencyReturn.requestedAt)}: ${request.emergencyReturn.status}.</p>`}
      ${request.compensation && html`<p>Late by ${request.compensation.daysLate} days: an estimate of ${request.compensation.amount} ${request.compensation.currency}.</p>`}
      <${Notes} request=${request} notes=${notes} act=${act} />
    </section>
  `;
};
