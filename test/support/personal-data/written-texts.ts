/** Ids, hashes and instants: many, and nobody's. */
const nobodys = [
  /^[a-z]+_[0-9A-HJKMNP-TV-Z]{26}$/,
  /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/,
  /^[0-9a-f]{64}$/,
  /^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/,
] as const;

/** All that was written to one place: every text and name in it, and every number that is as long as a phone number, each once. */
export type WrittenTexts = {
  readonly add: (written: unknown) => void;
  /** One text with a line for each. */
  readonly all: () => string;
};

/** Nothing written yet. */
export const createWrittenTexts = (): WrittenTexts => {
  const texts = new Set<string>();

  const addText = (text: string): void => {
    if (!texts.has(text) && !nobodys.some((form) => form.test(text))) texts.add(text);
  };

  const add = (written: unknown): void => {
    if (typeof written === 'string') addText(written);
    else if (typeof written === 'number' && written >= 10_000_000) addText(String(written));
    else if (Array.isArray(written)) for (const each of written) add(each);
    else if (typeof written === 'object' && written !== null)
      for (const [name, member] of Object.entries(written)) {
        addText(name);
        add(member);
      }
  };

  return { add, all: () => [...texts].join('\n') };
};
