import { html } from 'htm/preact';
import { useEffect, useState } from 'preact/hooks';
import { createApi } from './api.js';
import { Widget } from './dashboard-widgets.js';
import { dayText, momentText, toLocalDate } from './moments.js';
import { showTitle } from './page-title.js';

const dayMs = 24 * 3_600_000;

const ranges = [
  { name: 'day', label: 'Day', days: 1 },
  { name: 'week', label: 'Week', days: 7 },
  { name: 'month', label: 'Month', days: 30 },
  { name: 'all', label: 'All', days: undefined },
];

const addressOf = (id, range) => `/#dashboards/${id}/${range}`;

const queryOf = (now, rangeName) => {
  const days = ranges.find(({ name }) => name === rangeName)?.days;
  if (days === undefined) return '';
  const from = new Date(Date.parse(now) - days * dayMs).toISOString();
  return `?from=${from.slice(0, 19)}Z&to=${now}`;
};

/** The dashboard with its values, read anew whenever the clock has moved. */
const useDashboard = (id, range, now) => {
  const [dashboard, setDashboard] = useState(undefined);
  const [list, setList] = useState([]);
  const [problem, setProblem] = useState(undefined);
  useEffect(() => {
    let isCurrent = true;
    const read = async () => {
      try {
        const api = createApi('en');
        const [given, { items }] = await Promise.all([
          api.get(`/sandbox/dashboards/${id}${queryOf(now, range)}`),
          api.get('/sandbox/dashboards'),
        ]);
        if (!isCurrent) return;
        setDashboard(given);
        setList(items);
        setProblem(undefined);
      } catch (error) {
        if (isCurrent) setProblem(error.message);
      }
    };
    read();
    return () => {
      isCurrent = false;
    };
  }, [id, range, now]);
  return { dashboard, list, problem };
};

const spanText = ({ from, to }) => {
  // A time that ends at midnight ends with the day before.
  const last = new Date(Date.parse(to) - 1000).toISOString();
  return Date.parse(to) - Date.parse(from) <= dayMs
    ? `${momentText(from)} to ${momentText(to)}`
    : `${dayText(toLocalDate(from))} to ${dayText(toLocalDate(last))}`;
};

const Choice = ({ label, options, chosen, hrefOf }) => html`
  <nav class="choice" aria-label=${label}>
    ${options.map(
      ({ name, label: text }) =>
        html`<a class="button" href=${hrefOf(name)} aria-current=${name === chosen ? 'true' : undefined}>${text}</a>`,
    )}
  </nav>
`;

/** The dashboards that a deployed stage has, drawn from what this sandbox has measured. */
export const Dashboards = ({ view: { dashboard: id = 'desk', range = 'month' }, world }) => {
  const { dashboard, list, problem } = useDashboard(id, range, world.now);
  // The heading comes with the dashboard, after the page was shown.
  useEffect(showTitle, [dashboard]);
  if (problem !== undefined)
    return html`<h1 tabindex="-1">Dashboards</h1><p class="card">This dashboard could not be read: ${problem}</p>`;
  if (dashboard === undefined) return html`<h1 tabindex="-1">Dashboards</h1>`;
  const options = list.map(({ id: name, title }) => ({ name, label: title.split(':')[0] }));
  return html`
    <header class="page-header">
      <h1 tabindex="-1">${dashboard.title}</h1>
      <div class="choices">
        <${Choice} label="Dashboard" options=${options} chosen=${id} hrefOf=${(name) => addressOf(name, range)} />
        <${Choice} label="Time" options=${ranges} chosen=${range} hrefOf=${(name) => addressOf(id, name)} />
      </div>
    </header>
    <p class="muted">
      ${dashboard.purpose} Shown: ${spanText(dashboard)}, Brussels time; weekends are grey.
    </p>
    <div class="dashboard">
      ${dashboard.widgets.map(
        (widget, index) => html`<${Widget} key=${`${id} ${index}`} widget=${widget} range=${dashboard} />`,
      )}
    </div>
  `;
};
