import type { Carrier } from '../operator/carrier.ts';
import { signedCarrier } from '../operator/signed-carrier.edge.ts';
import { lazy } from '../runtime/lazy.ts';
import { systemClock } from '../runtime/system-clock.ts';
import { realCarrierAddresses } from './real-secrets.ts';

/** The carriers of this stage, over HTTPS. */
export const realCarrier: () => Carrier = lazy(() =>
  signedCarrier({ addresses: realCarrierAddresses(), fetch, wallClock: systemClock }),
);
