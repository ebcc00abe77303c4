import { html } from 'htm/preact';
import { Graph } from './graph.js';
import { momentText } from './moments.js';
import { inWords } from './names.js';
import { numberText, unitFor } from './scales.js';

/** Every second part of a text stands between two marks. */
const between = (text, mark, marked, plain) =>
  text.split(mark).map((part, index) => (index % 2 === 1 ? marked(part) : plain(part)));

/** The little Markdown that widgets are written in: paragraphs, strong words and code. */
const Words = ({ text }) =>
  between(
    text,
    '**',
    (strong) => html`<strong>${strong}</strong>`,
    (rest) =>
      between(
        rest,
        '`',
        (code) => html`<code>${code}</code>`,
        (words) => words,
      ),
  );

const Text = ({ widget }) =>
  widget.markdown.split(/\n{2,}/).map((paragraph) => html`<p><${Words} text=${paragraph} /></p>`);

const LargeNumber = ({ number: { label, value, unit } }) => {
  const written = unitFor(unit, value ?? 0);
  return html`
    <div class="number">
      <dt>${inWords(label)}</dt>
      <dd>
        ${value === null ? '–' : numberText(value / written.divisor)}
        ${unit !== 'count' && value !== null && !label.includes(written.unit) && html`<span class="muted"> ${written.unit}</span>`}
        ${value === null && html`<span class="muted"> not measured yet</span>`}
      </dd>
    </div>
  `;
};

const Numbers = ({ widget: { numbers } }) =>
  numbers.length === 0
    ? html`<p class="nothing muted">Nothing measured yet.</p>`
    : html`<dl class="numbers-row">${numbers.map((number) => html`<${LargeNumber} number=${number} />`)}</dl>`;

const mostRanks = 12;

const Ranking = ({ widget: { ranks } }) => {
  if (ranks.length === 0) return html`<p class="nothing muted">None in this time.</p>`;
  const sum = ranks.reduce((all, { value }) => all + value, 0);
  return html`
    <ol class="ranking">
      ${ranks.slice(0, mostRanks).map(
        ({ label, value }) => html`
          <li>
            <span>${inWords(label)}</span>
            <span class="rank-bar" aria-hidden="true"><span style=${`width: ${(100 * value) / ranks[0].value}%`}></span></span>
            <span class="rank-value">${numberText(value)} <span class="muted">${Math.round((100 * value) / sum)} %</span></span>
          </li>
        `,
      )}
    </ol>
    ${ranks.length > mostRanks && html`<p class="muted">And ${ranks.length - mostRanks} more with fewer.</p>`}
  `;
};

const minutesBetween = (from, to) => (Date.parse(to) - Date.parse(from)) / 60_000;

const lastedText = (minutes) =>
  minutes < 120 ? `${numberText(minutes)} minutes` : `${numberText(minutes / 60)} hours`;

const wasOnText = ({ episodes }) => {
  const minutes = episodes.reduce((sum, { from, to }) => sum + minutesBetween(from, to), 0);
  const times = episodes.length === 1 ? 'Once' : `${episodes.length} times`;
  return `${times}, ${lastedText(minutes)} in all; last from ${momentText(episodes.at(-1).from)}.`;
};

/** When an alarm was on, along the time that is shown. */
const Strip = ({ episodes, range: { from, to } }) => html`
  <span class="strip" aria-hidden="true">
    ${episodes.map((episode) => {
      const left = (100 * minutesBetween(from, episode.from)) / minutesBetween(from, to);
      const width = (100 * minutesBetween(episode.from, episode.to)) / minutesBetween(from, to);
      return html`<span style=${`left: ${left}%; width: max(3px, ${width}%)`}></span>`;
    })}
  </span>
`;

const stateNames = { ok: 'OK', alarm: 'On', 'no data': 'No data' };

const Alarm = ({ alarm, range }) => html`
  <li class="alarm">
    <span class=${`alarm-state alarm-${alarm.state.replace(' ', '-')}`}>${stateNames[alarm.state]}</span>
    <div>
      <p class="alarm-title">${alarm.title}</p>
      <p class="muted">
        ${
          alarm.since === null
            ? `${alarm.impact} ${wasOnText(alarm)}`
            : `${alarm.impact} On since ${momentText(alarm.since)}.`
        }
      </p>
    </div>
    <${Strip} episodes=${alarm.episodes} range=${range} />
  </li>
`;

const byUrgency = (one, other) =>
  (one.state === 'alarm' ? 0 : 1) - (other.state === 'alarm' ? 0 : 1) ||
  other.episodes.length - one.episodes.length;

const Alarms = ({ widget: { alarms }, range }) => {
  const told = alarms
    .filter(({ state, episodes }) => state === 'alarm' || episodes.length > 0)
    .toSorted(byUrgency);
  const quiet = alarms.filter((alarm) => !told.includes(alarm));
  const on = alarms.filter(({ state }) => state === 'alarm').length;
  return html`
    <p class=${on > 0 ? 'alarm-count alarm-count-on' : 'alarm-count'}>
      ${on > 0 ? `${on} of ${alarms.length} ${on === 1 ? 'is' : 'are'} on now` : `None of ${alarms.length} is on now`}
    </p>
    ${
      told.length > 0 &&
      html`<ul class="plain alarms">${told.map((alarm) => html`<${Alarm} key=${alarm.id} alarm=${alarm} range=${range} />`)}</ul>`
    }
    ${
      quiet.length > 0 &&
      html`
        <details>
          <summary>${told.length > 0 ? `${quiet.length} others were` : `All ${quiet.length} were`} never on in this time</summary>
          <ul>${quiet.map(({ id, title, state }) => html`<li key=${id}>${title}${state === 'no data' && ' (nothing measured yet)'}</li>`)}</ul>
        </details>
      `
    }
  `;
};

const contents = {
  numbers: Numbers,
  lines: Graph,
  bars: Graph,
  ranking: Ranking,
  alarms: Alarms,
};

/** A part of a dashboard, as wide as its definition says where there is room. */
export const Widget = ({ widget, range }) => {
  if (widget.kind === 'title')
    return html`
      <header class="widget-row">
        <h2>${widget.title}</h2>
        <p class="muted"><${Words} text=${widget.explains} /></p>
      </header>
    `;
  if (widget.kind === 'text')
    return html`<div class="card widget widget-text" style=${`--width: ${widget.width}`}><${Text} widget=${widget} /></div>`;
  return html`
    <section class=${`card widget widget-${widget.kind}`} style=${`--width: ${widget.width}`} aria-label=${widget.title}>
      <div>
        <h3>${widget.title}</h3>
        ${widget.normal && html`<p class="normal">Normal: ${widget.normal}</p>`}
      </div>
      <${contents[widget.kind]} widget=${widget} range=${range} />
    </section>
  `;
};
