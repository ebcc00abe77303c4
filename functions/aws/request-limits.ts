/**
 * How long one call to AWS may take. The SDK's own default waits for minutes, far longer than a function may run: it
 * would be ended from outside, with nothing logged. Without `throwOnRequestTimeout` a late call is only warned about.
 */
export const requestLimits = {
  connectionTimeout: 2_000,
  requestTimeout: 10_000,
  throwOnRequestTimeout: true,
} as const;
