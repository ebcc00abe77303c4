import {
  GetSecretValueCommand,
  SecretsManagerClient,
  type SecretsManagerClientConfig,
} from '@aws-sdk/client-secrets-manager';
import type { Now } from '../calendar/clock.ts';
import { refreshed } from './refreshed-value.ts';
import { requestLimits } from './request-limits.ts';
import { readSetting, SettingUnreadableError } from './stored-setting.ts';

/** A client of Secrets Manager. */
export const secretsClient = (config: SecretsManagerClientConfig = {}): SecretsManagerClient =>
  new SecretsManagerClient({ ...requestLimits, ...config });

/** What reading a secret needs; `onCovered` is told of a failure while the last good value is still used. */
export type SecretDeps = {
  readonly client: SecretsManagerClient;
  readonly wallClock: Now;
  readonly onCovered: (error: unknown) => void;
};

/** How long a secret is used before it is read again: so soon a new key is good, and so late a withdrawn one is not. */
const freshSeconds = 5 * 60;

/** How long a secret is used while it cannot be read: longer, and a key that was withdrawn would stay good for too long. */
const usableSeconds = 3600;

/**
 * A secret's text, made into what it means once per reading. A text that `parse` refuses counts as one that cannot be
 * read: a slip in editing it does not stop what works.
 * @param secretId name or ARN.
 */
export const secretValue = <Value>(
  { client, wallClock, onCovered }: SecretDeps,
  secretId: string,
  parse: (text: string) => Value,
): (() => Promise<Value>) =>
  refreshed({
    wallClock,
    freshSeconds,
    usableSeconds,
    onCovered,
    read: async () => {
      const { SecretString: text } = await readSetting(secretId, () =>
        client.send(new GetSecretValueCommand({ SecretId: secretId })),
      );
      if (text === undefined) throw new SettingUnreadableError(`${secretId} holds no text`);
      return parse(text);
    },
  });
