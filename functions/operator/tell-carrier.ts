import { type Metrics, measured } from '../metrics/metrics.ts';
import type { Carrier, CarrierMessage } from './carrier.ts';

/** Where messages to the carrier go, and what is counted of them. */
export type TellCarrierDeps = { readonly carrierPort: Carrier; readonly metrics: Metrics };

/** Sends the carrier a message, and counts one that it did not take. Rejects as the carrier does: whoever sends has to try again. */
export const tellCarrier = async (
  { carrierPort, metrics }: TellCarrierDeps,
  message: CarrierMessage,
): Promise<void> => {
  try {
    await carrierPort.send(message);
  } catch (error) {
    metrics.put([measured('CarrierCallFailures', {})]);
    throw error;
  }
};
