/**
 * How long one call to AWS may take, and how often it is made. The SDK's own default waits for minutes, three times over, far
 * longer than a function may run: it would be ended from outside, with nothing logged. So all tries of a call end within ten
 * seconds. Without `throwOnRequestTimeout` a late call is only warned about.
 */
export const requestLimits = {
  maxAttempts: 2,
  requestHandler: { connectionTimeout: 1_000, requestTimeout: 4_000, throwOnRequestTimeout: true },
} as const;
