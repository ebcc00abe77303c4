import { html } from 'htm/preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { coloursOf, mostColours, othersColour } from './line-colours.js';
import { momentText } from './moments.js';
import { inWords } from './names.js';
import {
  isWeekend,
  lengthText,
  midnightsBetween,
  numberText,
  ticksUpTo,
  timeTicks,
  unitFor,
} from './scales.js';

const height = 200;
const margin = { top: 14, right: 12, bottom: 26, left: 46 };
const minuteMs = 60_000;
const dayMs = 1440 * minuteMs;

/** How wide there is room for, measured anew when the window changes. */
const useWidth = () => {
  const place = useRef(null);
  const [width, setWidth] = useState(0);
  useLayoutEffect(() => {
    const observer = new ResizeObserver(([entry]) => setWidth(Math.floor(entry.contentRect.width)));
    observer.observe(place.current);
    return () => observer.disconnect();
  }, []);
  return [place, width];
};

const known = (values) => values.filter((value) => value !== null);

const total = ({ values }) => known(values).reduce((sum, value) => sum + value, 0);

const addedUp = (lines) =>
  lines[0].values.map((_, period) =>
    lines.reduce((sum, { values }) => (values[period] === null ? sum : (sum ?? 0) + values[period]), null),
  );

const isAboveNone = ({ values }) => values.some((value) => value !== null && value !== 0);

/** Of all queues, say, those at which nothing happened are left out, unless it is all of them. */
const worthShowing = (lines) => {
  const shown = lines.filter((line) => !line.isOneOfAll || isAboveNone(line));
  return shown.length === 0 ? lines : shown;
};

/** Lines with their colours. Of very many, those that most is known of have one; the others are grey, bars of them one bar. */
const colouredLines = ({ kind, lines }) => {
  const shown = worthShowing(lines).map((line) => ({ ...line, label: inWords(line.label) }));
  if (shown.length <= mostColours) {
    const colours = coloursOf(shown.map(({ label }) => label));
    return shown.map((line, index) => ({ ...line, colour: colours[index] }));
  }
  const rank = kind === 'bars' ? total : ({ measurements }) => measurements;
  const ranked = shown.toSorted((one, other) => rank(other) - rank(one));
  const first = ranked.slice(0, mostColours - 1);
  const rest = ranked.slice(mostColours - 1);
  const colours = coloursOf(first.map(({ label }) => label));
  const coloured = first.map((line, index) => ({ ...line, colour: colours[index] }));
  if (kind === 'bars') {
    const others = { label: `${rest.length} others`, values: addedUp(rest), colour: othersColour };
    const sum = rest.reduce((all, line) => all + (line.total ?? 0), 0);
    return [...coloured, { ...others, total: rest[0].total === null ? null : sum }];
  }
  return [...coloured, ...rest.map((line) => ({ ...line, colour: othersColour, isOther: true }))];
};

const largestOf = ({ kind, limit }, lines) => {
  const values =
    kind === 'bars' ? addedUp(lines).map((value) => value ?? 0) : lines.flatMap((line) => known(line.values));
  return Math.max(0, limit?.value ?? 0, ...values);
};

/** Where things are: instants from left to right, values from bottom to top. */
const placesOf = (widget, lines, width) => {
  const from = Date.parse(widget.from);
  const periods = lines[0].values.length;
  const periodMs = widget.drawnMinutes * minuteMs;
  const to = from + periods * periodMs;
  const { unit, divisor } = unitFor(widget.unit, largestOf(widget, lines));
  const ticks = ticksUpTo(largestOf(widget, lines) / divisor, unit === 'count');
  const right = width - margin.right;
  const bottom = height - margin.bottom;
  return {
    from,
    to,
    periods,
    periodMs,
    unit,
    divisor,
    ticks,
    right,
    bottom,
    x: (at) => margin.left + ((at - from) / (to - from)) * (right - margin.left),
    y: (value) => bottom - (value / divisor / ticks.at(-1)) * (bottom - margin.top),
  };
};

const Weekends = ({ places: { from, to, x, bottom } }) => {
  if (to - from < 2 * dayMs || to - from > 100 * dayMs) return null;
  return [from, ...midnightsBetween(from + 1, to - 1)].filter(isWeekend).map((at) => {
    const left = x(at);
    const end = x(Math.min(at + dayMs, to));
    return html`<rect class="weekend" x=${left} y=${margin.top} width=${end - left} height=${bottom - margin.top} />`;
  });
};

const Axes = ({ places: { from, to, x, y, right, bottom, ticks, divisor }, width }) => html`
  ${ticks.map(
    (tick) => html`
      <line class="grid" x1=${margin.left} x2=${right} y1=${y(tick * divisor)} y2=${y(tick * divisor)} />
      <text x=${margin.left - 6} y=${y(tick * divisor) + 4} text-anchor="end">${numberText(tick)}</text>
    `,
  )}
  ${timeTicks(from, to, Math.floor(width / 90)).map(
    ({ at, text }) => html`
      <line class="tick" x1=${x(at)} x2=${x(at)} y1=${bottom} y2=${bottom + 4} />
      <text x=${Math.min(x(at), right - 14)} y=${bottom + 17} text-anchor="middle">${text}</text>
    `,
  )}
`;

const Bars = ({ lines, places: { from, periods, periodMs, x, y } }) =>
  Array.from({ length: periods }, (_, period) => {
    const left = x(from + period * periodMs);
    const barWidth = Math.max(1, x(from + (period + 1) * periodMs) - left - 1.5);
    let below = 0;
    return lines.map(({ values, colour }) => {
      const value = values[period] ?? 0;
      if (value <= 0) return null;
      below += value;
      return html`<rect x=${left} y=${y(below)} width=${barWidth} height=${y(below - value) - y(below)} fill=${colour} />`;
    });
  });

const mostDots = 45;

const Line = ({ line: { values, colour, isOther }, places: { from, periodMs, x, y } }) => {
  const points = values.flatMap((value, period) =>
    value === null ? [] : [[x(from + (period + 0.5) * periodMs), y(value)]],
  );
  const path = points.map((point) => point.map((each) => each.toFixed(1)).join(',')).join(' ');
  return html`
    <polyline points=${path} fill="none" stroke=${colour} stroke-width=${isOther ? 1 : 2} opacity=${isOther ? 0.55 : 1} />
    ${
      points.length <= mostDots &&
      !isOther &&
      points.map(([cx, cy]) => html`<circle cx=${cx} cy=${cy} r="2.2" fill=${colour} />`)
    }
  `;
};

const limitText = ({ value, label }, divisor, unit) => {
  const said = `${numberText(value / divisor)}${unit === 'count' ? '' : ` ${unit}`}`;
  return label.includes(said) ? `limit: ${label}` : `limit ${said}: ${label}`;
};

const Limit = ({ limit, places: { y, right, divisor, unit } }) => html`
  <line class="limit" x1=${margin.left} x2=${right} y1=${y(limit.value)} y2=${y(limit.value)} />
  <text class="limit-text" x=${right - 2} y=${y(limit.value) + (y(limit.value) < margin.top + 12 ? 14 : -5)} text-anchor="end">
    ${limitText(limit, divisor, unit)}
  </text>
`;

/** What is seen while the pointer rests on a period. */
const Hints = ({ lines, places: { from, periods, periodMs, x, bottom, divisor, unit } }) =>
  Array.from({ length: periods }, (_, period) => {
    const at = from + period * periodMs;
    const said = lines
      .filter(({ values, isOther }) => values[period] !== null && !isOther)
      .map(({ label, values }) => `${label}: ${numberText(values[period] / divisor)}`);
    const text = [momentText(new Date(at)), ...said, unit === 'count' ? '' : `(${unit})`].join('\n');
    return html`<rect class="hint" x=${x(at)} y=${margin.top} width=${x(at + periodMs) - x(at)} height=${bottom - margin.top}><title>${text}</title></rect>`;
  });

const summaryOf = ({ title, kind }, lines, { divisor, unit }) => {
  const said = lines.slice(0, mostColours).map(({ label, values }) => {
    const numbers = known(values);
    if (numbers.length === 0) return `${label}: nothing`;
    const [least, most, last] = [Math.min(...numbers), Math.max(...numbers), numbers.at(-1)];
    return `${label}: from ${numberText(least / divisor)} to ${numberText(most / divisor)}, last ${numberText(last / divisor)}`;
  });
  return `${title}. ${kind === 'bars' ? 'Stacked bars' : 'Lines'}, in ${unit}. ${said.join('; ')}.`;
};

const Values = ({ widget, lines, places: { from, periods, periodMs, divisor } }) => {
  const [isOpen, setOpen] = useState(false);
  return html`
    <details class="values" onToggle=${(event) => setOpen(event.currentTarget.open)}>
      <summary>Values</summary>
      ${
        isOpen &&
        html`
          <div class="table-frame" tabindex="0" role="region" aria-label=${`Values of ${widget.title}`}>
            <table>
              <thead>
                <tr><th scope="col">From</th>${lines.map(({ label }) => html`<th scope="col">${label}</th>`)}</tr>
              </thead>
              <tbody>
                ${Array.from(
                  { length: periods },
                  (_, period) => html`
                    <tr>
                      <th scope="row">${momentText(new Date(from + period * periodMs))}</th>
                      ${lines.map(({ values }) => html`<td>${values[period] === null ? '–' : numberText(values[period] / divisor)}</td>`)}
                    </tr>
                  `,
                )}
              </tbody>
            </table>
          </div>
        `
      }
    </details>
  `;
};

const Legend = ({ lines, quiet }) => {
  const named = lines.filter(({ isOther }) => !isOther);
  const others = lines.length - named.length;
  return html`
    <ul class="legend">
      ${named.map(
        ({ label, colour, total: sum }) => html`
          <li>
            <span class="swatch" style=${`background: ${colour}`}></span>${label}
            ${sum !== null && sum !== undefined && html` <strong>${numberText(sum)}</strong>`}
          </li>
        `,
      )}
      ${others > 0 && html`<li><span class="swatch" style=${`background: ${othersColour}`}></span>${others} others</li>`}
      ${quiet > 0 && html`<li class="muted">none of ${quiet} others</li>`}
    </ul>
  `;
};

/** What one value is: `per hour`, `minutes, for each day`, `per 5 minutes, the worst of each 12 hours`. */
const axisText = ({ unit, statistic, periodMinutes, drawnMinutes, isWorst }, shownUnit) => {
  const each = lengthText(drawnMinutes);
  if (isWorst) return `per ${lengthText(periodMinutes)}, the worst of each ${each}`;
  if (statistic === 'Sum') return `per ${each}`;
  if (statistic === 'Maximum')
    return `${unit === 'count' ? 'at one moment' : shownUnit}, highest of each ${each}`;
  return `${shownUnit}, for each ${each}`;
};

/** Lines or stacked bars over time, with their axes, a limit where there is one, a legend and the values as a table. */
export const Graph = ({ widget }) => {
  const [place, width] = useWidth();
  const isEmpty = widget.lines.every(({ values }) => known(values).length === 0);
  const lines = isEmpty ? [] : colouredLines(widget);
  const places = isEmpty ? undefined : placesOf(widget, lines, Math.max(width, 200));
  return html`
    <div ref=${place} class="graph">
      ${
        isEmpty
          ? html`<p class="nothing muted">${widget.isCounted ? 'None' : 'Nothing measured'} in this time.</p>`
          : html`
              <p class="axis-unit">${axisText(widget, places.unit)}</p>
              <svg width=${Math.max(width, 200)} height=${height} role="img" aria-label=${summaryOf(widget, lines, places)}>
                <${Weekends} places=${places} />
                <${Axes} places=${places} width=${width} />
                ${
                  widget.kind === 'bars'
                    ? html`<${Bars} lines=${lines} places=${places} />`
                    : lines.toReversed().map((line) => html`<${Line} line=${line} places=${places} />`)
                }
                ${widget.limit && html`<${Limit} limit=${widget.limit} places=${places} />`}
                <${Hints} lines=${lines} places=${places} />
              </svg>
              <${Legend} lines=${lines} quiet=${widget.lines.length - worthShowing(widget.lines).length} />
              <${Values} widget=${widget} lines=${lines} places=${places} />
            `
      }
    </div>
  `;
};
