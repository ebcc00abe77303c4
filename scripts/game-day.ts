import { parseArgs } from 'node:util';
import { anchorOf } from '../operations/alarm.ts';
import type { Drill } from '../sandbox/game-day/drill.ts';
import { type DrillReport, holdDrill, liveInPeace } from '../sandbox/game-day/hold-drill.ts';
import { drills } from '../sandbox/game-day.ts';
import { withProgress } from './progress.ts';

const usage = `npm run game-day [-- --only <drill>]

Breaks one thing after the other in a sandbox on this machine, and says which alarm calls, what to do, and whether all is well
again. Fails if an alarm is silent, or something is lost, doubled or left lying.

Drills:
${drills.map(({ id, title }) => `  ${id.padEnd(22)}${title}`).join('\n')}`;

/** What is said about a drill after it was held. */
const told = (drill: Drill, { fired, silent, left }: DrillReport): string => {
  const wanted = fired.filter(({ id }) => drill.alarms.includes(id));
  const others = fired.filter(({ id }) => !drill.alarms.includes(id));
  return [
    `\n${drill.id}: ${drill.title}`,
    `  Broken    ${drill.breaks}`,
    `            ${drill.follows}`,
    ...wanted.flatMap((alarm) => [
      `  Alarm     ${alarm.id} (${alarm.severity}): ${alarm.impact}`,
      `            docs/runbook.md#${anchorOf(alarm)}`,
    ]),
    ...(others.length > 0 ? [`  Also      ${others.map(({ id }) => id).join(', ')}`] : []),
    `  Repair    ${drill.repair}`,
    `  Over when ${drill.over}`,
    ...silent.map((id) => `  FAILED    The alarm ${id} did not fire`),
    ...left.map((each) => `  FAILED    ${each}`),
    ...(silent.length + left.length > 0
      ? []
      : ['  Well      Everything finished; nothing lost, nothing twice.']),
  ].join('\n');
};

const main = async (only: string | undefined): Promise<void> => {
  const held = drills.filter(({ id }) => only === undefined || id === only);
  if (held.length === 0) throw new Error(`There is no drill ${only}.\n\n${usage}`);
  const reports = await withProgress('Drills', held.length + 1, async (advance) => {
    const peace = await liveInPeace();
    advance();
    const lines = [
      ...peace.report.fired.map(({ id }) => `FAILED    The alarm ${id} fired though nothing was broken`),
      ...peace.report.left.map((each) => `FAILED    In peace: ${each}`),
    ];
    let failures = lines.length;
    for (const drill of held) {
      const report = await holdDrill(drill, peace.lives);
      failures += report.silent.length + report.left.length;
      lines.push(told(drill, report));
      advance();
    }
    return { lines, failures };
  });
  console.log(reports.lines.join('\n'));
  console.log(
    reports.failures === 0
      ? `\n${held.length} drills: every alarm called, and all is well.`
      : `\n${held.length} drills: ${reports.failures} things went wrong.`,
  );
  if (reports.failures > 0) process.exitCode = 1;
};

const { values } = parseArgs({ options: { only: { type: 'string' }, help: { type: 'boolean' } } });
if (values.help === true) console.log(usage);
else await main(values.only);
