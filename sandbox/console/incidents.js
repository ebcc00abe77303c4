import { html } from 'htm/preact';
import { useState } from 'preact/hooks';
import { momentText, toInstant, toLocalText } from './moments.js';
import { inWords } from './names.js';

const kinds = ['internet_lost', 'tv_lost', 'unreachable', 'partly_unreachable', 'other'];

const sounds = ['busy', 'announcement', 'silence', 'wrong_party', 'rings_at_old_operator', 'other'];

const emptyCall = {
  callingNumber: '',
  callingOperator: '',
  calledNumber: '',
  calledAt: '',
  heard: 'silence',
};

const fields = [
  { name: 'callingNumber', label: 'Calling number' },
  { name: 'callingOperator', label: 'Its operator' },
  { name: 'calledNumber', label: 'Called number' },
  { name: 'calledAt', label: 'When, Brussels time', type: 'datetime-local' },
];

/** A row that nobody began is none; what is incomplete goes to the API, which says so. An empty time is no time to convert. */
const examplesOf = (calls) =>
  calls
    .filter(({ callingNumber, calledNumber }) => callingNumber !== '' || calledNumber !== '')
    .map((call) => ({ ...call, calledAt: call.calledAt && (toInstant(call.calledAt) ?? call.calledAt) }));

const CallFields = ({ call, name, onChange, now }) => html`
  <fieldset class="call">
    <legend>${name}</legend>
    ${fields.map(
      (field) => html`
        <label key=${field.name}>
          ${field.label}
          <input
            type=${field.type ?? 'text'}
            max=${field.type && toLocalText(now)}
            value=${call[field.name]}
            onInput=${(event) => onChange({ [field.name]: event.target.value })}
          />
        </label>
      `,
    )}
    <label>
      Heard
      <select value=${call.heard} onChange=${(event) => onChange({ heard: event.target.value })}>
        ${sounds.map((sound) => html`<option value=${sound}>${inWords(sound)}</option>`)}
      </select>
    </label>
  </fieldset>
`;

/** Some calls to fill in, and what to do with them. */
const useCalls = (count) => {
  const empty = Array.from({ length: count }, () => emptyCall);
  const [calls, setCalls] = useState(empty);
  // Whatever fills in forms is faster than the page is drawn: each change adds to the one before.
  const change = (index, changed) =>
    setCalls((before) => before.map((call, at) => (at === index ? { ...call, ...changed } : call)));
  const rows = (now) =>
    calls.map(
      (call, index) => html`
        <${CallFields}
          key=${index}
          name=${`Call ${index + 1}`}
          call=${call}
          now=${now}
          onChange=${(changed) => change(index, changed)}
        />
      `,
    );
  return { examples: examplesOf(calls), rows, clear: () => setCalls(empty) };
};

const ReportForm = ({ request, world, act }) => {
  const [kind, setKind] = useState('partly_unreachable');
  const [description, setDescription] = useState('');
  const { examples, rows, clear } = useCalls(3);
  const report = (event) => {
    event.preventDefault();
    act(async (api) => {
      const body = { kind, description, examples };
      const { diagnosis } = await api.post(`/v1/port-requests/${request.id}/incidents`, body);
      setDescription('');
      clear();
      return `Reported. It looks like: ${inWords(diagnosis).toLowerCase()}.`;
    });
  };
  return html`
    <details>
      <summary>Report a problem</summary>
      <form class="report" onSubmit=${report}>
        <label>
          What is wrong
          <select value=${kind} onChange=${(event) => setKind(event.target.value)}>
            ${kinds.map((each) => html`<option value=${each}>${inWords(each)}</option>`)}
          </select>
        </label>
        <label>
          In your own words
          <input value=${description} onInput=${(event) => setDescription(event.target.value)} />
        </label>
        ${rows(world.now)}
        <div class="buttons"><button type="submit" class="primary">Report</button></div>
      </form>
    </details>
  `;
};

const Example = ({ example }) => html`
  <li>
    ${example.callingNational ?? example.callingNumber} (${example.callingOperator}) called${' '}
    ${example.calledNational ?? example.calledNumber},${' '}
    ${example.problem === 'unreadable' ? example.calledAt : momentText(example.calledAt)}:${' '}
    ${inWords(example.heard).toLowerCase()}.${' '}
    ${
      example.accepted
        ? html`<span class="flag flag-good">Counts</span>`
        : html`<span class="flag flag-bad">${inWords(example.problem)}</span>`
    }
  </li>
`;

const AddForm = ({ path, world, act }) => {
  const { examples, rows, clear } = useCalls(1);
  const add = (event) => {
    event.preventDefault();
    act(async (api) => {
      const { examplesMissing } = await api.post(`${path}/examples`, { examples });
      clear();
      return examplesMissing === 0 ? 'Added.' : `Added. Examples still missing: ${examplesMissing}.`;
    });
  };
  return html`
    <details>
      <summary>Add an example</summary>
      <form class="report" onSubmit=${add}>
        ${rows(world.now)}
        <div class="buttons"><button type="submit">Add</button></div>
      </form>
    </details>
  `;
};

const Incident = ({ incident, request, world, act }) => {
  const { id, kind, description, status, diagnosis, actor, advice, examplesMissing, examples, notes } =
    incident;
  const path = `/v1/port-requests/${request.id}/incidents/${id}`;
  const resolve = () =>
    act(async (api) => {
      await api.post(`${path}/resolution`);
      return 'Resolved.';
    });
  return html`
    <article class="attempt">
      <h3>${inWords(kind)}: ${inWords(status).toLowerCase()}</h3>
      <p class="muted">
        ${momentText(incident.openedAt)}, by the ${inWords(incident.openedBy).toLowerCase()}.
        ${' '}Diagnosis: ${inWords(diagnosis).toLowerCase()}.
        ${status !== 'resolved' && html`${' '}Acts: ${inWords(actor).toLowerCase()}.`}
        ${examplesMissing > 0 && html`${' '}Examples missing: ${examplesMissing}.`}
      </p>
      ${description && html`<p>${description}</p>`}
      <p lang=${world.language}>${advice}</p>
      ${
        examples.length > 0 &&
        html`<ol>${examples.map((example) => html`<${Example} example=${example} />`)}</ol>`
      }
      ${
        notes.length > 0 &&
        html`<ul>${notes.map(({ at, by, text }) => html`<li>${text} <span class="muted">${inWords(by)}, ${momentText(at)}</span></li>`)}</ul>`
      }
      ${
        request.allowedActions.includes('report_incident') &&
        html`<${AddForm} path=${path} world=${world} act=${act} />`
      }
      ${status !== 'resolved' && html`<div class="buttons"><button type="button" onClick=${resolve}>Mark as resolved</button></div>`}
    </article>
  `;
};

/** What went wrong with a port: what it is, what helps, who acts, and the calls that prove it (F30-F37). */
export const Incidents = ({ request, incidents, world, act }) => html`
  <section class="card" aria-labelledby="incidents-heading">
    <h2 id="incidents-heading">Incidents</h2>
    ${incidents.length === 0 && html`<p class="muted">Nothing was reported.</p>`}
    ${incidents.map(
      (incident) =>
        html`<${Incident} key=${incident.id} incident=${incident} request=${request} world=${world} act=${act} />`,
    )}
    ${
      request.allowedActions.includes('report_incident') &&
      html`<${ReportForm} request=${request} world=${world} act=${act} />`
    }
  </section>
`;
