import { html } from 'htm/preact';
import { momentText } from './moments.js';
import { inWords, referenceOf } from './names.js';

const Row = ({ entry, world, act }) => {
  const request = world.requests.find(({ id }) => id === entry.portRequestId);
  const finish = async (api) => {
    await api.post(`/v1/desk/queue/${entry.id}/done`);
    return 'Done: it waits no longer.';
  };
  return html`
    <li class="card">
      <div>
        <h2>
          <a href="/portage/${entry.portRequestId}">${request ? referenceOf(request) : entry.portRequestId}</a>
        </h2>
        <p class="muted">${inWords(entry.what)}, since ${momentText(entry.since)}</p>
      </div>
      <p lang=${world.language}>${entry.text}</p>
      <div class="buttons"><button type="button" onClick=${() => act(finish)}>Done</button></div>
    </li>
  `;
};

/** What waits for the desk, oldest first. */
export const DeskQueue = ({ world, act }) => html`
  <h1 tabindex="-1">Desk</h1>
  ${world.deskQueue.length === 0 && html`<p class="card muted">Nothing waits for the desk.</p>`}
  <ul class="rows">
    ${world.deskQueue.map((entry) => html`<${Row} key=${entry.id} entry=${entry} world=${world} act=${act} />`)}
  </ul>
  ${world.hasMoreDeskQueue && html`<p class="muted">These have waited longest; there are more.</p>`}
`;
