import { html } from 'htm/preact';

const Execution = ({ execution }) => {
  const { name, attempt, status, states } = execution;
  return html`
    <article>
      <p>Attempt ${attempt}: <strong>${states.at(-1) ?? 'not begun'}</strong> <span class="muted">${status.toLowerCase()}</span></p>
      <details>
        <summary>The way there, ${states.length} states</summary>
        <ol class="path">${states.map((state) => html`<li>${state}</li>`)}</ol>
        <p class="muted"><code>${name}</code></p>
      </details>
    </article>
  `;
};

/** Where the state machine stands for a request, one execution per attempt. */
export const Machine = ({ executions }) => html`
  <section class="card" aria-labelledby="machine-heading">
    <h2 id="machine-heading">State machine</h2>
    ${executions.length === 0 && html`<p class="muted">No execution yet.</p>`}
    ${executions.toReversed().map((execution) => html`<${Execution} key=${execution.name} execution=${execution} />`)}
  </section>
`;
