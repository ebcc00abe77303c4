import { type SecretDeps, secretValue } from './secrets.ts';
import { SettingUnreadableError } from './stored-setting.ts';

/** As long as a signature by it, or a secret made from it: a shorter one is the easier thing to guess. */
const fewestCharacters = 32;

/**
 * A secret that is one key and nothing else: what cursors are signed with, or what the secrets of receivers are made from.
 * Once it was exchanged, lists that are being read are begun again; receivers can verify nothing that they are sent.
 */
export const secretKey = (deps: SecretDeps, secretId: string): (() => Promise<string>) =>
  secretValue(deps, secretId, (text) => {
    if (text.length < fewestCharacters)
      throw new SettingUnreadableError(`${secretId} is shorter than ${fewestCharacters} characters`);
    return text;
  });
