import type { CursorKey } from '../runtime/cursor.ts';
import { type SecretDeps, secretValue } from './secrets.ts';
import { SettingUnreadableError } from './stored-setting.ts';

/** As long as a signature by it: a shorter one is the easier thing to guess. */
const fewestCharacters = 32;

/** The key that cursors are signed with. After it was exchanged, lists that are being read are begun again. */
export const secretCursorKey = (deps: SecretDeps, secretId: string): (() => Promise<CursorKey>) =>
  secretValue(deps, secretId, (text) => {
    if (text.length < fewestCharacters)
      throw new SettingUnreadableError(`${secretId} is shorter than ${fewestCharacters} characters`);
    return text;
  });
