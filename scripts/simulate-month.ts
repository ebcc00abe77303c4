import { writeMonthFile } from '../sandbox/month/month-file.ts';
import { monthOfArguments, outPath } from './month-arguments.ts';

const month = await monthOfArguments();

if (outPath !== undefined) writeMonthFile(outPath, month);

const counted = new Map<string, number>();
for (const { name, minutes } of month.recorded)
  counted.set(name, (counted.get(name) ?? 0) + minutes.reduce((sum, { values }) => sum + values.length, 0));
for (const [name, count] of [...counted].sort()) console.log(`${name.padEnd(28)} ${count} measurements`);
