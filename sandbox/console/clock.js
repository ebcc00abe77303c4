import { html } from 'htm/preact';
import { useState } from 'preact/hooks';
import { momentText, toInstant, toLocalText } from './moments.js';
import { inWords, referenceOf } from './names.js';

const steps = [
  { label: 'Next', move: { to: 'next' }, isPrimary: true },
  { label: '+1 h', move: { by: 'PT1H' } },
  { label: '+1 day', move: { by: 'P1D' } },
  { label: '+1 week', move: { by: 'P1W' } },
];

const LastMove = ({ happened, world }) => {
  const nameOf = (id) => {
    const request = world.requests.find((candidate) => candidate.id === id);
    return request === undefined ? id : referenceOf(request);
  };
  if (happened.length === 0) return html`<p class="muted">Nothing happened on the last move.</p>`;
  return html`
    <ol class="happened" tabindex="0" aria-label="What happened on the last move">
      ${happened.map(
        ({ id, type, occurredAt, portRequestId }) => html`
          <li key=${id} class="happening">
            <span class="muted">${momentText(occurredAt)}</span>
            <span>${inWords(type)}, <a href="/portage/${portRequestId}">${nameOf(portRequestId)}</a></span>
          </li>
        `,
      )}
    </ol>
  `;
};

const summaryOf = (happened) =>
  happened.length === 0
    ? 'Nothing happened on the way.'
    : `Happened: ${happened.map(({ type }) => inWords(type)).join(', ')}.`;

/** The sandbox's clock: what it says, how to move it, and what happened on the way. */
export const Clock = ({ world, act }) => {
  const [happened, setHappened] = useState(undefined);
  const [target, setTarget] = useState(undefined);

  const move = (body) =>
    act(async (api) => {
      const moved = await api.post('/sandbox/clock', body);
      setHappened(moved.happened);
      setTarget(undefined);
      return `It is now ${momentText(moved.now)}. ${summaryOf(moved.happened)}`;
    });

  const shownTarget = target ?? toLocalText(world.now);
  const moveToTarget = (event) => {
    event.preventDefault();
    move({ to: toInstant(shownTarget) ?? shownTarget });
  };

  return html`
    <section class="card clock" aria-labelledby="clock-heading">
      <h2 id="clock-heading">Clock</h2>
      <p class="now"><time datetime=${world.now}>${momentText(world.now)}</time> <span class="muted">Brussels</span></p>
      <div class="buttons">
        ${steps.map(
          ({ label, move: body, isPrimary }) =>
            html`<button type="button" class=${isPrimary ? 'primary' : ''} onClick=${() => move(body)}>${label}</button>`,
        )}
      </div>
      <details>
        <summary>To a moment</summary>
        <form onSubmit=${moveToTarget}>
          <label for="clock-target">Brussels time</label>
          <div class="field-row">
            <input
              id="clock-target"
              type="datetime-local"
              required
              value=${shownTarget}
              onInput=${(event) => setTarget(event.target.value)}
            />
            <button type="submit">Go</button>
          </div>
        </form>
      </details>
      ${happened && html`<${LastMove} happened=${happened} world=${world} />`}
    </section>
  `;
};
