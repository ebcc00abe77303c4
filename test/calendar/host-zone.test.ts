import { execFileSync } from 'node:child_process';
import { describe, expect, test } from 'vitest';
import { calendarReport } from './calendar-report.ts';

const reportWrittenIn = (hostZone: string, language: string): string => {
  const script = `
    import { calendarReport } from ${JSON.stringify(new URL('./calendar-report.ts', import.meta.url).href)};
    process.stdout.write(JSON.stringify([new Date(0).getHours(), calendarReport()]));`;
  return execFileSync(process.execPath, ['--input-type=module', '--eval', script], {
    encoding: 'utf8',
    env: { ...process.env, TZ: hostZone, LC_ALL: language },
  });
};

describe('the calendar answers the same on every machine', () => {
  test.each([
    { hostZone: 'Pacific/Kiritimati', language: 'fr_BE.UTF-8', hourThereAtTheEpoch: 13 },
    { hostZone: 'America/Los_Angeles', language: 'ja_JP.UTF-8', hourThereAtTheEpoch: 16 },
    { hostZone: 'UTC', language: 'C', hourThereAtTheEpoch: 0 },
  ])('in $hostZone with $language', ({ hostZone, language, hourThereAtTheEpoch }) => {
    const [hourAtTheEpoch, report] = JSON.parse(reportWrittenIn(hostZone, language));
    expect(report).toBe(calendarReport());
    expect([hourThereAtTheEpoch, hourThereAtTheEpoch + 1, hourThereAtTheEpoch - 24]).toContain(
      hourAtTheEpoch,
    );
  });
});
