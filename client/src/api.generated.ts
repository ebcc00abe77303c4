/** Made from docs/openapi.json: what every route takes and answers. Not for editing: `npm run generate`. */
export interface paths {
    "/v1/port-requests": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Port requests, newest first */
        get: operations["listPortRequests"];
        put?: never;
        /** Create a port request, submitted at once or as a draft */
        post: operations["createPortRequest"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/port-requests/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A port request
         * @description With `If-None-Match`, 304 says that nothing was recorded since; `openNow`, `overdue`, `nextStep` and `allowedActions` also follow the clock.
         */
        get: operations["getPortRequest"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change a draft, or correct a rejected or expired request
         * @description JSON merge patch (RFC 7396): null clears, a missing field stays, a list is replaced whole.
         */
        patch: operations["editPortRequest"];
        trace?: never;
    };
    "/v1/port-requests/{id}/submission": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Submit a draft, or resubmit after a rejection or an expiry as the next attempt */
        post: operations["submitPortRequest"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/port-requests/{id}/cancellation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Cancel for good, in every status before the start */
        post: operations["cancelPortRequest"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/port-requests/{id}/date": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Ask for another day of an approved port
         * @description A working day of the start window, today or later, is only noted as `plannedDate`: the port is started by a person anyway. A later one, at least ten working days from today, needs a new approval: the attempt is closed as replanned and the next one is submitted.
         */
        post: operations["changeDate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/port-requests/{id}/start": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Start the port now
         * @description On a working day of the start window, 09:00 to 15:00 in Brussels. From then on the line may be dead for two hours, or 24 for a complex port.
         */
        post: operations["startPort"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/port-requests/{id}/start-link": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Mail a new start link; the earlier ones are void */
        post: operations["renewStartLink"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/port-requests/{id}/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Everything that happened to a request, oldest first */
        get: operations["getHistory"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/port-requests/{id}/notes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The notes beside a request, oldest first
         * @description Notes of the desk for itself are listed for the desk only.
         */
        get: operations["listNotes"];
        put?: never;
        /**
         * Leave a note beside a request, in any status, unless it was erased
         * @description What a reseller writes waits in the queue of the desk. A note for the desk only needs its scope.
         */
        post: operations["writeNote"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/port-requests/{id}/authorisation/mandate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The mandate to sign, made from the request
         * @description In every status. Every number of every range is spelled out; what the request does not know yet is an empty line. While a number cannot be read, or there is none, the document says on every page that it is incomplete, and has no place to sign.
         */
        get: operations["getMandate"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/port-requests/{id}/number-list-letter": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A ready-made letter asking the current operator for the full list of numbers
         * @description From the customer to the current operator, as a letter or an e-mail: which numbers are on the contract, also those that are on no invoice, which ranges, which services and lines hang on them. What the request does not know yet is a gap in square brackets.
         */
        get: operations["getNumberListLetter"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/port-requests/{id}/incidents": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Every incident of a port request, oldest first, resolved ones too */
        get: operations["listIncidents"];
        put?: never;
        /**
         * Report trouble during or after a port
         * @description In every status but draft and cancelled. What is behind it, who acts and what helps is judged at once; the status of the port request does not change. Three accepted call examples of bad routing go to the carrier at once.
         */
        post: operations["reportIncident"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/port-requests/{id}/incidents/{incidentId}/examples": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Add calls that did not arrive
         * @description Each is judged by itself: one that does not count stays listed with its problem. With the third that counts, bad routing is reported to the carrier. A resolved incident is open again by it.
         */
        post: operations["addCallExamples"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/port-requests/{id}/incidents/{incidentId}/resolution": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Close an incident, with what came of it
         * @description The note is shown with the incident. Of one that is closed, only another note is new. After an erasure a note is refused.
         */
        post: operations["resolveIncident"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/port-requests/{id}/incidents/{incidentId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One incident, with what helps and who acts */
        get: operations["getIncident"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change an incident's diagnosis, actor or status, or add a note
         * @description Another diagnosis begins with that one’s first step unless `actor` and `status` are given. `with_carrier` reports the incident to the carrier, `resolved` closes it, any other status opens it again. What changes nothing records nothing. Only bad routing waits for examples. After an erasure a note is refused.
         */
        patch: operations["changeIncident"];
        trace?: never;
    };
    "/v1/port-requests/{id}/mails": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What was mailed to whom, oldest first
         * @description Mails to Fonzer's desk are listed for the desk only.
         */
        get: operations["listMails"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/port-requests/{id}/operator-events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The desk enters an operator's answer that came by phone or mail */
        post: operations["enterOperatorEvent"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/desk/queue": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What waits for the desk, oldest first
         * @description An entry leaves when its cause is gone, or when the desk says that it is done.
         */
        get: operations["listDeskQueue"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/port-requests/{id}/refused-events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Operators' events that did not fit, oldest first */
        get: operations["listRefusedEvents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/desk/queue/{entryId}/done": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Say that something that waited for the desk is done */
        post: operations["finishDeskTask"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/port-requests/{id}/outcome": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Record what really happened, when no event could say it
         * @description Completed from approved, ready_to_start, in_progress and expired; numbers that are neither named nor confirmed before stay with the old operator. Failed from in_progress: the port is rolled back whole. The reason is kept as a note of the desk.
         */
        post: operations["recordOutcome"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/port-requests/{id}/emergency-return": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Ask the carrier to take the numbers back
         * @description Within 24 hours after completion, once. The request stays completed; the answer of the carrier is noted in `emergencyReturn`.
         */
        post: operations["requestEmergencyReturn"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/port-requests/{id}/erasure": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take what names a person out of a request that is over
         * @description Names, addresses, e-mail addresses and free texts go, in the attempts, notes, incidents and mails too; so do uploaded mandates. Numbers, dates and the chain of the history stay. It happens by itself 24 months after the end. Answers that are kept for a repeated call under the same idempotency key still say what they said, for 72 hours at most.
         */
        post: operations["eraseSubscriberData"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/operators/{operatorId}/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * An operator answers (Standard Webhooks 1.0)
         * @description An operator, or the carrier for it, reports what became of a port request that it carries. Whoever else reports it is told that there is none.
         *
         *     The message follows Standard Webhooks 1.0. What is signed is `<webhook-id>.<webhook-timestamp>.<body>`, the body byte for byte as it is sent: `v1` is HMAC-SHA256 under the shared secret (`whsec_…`), `v1a` is ed25519 under the private key whose public half (`whpk_…`) we hold. Two keys may be live while one replaces the other; one signature that fits one of them is enough, of at most eight. Whatever is wrong with headers, signature or operator, the answer is the same 401; only who signed rightly is told that the time is off.
         *
         *     A message that was taken in is answered 202, and its id is remembered for 30 days: the same id again is a `duplicate` and changes nothing. A message that was refused is not remembered, so it may be sent again under its id. Send again, under the same id with a new timestamp and signature, whatever was answered 429 or 5xx or not at all.
         *
         *     The body is an event as described here. An operator whose system has a form of its own may have that agreed as a variant, which names itself in a member of the payload; `errors[]` then points into the payload as it was sent.
         */
        post: operations["receiveOperatorEvent"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/port-requests/{id}/authorisation/uploads": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Where to send the signed mandate
         * @description Send the file with `PUT` to `url`, with these headers unchanged. Only this file is taken: type, size and hash are checked on arrival. It then shows in `signedMandates`, with what the virus scanner says of it.
         */
        post: operations["requestMandateUpload"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/port-requests/{id}/authorisation/documents/{documentId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Where a signed mandate can be read for some minutes
         * @description Only one in which no virus was found: until the scanner has said so, 409.
         */
        get: operations["getSignedMandate"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/number-checks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Which numbers can be ported, before any request */
        post: operations["checkNumbers"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/dates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The dates of a request made on a day: earliest date, answer due, start window
         * @description The window is the one of a port approved for the earliest date.
         */
        get: operations["getDates"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/rejection-reasons": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Every reason for a refusal, with what to do about it */
        get: operations["listRejectionReasons"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/statuses": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Every status, what it means and what comes next */
        get: operations["listStatuses"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/start/{token}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The page behind a mailed start link; it only shows */
        get: operations["openStartLink"];
        put?: never;
        /** Start the port with the last four digits of the main number */
        post: operations["sendStartForm"];
        delete?: never;
        options?: never;
        /** As GET, without the page */
        head: operations["probeStartLink"];
        patch?: never;
        trace?: never;
    };
    "/v1/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Everything that happened to your port requests, oldest first
         * @description Pass `nextCursor` on as `after` to go on from there; it is never null, also when nothing is new, so that polling loses nothing. The events of one port request come in the order of their `sequence`. Where a cursor is refused, the key it was signed with has been replaced: begin again without one, and tell repeats by `id`. The desk, too, is given the feed of the tenant that its token names.
         */
        get: operations["listEvents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/webhook-endpoints": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Your webhook endpoints, newest first
         * @description The desk, too, is given those of the tenant that its token names; one whose id it knows it may read, whoever has it.
         */
        get: operations["listWebhookEndpoints"];
        put?: never;
        /**
         * Be told of events as they happen
         * @description Every event of the types is sent to the URL, signed by Standard Webhooks with the `secret` that is shown this once. An answer of 2xx within 10 seconds takes it; anything else is tried again for 72 hours. The events of one port request come in order: the next one waits for the one before it. The same event may come more than once: `webhook-id` is its `id`.
         */
        post: operations["createWebhookEndpoint"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/webhook-endpoints/{endpointId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One webhook endpoint */
        get: operations["getWebhookEndpoint"];
        put?: never;
        post?: never;
        /**
         * Be told no more
         * @description Nothing more is sent, also not of what waits. The feed of events has all of it.
         */
        delete: operations["deleteWebhookEndpoint"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/webhook-endpoints/{endpointId}/secret": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Give an endpoint a new secret
         * @description For 24 hours everything is signed with the new secret and with the one before it: `webhook-signature` then holds two signatures, separated by a space. Rotated once more within that time, the oldest one ends at once.
         */
        post: operations["rotateWebhookSecret"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/webhook-endpoints/{endpointId}/enablement": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Use an endpoint again that was disabled
         * @description Events are sent to it again from now on; those of a port request of which something still waits, when that is tried next, within about an hour. What happened meanwhile stands in the feed, `GET /v1/events`; deliveries that failed can be replayed.
         */
        post: operations["enableWebhookEndpoint"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/webhook-endpoints/{endpointId}/deliveries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What was sent to an endpoint and what came of it, newest first
         * @description Every attempt with what was answered. Deliveries that are done are kept for 30 days.
         */
        get: operations["listWebhookDeliveries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/webhook-endpoints/{endpointId}/deliveries/{deliveryId}/replay": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send an event once more
         * @description The same event under the same `webhook-id`, within a minute, behind what already waits of the same port request. Where it fails again and something waits behind it, it is given up. Of a delivery that waits for its next attempt, that attempt is made now.
         */
        post: operations["replayWebhookDelivery"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/health": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whether the service answers, and by which rules */
        get: operations["getHealth"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/openapi.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** This description */
        get: operations["getOpenApi"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export interface webhooks {
    event: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * What an endpoint of yours is sent, when something happens
         * @description Signed by Standard Webhooks 1.0: HMAC-SHA256 over `webhook-id`, `webhook-timestamp` and the body as it came, joined by full stops. Take nothing whose signature is wrong, or whose time is more than five minutes from now.
         */
        post: operations["receiveEvent"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export interface components {
    schemas: {
        PortRequestCreation: {
            customerReference?: string | null;
            quote?: {
                reference: string;
                /**
                 * Format: date
                 * @example 2026-04-14
                 */
                approvedOn: string;
            } | null;
            subscriber: {
                name: string;
                enterpriseNumber?: string | null;
                language?: ("nl" | "fr" | "en" | "de") | null;
                email?: string | null;
                address?: {
                    street?: string | null;
                    houseNumber?: string | null;
                    box?: string | null;
                    postcode?: string | null;
                    city?: string | null;
                } | null;
            };
            contact?: {
                name?: string | null;
                email?: string | null;
                language?: ("nl" | "fr" | "en" | "de") | null;
            } | null;
            starter?: {
                name?: string | null;
                email?: string | null;
                language?: ("nl" | "fr" | "en" | "de") | null;
            } | null;
            losingOperator?: {
                name?: string | null;
                accountNumber?: string | null;
                easySwitchId?: string | null;
            } | null;
            numbers?: (string | {
                start: string;
                size?: number | null;
                end?: string | null;
            })[] | null;
            mainNumber?: string | null;
            desiredDate?: string | null;
            contract?: {
                numbersLeftBehind?: (string | {
                    start: string;
                    size?: number | null;
                    end?: string | null;
                })[] | null;
                knownRanges?: (string | {
                    start: string;
                    size?: number | null;
                    end?: string | null;
                })[] | null;
                linkedServices?: {
                    number: string | {
                        start: string;
                        size?: number | null;
                        end?: string | null;
                    };
                    services: string[];
                }[] | null;
                protectedLines?: (string | {
                    start: string;
                    size?: number | null;
                    end?: string | null;
                })[] | null;
                cancelAfterPort?: (string | {
                    start: string;
                    size?: number | null;
                    end?: string | null;
                })[] | null;
            } | null;
            acknowledgements?: {
                numbersCheckedWithOperator?: boolean | null;
                linkedServicesMayStop?: boolean | null;
                numbersLeftBehindMayDelay?: boolean | null;
                noProtectedLines?: boolean | null;
            } | null;
            authorisation?: {
                signedBy?: string | null;
                signedOn?: string | null;
            } | null;
            noteToOperator?: string | null;
            /** @description Desk scope only: overrides the installation type counted from the numbers. */
            installation?: {
                /** @enum {string} */
                type: "simple" | "complex";
                reason: string;
            } | null;
            /**
             * @description False keeps it a draft, which needs only `subscriber.name`.
             * @default true
             */
            submit?: boolean;
            /** @description Desk scope only: whose request it is; default: the token's tenant. */
            tenant?: string | null;
        };
        PortRequestPatch: {
            customerReference?: string | null;
            quote?: {
                reference?: string;
                /**
                 * Format: date
                 * @example 2026-04-14
                 */
                approvedOn?: string;
            } | null;
            subscriber?: {
                name?: string;
                enterpriseNumber?: string | null;
                language?: ("nl" | "fr" | "en" | "de") | null;
                email?: string | null;
                address?: {
                    street?: string | null;
                    houseNumber?: string | null;
                    box?: string | null;
                    postcode?: string | null;
                    city?: string | null;
                } | null;
            };
            contact?: {
                name?: string | null;
                email?: string | null;
                language?: ("nl" | "fr" | "en" | "de") | null;
            } | null;
            starter?: {
                name?: string | null;
                email?: string | null;
                language?: ("nl" | "fr" | "en" | "de") | null;
            } | null;
            losingOperator?: {
                name?: string | null;
                accountNumber?: string | null;
                easySwitchId?: string | null;
            } | null;
            numbers?: (string | {
                start: string;
                size?: number | null;
                end?: string | null;
            })[] | null;
            mainNumber?: string | null;
            desiredDate?: string | null;
            contract?: {
                numbersLeftBehind?: (string | {
                    start: string;
                    size?: number | null;
                    end?: string | null;
                })[] | null;
                knownRanges?: (string | {
                    start: string;
                    size?: number | null;
                    end?: string | null;
                })[] | null;
                linkedServices?: {
                    number: string | {
                        start: string;
                        size?: number | null;
                        end?: string | null;
                    };
                    services: string[];
                }[] | null;
                protectedLines?: (string | {
                    start: string;
                    size?: number | null;
                    end?: string | null;
                })[] | null;
                cancelAfterPort?: (string | {
                    start: string;
                    size?: number | null;
                    end?: string | null;
                })[] | null;
            } | null;
            acknowledgements?: {
                numbersCheckedWithOperator?: boolean | null;
                linkedServicesMayStop?: boolean | null;
                numbersLeftBehindMayDelay?: boolean | null;
                noProtectedLines?: boolean | null;
            } | null;
            authorisation?: {
                signedBy?: string | null;
                signedOn?: string | null;
            } | null;
            noteToOperator?: string | null;
            /** @description Desk scope only: overrides the installation type counted from the numbers. */
            installation?: {
                /** @enum {string} */
                type?: "simple" | "complex";
                reason?: string;
            } | null;
        };
        IncidentReport: {
            /** @enum {string} */
            kind: "internet_lost" | "tv_lost" | "unreachable" | "partly_unreachable" | "other";
            description?: (string | "") | null;
            /** @description Calls that did not arrive, at most 20 at once. */
            examples?: {
                /**
                 * @description Who called, in any usual spelling.
                 * @example +32475123456
                 */
                callingNumber: string;
                /** @example Orange */
                callingOperator: string;
                /**
                 * @description Which ported number was called.
                 * @example 025805051
                 */
                calledNumber: string;
                /**
                 * @description When, with an offset.
                 * @example 2026-04-15T11:05:00+02:00
                 */
                calledAt: string;
                /** @enum {string} */
                heard: "busy" | "announcement" | "silence" | "wrong_party" | "rings_at_old_operator" | "other";
                note?: string | null;
            }[] | null;
        };
        OperatorEvent: {
            /** @constant */
            type: "request.acknowledged";
            portRequestId: string;
            attempt: number;
            /**
             * Format: date-time
             * @example 2026-04-14T07:00:00Z
             */
            occurredAt: string;
            data: {
                operatorReference: string;
            };
        } | {
            /** @constant */
            type: "answer.delayed";
            portRequestId: string;
            attempt: number;
            /**
             * Format: date-time
             * @example 2026-04-14T07:00:00Z
             */
            occurredAt: string;
            data: {
                /**
                 * Format: date
                 * @example 2026-04-14
                 */
                until: string;
                reason?: string | null;
            };
        } | {
            /** @constant */
            type: "request.approved";
            portRequestId: string;
            attempt: number;
            /**
             * Format: date-time
             * @example 2026-04-14T07:00:00Z
             */
            occurredAt: string;
            /** @default {} */
            data?: {
                date?: string | null;
                series?: {
                    start: string;
                    size?: number | null;
                    end?: string | null;
                    /** @enum {string} */
                    outcome: "approved" | "rejected";
                    /** @description Needed where the outcome is `rejected` */
                    reasons?: {
                        code: string;
                        text?: string | null;
                        numbers?: (string | {
                            start: string;
                            size?: number | null;
                            end?: string | null;
                        })[] | null;
                    }[] | null;
                    firstPossibleDate?: string | null;
                }[] | null;
            };
        } | {
            /** @constant */
            type: "request.rejected";
            portRequestId: string;
            attempt: number;
            /**
             * Format: date-time
             * @example 2026-04-14T07:00:00Z
             */
            occurredAt: string;
            data: {
                reasons?: {
                    code: string;
                    text?: string | null;
                    numbers?: (string | {
                        start: string;
                        size?: number | null;
                        end?: string | null;
                    })[] | null;
                }[] | null;
                series?: {
                    start: string;
                    size?: number | null;
                    end?: string | null;
                    /** @enum {string} */
                    outcome: "approved" | "rejected";
                    /** @description Needed where the outcome is `rejected` */
                    reasons?: {
                        code: string;
                        text?: string | null;
                        numbers?: (string | {
                            start: string;
                            size?: number | null;
                            end?: string | null;
                        })[] | null;
                    }[] | null;
                    firstPossibleDate?: string | null;
                }[] | null;
            } | {
                reasons: unknown[];
            } | {
                series: unknown[];
            };
        } | {
            /** @constant */
            type: "port.completed";
            portRequestId: string;
            attempt: number;
            /**
             * Format: date-time
             * @example 2026-04-14T07:00:00Z
             */
            occurredAt: string;
            data: {
                /**
                 * Format: date-time
                 * @example 2026-04-14T07:00:00Z
                 */
                completedAt: string;
                numbers?: (string | {
                    start: string;
                    size?: number | null;
                    end?: string | null;
                })[] | null;
            };
        } | {
            /** @constant */
            type: "port.failed";
            portRequestId: string;
            attempt: number;
            /**
             * Format: date-time
             * @example 2026-04-14T07:00:00Z
             */
            occurredAt: string;
            data: {
                reason: string;
            };
        } | {
            /** @constant */
            type: "incident.updated";
            portRequestId: string;
            attempt: number;
            /**
             * Format: date-time
             * @example 2026-04-14T07:00:00Z
             */
            occurredAt: string;
            data: {
                incidentId: string;
                /** @enum {string} */
                status: "open" | "needs_examples" | "with_operator" | "with_carrier" | "resolved";
                note?: string | null;
            };
        } | {
            /** @constant */
            type: "return.completed";
            portRequestId: string;
            attempt: number;
            /**
             * Format: date-time
             * @example 2026-04-14T07:00:00Z
             */
            occurredAt: string;
            data: {
                /**
                 * Format: date-time
                 * @example 2026-04-14T07:00:00Z
                 */
                completedAt: string;
            };
        } | {
            /** @constant */
            type: "return.refused";
            portRequestId: string;
            attempt: number;
            /**
             * Format: date-time
             * @example 2026-04-14T07:00:00Z
             */
            occurredAt: string;
            data: {
                reason: string;
            };
        };
        WebhookEvent: {
            /** @description 1, 2, 3 … per port request */
            sequence: number;
            /** @description The same wherever the event is seen: what to recognise a repeat by */
            id: string;
            /** @example port_request.approved */
            type: string;
            /** Format: date-time */
            occurredAt: string;
            portRequestId: string;
            /** @enum {string} */
            status: "draft" | "submitted" | "awaiting_answer" | "rejected" | "approved" | "ready_to_start" | "in_progress" | "completed" | "expired" | "cancelled";
            previousStatus: ("draft" | "submitted" | "awaiting_answer" | "rejected" | "approved" | "ready_to_start" | "in_progress" | "completed" | "expired" | "cancelled") | null;
            actor: {
                /** @enum {string} */
                kind: "reseller" | "subscriber" | "losing_operator" | "carrier" | "desk" | "clock";
                id: string | null;
            } & {
                [key: string]: unknown;
            };
            /** @description Null before the first submission */
            attempt: number | null;
            data: {
                [key: string]: (string | number | boolean | null) | (string | number)[];
            };
        } & {
            [key: string]: unknown;
        };
        PortRequest: {
            /** @example prt_01KAQ4Z3X6V9Y2N8M5T7R1W0DF */
            id: string;
            version: number;
            /** @enum {string} */
            status: "draft" | "submitted" | "awaiting_answer" | "rejected" | "approved" | "ready_to_start" | "in_progress" | "completed" | "expired" | "cancelled";
            tenant: string;
            customerReference: string | null;
            /**
             * Format: date-time
             * @example 2026-04-14T07:00:00Z
             */
            createdAt: string;
            /**
             * Format: date-time
             * @example 2026-04-14T07:00:00Z
             */
            updatedAt: string;
            subscriber: {
                name: string;
                enterpriseNumber: string | null;
                /** @enum {string} */
                language: "nl" | "fr" | "en" | "de";
                email: string | null;
                address: {
                    street: string | null;
                    houseNumber: string | null;
                    box: string | null;
                    postcode: string | null;
                    city: string | null;
                } | null;
            };
            contact: {
                name: string | null;
                email: string | null;
                /** @enum {string} */
                language: "nl" | "fr" | "en" | "de";
            } | null;
            starter: {
                name: string | null;
                email: string | null;
                /** @enum {string} */
                language: "nl" | "fr" | "en" | "de";
            } | null;
            losingOperator: {
                name: string | null;
                accountNumber: string | null;
                easySwitchId: string | null;
                /** @description The operator's code in our catalogue, `other` if none. */
                code: string;
            } | null;
            contract: {
                numbersLeftBehind: ({
                    /** @constant */
                    kind: "single";
                    /** @example +3225805070 */
                    number: string;
                    national: string;
                    zone: string | null;
                    completedAt?: string | null;
                } | {
                    /** @constant */
                    kind: "range";
                    start: string;
                    end: string;
                    size: number;
                    national: string;
                    zone: string | null;
                    completedAt?: string | null;
                } | {
                    /** @constant */
                    kind: "unreadable";
                    input: unknown;
                })[];
                knownRanges: ({
                    /** @constant */
                    kind: "single";
                    /** @example +3225805070 */
                    number: string;
                    national: string;
                    zone: string | null;
                    completedAt?: string | null;
                } | {
                    /** @constant */
                    kind: "range";
                    start: string;
                    end: string;
                    size: number;
                    national: string;
                    zone: string | null;
                    completedAt?: string | null;
                } | {
                    /** @constant */
                    kind: "unreadable";
                    input: unknown;
                })[];
                linkedServices: {
                    number: string | null;
                    item: {
                        /** @constant */
                        kind: "single";
                        /** @example +3225805070 */
                        number: string;
                        national: string;
                        zone: string | null;
                        completedAt?: string | null;
                    } | {
                        /** @constant */
                        kind: "range";
                        start: string;
                        end: string;
                        size: number;
                        national: string;
                        zone: string | null;
                        completedAt?: string | null;
                    } | {
                        /** @constant */
                        kind: "unreadable";
                        input: unknown;
                    };
                    readonly services: string[];
                }[] | null;
                protectedLines: ({
                    /** @constant */
                    kind: "single";
                    /** @example +3225805070 */
                    number: string;
                    national: string;
                    zone: string | null;
                    completedAt?: string | null;
                } | {
                    /** @constant */
                    kind: "range";
                    start: string;
                    end: string;
                    size: number;
                    national: string;
                    zone: string | null;
                    completedAt?: string | null;
                } | {
                    /** @constant */
                    kind: "unreadable";
                    input: unknown;
                })[];
                cancelAfterPort: ({
                    /** @constant */
                    kind: "single";
                    /** @example +3225805070 */
                    number: string;
                    national: string;
                    zone: string | null;
                    completedAt?: string | null;
                } | {
                    /** @constant */
                    kind: "range";
                    start: string;
                    end: string;
                    size: number;
                    national: string;
                    zone: string | null;
                    completedAt?: string | null;
                } | {
                    /** @constant */
                    kind: "unreadable";
                    input: unknown;
                })[];
            } | null;
            acknowledgements: {
                numbersCheckedWithOperator: boolean;
                linkedServicesMayStop: boolean;
                numbersLeftBehindMayDelay: boolean;
                noProtectedLines: boolean;
            };
            authorisation: {
                signedBy: string | null;
                signedOn: string | null;
            } | null;
            noteToOperator: string | null;
            quote: {
                reference: string;
                /**
                 * Format: date
                 * @example 2026-04-14
                 */
                approvedOn: string;
            } | null;
            numbers: ({
                /** @constant */
                kind: "single";
                /** @example +3225805070 */
                number: string;
                national: string;
                zone: string | null;
                completedAt?: string | null;
            } | {
                /** @constant */
                kind: "range";
                start: string;
                end: string;
                size: number;
                national: string;
                zone: string | null;
                completedAt?: string | null;
            } | {
                /** @constant */
                kind: "unreadable";
                input: unknown;
            })[];
            mainNumber: string | null;
            /** @description Null as long as there are no numbers to count it from. */
            installation: {
                /** @enum {string} */
                type: "simple" | "complex";
                /** @enum {string} */
                because: "single_number" | "several_numbers" | "range" | "desk";
            } | null;
            desiredDate: string | null;
            approvedDate: string | null;
            plannedDate: string | null;
            deadlines: {
                earliestDate: {
                    /**
                     * Format: date
                     * @example 2026-04-14
                     */
                    date: string;
                    explanation: components["schemas"]["Explanation"];
                } | null;
                answerDue: {
                    /**
                     * Format: date-time
                     * @example 2026-04-14T07:00:00Z
                     */
                    at: string;
                    overdue: boolean;
                    explanation: components["schemas"]["Explanation"];
                } | null;
                startWindow: {
                    /**
                     * Format: date
                     * @example 2026-04-14
                     */
                    firstDay: string;
                    /**
                     * Format: date
                     * @example 2026-04-14
                     */
                    lastDay: string;
                    from: string;
                    /** @description The first moment of the day that is too late. */
                    until: string;
                    timeZone: string;
                    openNow: boolean;
                    explanation: components["schemas"]["Explanation"];
                } | null;
                completionDue: {
                    /**
                     * Format: date-time
                     * @example 2026-04-14T07:00:00Z
                     */
                    at: string;
                    overdue: boolean;
                } | null;
            };
            attempt: number | null;
            attempts: {
                number: number;
                /**
                 * Format: date-time
                 * @example 2026-04-14T07:00:00Z
                 */
                submittedAt: string;
                closedAt: string | null;
                outcome: ("rejected" | "expired" | "replanned" | "cancelled" | "completed") | null;
                operatorReference: string | null;
                /**
                 * Format: date
                 * @example 2026-04-14
                 */
                desiredDate: string;
                approvedDate: string | null;
                approvedDateStated: string | null;
                startedAt: string | null;
                startedBy: ("reseller" | "subscriber" | "losing_operator" | "carrier" | "desk" | "clock") | null;
                completedAt: string | null;
                rulesVersion: string;
                rejections: {
                    /** @enum {string} */
                    code: "account_number_mismatch" | "holder_name_mismatch" | "enterprise_number_mismatch" | "address_mismatch" | "authorisation_missing_or_invalid" | "wrong_losing_operator" | "number_not_in_service" | "number_in_quarantine" | "number_not_portable" | "range_incomplete" | "numbers_missing_from_request" | "main_number_mismatch" | "installation_type_mismatch" | "port_already_in_progress" | "pending_order_at_donor" | "linked_service" | "protected_line" | "numbers_on_different_accounts" | "date_not_accepted" | "date_expired" | "withdrawn_by_subscriber" | "donor_no_response" | "technical_error" | "other";
                    meaning: string;
                    advice: string;
                    readonly actors: ("subscriber" | "reseller" | "desk" | "carrier")[];
                    /** @enum {string} */
                    class: "correct_data" | "provide_document" | "act_at_operator" | "decide" | "nothing_to_do";
                    field: string | null;
                    /** @description The numbers it concerns, E.164; a range by its first number */
                    readonly numbers: string[];
                    operatorCode: string | null;
                    operatorText: string | null;
                }[];
            }[];
            nextStep: {
                /** @enum {string} */
                actor: "reseller" | "subscriber" | "losing_operator" | "carrier" | "desk" | "clock";
                /** @enum {string} */
                action: "complete_draft" | "submit" | "send_to_operator" | "answer" | "correct" | "wait_for_window" | "start" | "complete_port" | "ask_new_date" | "resend";
                by: string | null;
                text: string;
            } | null;
            readonly allowedActions: ("edit" | "submit" | "start" | "cancel" | "change_date" | "request_start_link" | "report_incident")[];
            submissionBlockers: components["schemas"]["ProblemEntry"][];
            warnings: components["schemas"]["ProblemEntry"][];
            cancellation: {
                /**
                 * Format: date-time
                 * @example 2026-04-14T07:00:00Z
                 */
                at: string;
                /** @enum {string} */
                by: "reseller" | "subscriber" | "losing_operator" | "carrier" | "desk" | "clock";
                reason: string | null;
            } | null;
            openIncidents: string[];
            /** @description An internal estimate, never promised; the subscriber has to claim it. */
            compensation: {
                amount: number;
                /** @constant */
                currency: "EUR";
                daysLate: number;
                numbers: number;
                /**
                 * Format: date
                 * @example 2026-04-14
                 */
                agreedDate: string;
                /**
                 * Format: date
                 * @example 2026-04-14
                 */
                claimUntil: string;
                rulesVersion: string;
            } | null;
            emergencyReturn: {
                /**
                 * Format: date-time
                 * @example 2026-04-14T07:00:00Z
                 */
                requestedAt: string;
                reason: string;
                /** @enum {string} */
                status: "requested" | "completed" | "refused";
            } | null;
            /** @description Oldest first; the newest without a virus counts. */
            signedMandates: {
                id: string;
                /** @enum {string} */
                mediaType: "application/pdf" | "image/jpeg" | "image/png";
                sizeBytes: number;
                sha256: string;
                /**
                 * Format: date-time
                 * @example 2026-04-14T07:00:00Z
                 */
                uploadedAt: string;
                /** @enum {string} */
                scanStatus: "pending" | "clean" | "infected" | "failed";
            }[];
            /** @description After a rejection: everything the operator wants changed, by its place in the request. */
            corrections: {
                /** @description JSON Pointer into the request: what to change. */
                pointer: string;
                /** @enum {string} */
                code: "account_number_mismatch" | "holder_name_mismatch" | "enterprise_number_mismatch" | "address_mismatch" | "authorisation_missing_or_invalid" | "wrong_losing_operator" | "number_not_in_service" | "number_in_quarantine" | "number_not_portable" | "range_incomplete" | "numbers_missing_from_request" | "main_number_mismatch" | "installation_type_mismatch" | "port_already_in_progress" | "pending_order_at_donor" | "linked_service" | "protected_line" | "numbers_on_different_accounts" | "date_not_accepted" | "date_expired" | "withdrawn_by_subscriber" | "donor_no_response" | "technical_error" | "other";
                /** @description What stands there now, to be corrected. */
                value: unknown;
                advice: string;
            }[];
            /** @description When names and addresses were taken out of it. */
            erasedAt: string | null;
        };
        Explanation: {
            /** @enum {string} */
            rule: "earliest-date" | "operator-answer" | "answer-delayed" | "start-window";
            rulesVersion: string;
            closedDaysVersion: string;
            /**
             * Format: date
             * @description Day 0, a working day or not.
             * @example 2026-04-14
             */
            from: string;
            workingDays: number;
            readonly skipped: {
                /**
                 * Format: date
                 * @example 2026-04-14
                 */
                date: string;
                /** @enum {string} */
                why: "weekend" | "holiday" | "closed";
                name?: string;
            }[];
        };
        ProblemEntry: {
            /** @example range.split */
            code: string;
            /** @example /numbers/0 */
            pointer: string;
            detail: string;
            advice?: string;
            /** @description The numbers it concerns, E.164 */
            numbers?: string[];
            /** @description With `numbers.already_porting`: the request that holds them, where it is your own */
            portRequestId?: string;
            /**
             * Format: date
             * @description With a `date.…` code: the first day that is accepted
             * @example 2026-04-14
             */
            earliestDate?: string;
            /** @description With a `date.…` code: the first day from the asked one on that is accepted */
            nextWorkingDay?: string | null;
            /** @description With a `date.…` code: which holiday the asked day is */
            holiday?: string | null;
        } & {
            [key: string]: unknown;
        };
        Problem: {
            type: string;
            title: string;
            status: number;
            detail: string;
            instance: string;
            /** @example numbers.already_porting */
            code: string;
            /** @description All of them at once; on every 400 and 422. */
            errors?: components["schemas"]["ProblemEntry"][];
            /**
             * @description With `auth.scope_missing`
             * @enum {string}
             */
            requiredScope?: "port-requests:read" | "port-requests:write" | "desk";
            /**
             * @description With `port_request.move_not_allowed` and `operator_event.not_expected`: its status now
             * @enum {string}
             */
            requestStatus?: "draft" | "submitted" | "awaiting_answer" | "rejected" | "approved" | "ready_to_start" | "in_progress" | "completed" | "expired" | "cancelled";
            /** @description With `port_request.move_not_allowed`: what is possible instead */
            allowedActions?: ("edit" | "submit" | "start" | "cancel" | "change_date" | "request_start_link" | "report_incident")[];
            /** @description With `operator_event.not_expected`: the attempt under way */
            attempt?: number | null;
            /** @description With `operator_event.not_expected`: what would fit */
            allowedEvents?: ("request.acknowledged" | "answer.delayed" | "request.approved" | "request.rejected" | "port.completed" | "port.failed" | "incident.updated" | "return.completed" | "return.refused")[];
            /** @description With `window.closed`: when it opens next; null once it is over */
            opensAt?: string | null;
            /** @description With `window.closed`: the end of that day's hours */
            closesAt?: string | null;
            /**
             * Format: date
             * @description With `window.closed`: the last day of the window
             */
            lastDay?: string;
            /**
             * @description With `document.not_clean`
             * @enum {string}
             */
            scanStatus?: "pending" | "clean" | "infected" | "failed";
        } & {
            [key: string]: unknown;
        };
        HistoryEntry: {
            sequence: number;
            id: string;
            /** @enum {string} */
            type: "port_request.created" | "port_request.corrected" | "port_request.submitted" | "port_request.sent_to_operator" | "port_request.acknowledged" | "port_request.answer_delayed" | "port_request.answer_overdue" | "port_request.approved" | "port_request.rejected" | "port_request.window_opened" | "port_request.reminded" | "port_request.started" | "port_request.partly_completed" | "port_request.completed" | "port_request.interruption_warned" | "port_request.interruption_overrun" | "port_request.failed" | "port_request.expired" | "port_request.replanned" | "port_request.cancelled" | "port_request.noted" | "port_request.operator_event_refused" | "port_request.compensation_due" | "port_request.mail_bounced" | "port_request.date_planned" | "port_request.start_link_renewed" | "port_request.return_requested" | "port_request.return_completed" | "port_request.return_refused" | "incident.opened" | "incident.examples_added" | "incident.escalated" | "incident.updated" | "incident.resolved";
            /** Format: date-time */
            occurredAt: string;
            portRequestId: string;
            /** @enum {string} */
            status: "draft" | "submitted" | "awaiting_answer" | "rejected" | "approved" | "ready_to_start" | "in_progress" | "completed" | "expired" | "cancelled";
            previousStatus: ("draft" | "submitted" | "awaiting_answer" | "rejected" | "approved" | "ready_to_start" | "in_progress" | "completed" | "expired" | "cancelled") | null;
            actor: {
                /** @enum {string} */
                kind: "reseller" | "subscriber" | "losing_operator" | "carrier" | "desk" | "clock";
                id: string | null;
            };
            attempt: number | null;
            data: {
                [key: string]: (string | number | boolean | null) | (string | number)[];
            };
            previousHash: string;
            /** @description SHA-256 of `previousHash`, a line feed, and the entry without both hashes as canonical JSON (RFC 8785). */
            hash: string;
        };
        Note: {
            /** @description Of its history entry: notes are ordered by it */
            sequence: number;
            /** @description Of its history entry */
            id: string;
            /** Format: date-time */
            at: string;
            by: {
                /** @enum {string} */
                kind: "reseller" | "subscriber" | "losing_operator" | "carrier" | "desk" | "clock";
                id: string | null;
            };
            text: string;
            /** @enum {string} */
            visibility: "shared" | "desk";
        };
        Incident: {
            /** @example inc_01KAQ4Z3X6V9Y2N8M5T7R1W0DF */
            id: string;
            portRequestId: string;
            /** @enum {string} */
            kind: "internet_lost" | "tv_lost" | "unreachable" | "partly_unreachable" | "other";
            description: string;
            /**
             * Format: date-time
             * @example 2026-04-15T09:05:00Z
             */
            openedAt: string;
            /** @enum {string} */
            openedBy: "reseller" | "subscriber" | "losing_operator" | "carrier" | "desk" | "clock";
            notes: {
                /**
                 * Format: date-time
                 * @example 2026-04-15T09:05:00Z
                 */
                at: string;
                /** @enum {string} */
                by: "reseller" | "subscriber" | "losing_operator" | "carrier" | "desk" | "clock";
                text: string;
            }[];
            /** @enum {string} */
            status: "open" | "needs_examples" | "with_operator" | "with_carrier" | "resolved";
            /** @enum {string} */
            diagnosis: "linked_service" | "port_not_executed" | "port_overrun" | "routing" | "unknown";
            /**
             * @description Who has to act; of a resolved incident, who had to.
             * @enum {string}
             */
            actor: "losing_operator" | "carrier" | "desk" | "reseller";
            /** @description What helps, in the language of `Accept-Language`, else in that of the contact. */
            advice: string;
            /** @description How many good examples are still needed; 0 outside routing. */
            examplesMissing: number;
            examples: {
                /** @description E.164, or as it was written where it cannot be read. */
                callingNumber: string;
                callingNational: string | null;
                callingOperator: string;
                /** @description E.164, or as it was written where it cannot be read. */
                calledNumber: string;
                calledNational: string | null;
                /** @description UTC, or as it was written where it cannot be read. */
                calledAt: string;
                /** @enum {string} */
                heard: "busy" | "announcement" | "silence" | "wrong_party" | "rings_at_old_operator" | "other";
                note: string | null;
                accepted: boolean;
                /** @description Why the call does not count; null where it does. */
                problem: ("called_number_not_ported" | "before_completion" | "in_future" | "repeated" | "unreadable") | null;
            }[];
            /** @description When it was last reported to the carrier. */
            escalatedAt: string | null;
            resolvedAt: string | null;
            /** @description Of a port that runs, when it has to be done at the latest; of what the carrier has, when the desk asks after it. */
            dueAt: string | null;
        };
        DeskQueueEntry: {
            /** @description For `…/done` */
            id: string;
            portRequestId: string;
            /** Format: date-time */
            since: string;
            /** @enum {string} */
            what: "answer_overdue" | "rejection" | "approval_misses_desired_date" | "interruption_warned" | "incident" | "return_requested" | "return_refused" | "compensation_due" | "refused_event" | "mail_bounced" | "machine_failed" | "mandate_not_clean" | "note";
            /** @description What is asked of the desk, in the language of the reader */
            text: string;
            /** @description The incident it is about, if it is about one */
            incidentId: string | null;
        };
        RefusedEvent: {
            /** Format: date-time */
            at: string;
            webhookId: string;
            type: string;
            attempt: number;
            /** @description Why it was refused */
            code: string;
            /** @description As it came; null once what names a person was erased */
            body: unknown;
        };
        NumberCheck: {
            input: unknown;
            portable: boolean;
            /** @enum {string} */
            kind: "single" | "range" | "unreadable";
            number?: string;
            start?: string;
            end?: string;
            size?: number;
            national: string | null;
            zone: {
                prefix: string;
                name: string;
            } | null;
            problems: components["schemas"]["ProblemEntry"][];
            warnings: components["schemas"]["ProblemEntry"][];
            /** @description In an open request of the caller's own tenant */
            alreadyPorting: boolean;
        };
        Event: {
            /** @description 1, 2, 3 … per port request; null for an event of none */
            sequence: number | null;
            /** @description The same wherever the event is seen: what to recognise a repeat by */
            id: string;
            /** @enum {string} */
            type: "port_request.created" | "port_request.corrected" | "port_request.submitted" | "port_request.sent_to_operator" | "port_request.acknowledged" | "port_request.answer_delayed" | "port_request.answer_overdue" | "port_request.approved" | "port_request.rejected" | "port_request.window_opened" | "port_request.reminded" | "port_request.started" | "port_request.partly_completed" | "port_request.completed" | "port_request.interruption_warned" | "port_request.interruption_overrun" | "port_request.failed" | "port_request.expired" | "port_request.replanned" | "port_request.cancelled" | "port_request.noted" | "port_request.operator_event_refused" | "port_request.compensation_due" | "port_request.mail_bounced" | "port_request.date_planned" | "port_request.start_link_renewed" | "port_request.return_requested" | "port_request.return_completed" | "port_request.return_refused" | "incident.opened" | "incident.examples_added" | "incident.escalated" | "incident.updated" | "incident.resolved" | "webhook_endpoint.disabled";
            /** Format: date-time */
            occurredAt: string;
            portRequestId: string | null;
            status: ("draft" | "submitted" | "awaiting_answer" | "rejected" | "approved" | "ready_to_start" | "in_progress" | "completed" | "expired" | "cancelled") | null;
            previousStatus: ("draft" | "submitted" | "awaiting_answer" | "rejected" | "approved" | "ready_to_start" | "in_progress" | "completed" | "expired" | "cancelled") | null;
            actor: {
                /** @enum {string} */
                kind: "reseller" | "subscriber" | "losing_operator" | "carrier" | "desk" | "clock";
                id: string | null;
            };
            /** @description Null before the first submission */
            attempt: number | null;
            data: {
                [key: string]: (string | number | boolean | null) | (string | number)[];
            };
            previousHash: string | null;
            /** @description As in the history of the request; null for an event of none */
            hash: string | null;
        };
        WebhookEndpointWithSecret: {
            id: string;
            url: string;
            types: ("*" | "port_request.*" | "incident.*" | "port_request.created" | "port_request.corrected" | "port_request.submitted" | "port_request.sent_to_operator" | "port_request.acknowledged" | "port_request.answer_delayed" | "port_request.answer_overdue" | "port_request.approved" | "port_request.rejected" | "port_request.window_opened" | "port_request.reminded" | "port_request.started" | "port_request.partly_completed" | "port_request.completed" | "port_request.interruption_warned" | "port_request.interruption_overrun" | "port_request.failed" | "port_request.expired" | "port_request.replanned" | "port_request.cancelled" | "port_request.noted" | "port_request.operator_event_refused" | "port_request.compensation_due" | "port_request.mail_bounced" | "port_request.date_planned" | "port_request.start_link_renewed" | "port_request.return_requested" | "port_request.return_completed" | "port_request.return_refused" | "incident.opened" | "incident.examples_added" | "incident.escalated" | "incident.updated" | "incident.resolved")[];
            /**
             * Format: email
             * @description Who is told when the endpoint is disabled
             */
            contactEmail: string;
            /**
             * @description Of the mail to `contactEmail`
             * @enum {string}
             */
            language: "nl" | "fr" | "en" | "de";
            /** @enum {string} */
            status: "enabled" | "disabled";
            /** Format: date-time */
            createdAt: string;
            /** @description `whsec_…`, for Standard Webhooks. Shown this once: null where the same call is answered again */
            secret: string | null;
        };
        WebhookEndpoint: {
            id: string;
            url: string;
            types: ("*" | "port_request.*" | "incident.*" | "port_request.created" | "port_request.corrected" | "port_request.submitted" | "port_request.sent_to_operator" | "port_request.acknowledged" | "port_request.answer_delayed" | "port_request.answer_overdue" | "port_request.approved" | "port_request.rejected" | "port_request.window_opened" | "port_request.reminded" | "port_request.started" | "port_request.partly_completed" | "port_request.completed" | "port_request.interruption_warned" | "port_request.interruption_overrun" | "port_request.failed" | "port_request.expired" | "port_request.replanned" | "port_request.cancelled" | "port_request.noted" | "port_request.operator_event_refused" | "port_request.compensation_due" | "port_request.mail_bounced" | "port_request.date_planned" | "port_request.start_link_renewed" | "port_request.return_requested" | "port_request.return_completed" | "port_request.return_refused" | "incident.opened" | "incident.examples_added" | "incident.escalated" | "incident.updated" | "incident.resolved")[];
            /**
             * Format: email
             * @description Who is told when the endpoint is disabled
             */
            contactEmail: string;
            /**
             * @description Of the mail to `contactEmail`
             * @enum {string}
             */
            language: "nl" | "fr" | "en" | "de";
            /** @enum {string} */
            status: "enabled" | "disabled";
            /** Format: date-time */
            createdAt: string;
        };
        WebhookDelivery: {
            id: string;
            eventId: string;
            /** @enum {string} */
            type: "port_request.created" | "port_request.corrected" | "port_request.submitted" | "port_request.sent_to_operator" | "port_request.acknowledged" | "port_request.answer_delayed" | "port_request.answer_overdue" | "port_request.approved" | "port_request.rejected" | "port_request.window_opened" | "port_request.reminded" | "port_request.started" | "port_request.partly_completed" | "port_request.completed" | "port_request.interruption_warned" | "port_request.interruption_overrun" | "port_request.failed" | "port_request.expired" | "port_request.replanned" | "port_request.cancelled" | "port_request.noted" | "port_request.operator_event_refused" | "port_request.compensation_due" | "port_request.mail_bounced" | "port_request.date_planned" | "port_request.start_link_renewed" | "port_request.return_requested" | "port_request.return_completed" | "port_request.return_refused" | "incident.opened" | "incident.examples_added" | "incident.escalated" | "incident.updated" | "incident.resolved";
            portRequestId: string;
            /** @enum {string} */
            status: "pending" | "delivered" | "failed";
            attempts: {
                /** Format: date-time */
                at: string;
                /** @description What was answered; null: nothing */
                status: number | null;
                /** @description Why nothing was answered */
                error: ("timeout" | "address_not_public" | "name_not_resolved" | "connection_failed" | "connection_closed" | "tls_failed") | null;
            }[];
            /** @description Null when it is done, and while it waits for the event before it */
            nextAttemptAt: string | null;
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    listPortRequests: {
        parameters: {
            query?: {
                /** @description Repeatable */
                status?: ("draft" | "submitted" | "awaiting_answer" | "rejected" | "approved" | "ready_to_start" | "in_progress" | "completed" | "expired" | "cancelled") | ("draft" | "submitted" | "awaiting_answer" | "rejected" | "approved" | "ready_to_start" | "in_progress" | "completed" | "expired" | "cancelled")[];
                /** @description In any spelling; also finds the ranges that hold it */
                number?: string;
                customerReference?: string;
                updatedAfter?: string;
                /** @description How many entries a page holds at most */
                limit?: number;
                /** @description The `nextCursor` of the page before, with the same filter; none: from the beginning */
                cursor?: string;
            };
            header?: {
                /** @description nl, fr, en or de: the language of texts; default: the reader each text is for */
                "Accept-Language"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of requests, fewer than `limit` where they are very large; pass `nextCursor` on to go on, until it is null */
            200: {
                headers: {
                    /** @description The id of this call, for questions about it */
                    "x-request-id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["PortRequest"][];
                        /** @description Null on the last page */
                        nextCursor: string | null;
                    };
                };
            };
            /** @description `request.malformed`, `cursor.invalid` */
            400: {
                headers: {
                    /** @description The id of this call, for questions about it */
                    "x-request-id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `auth.token_missing`, `auth.token_invalid` */
            401: {
                headers: {
                    /** @description The id of this call, for questions about it */
                    "x-request-id": string;
                    "www-authenticate": "Bearer";
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `auth.scope_missing` */
            403: {
                headers: {
                    /** @description The id of this call, for questions about it */
                    "x-request-id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate.exceeded` */
            429: {
                headers: {
                    /** @description The id of this call, for questions about it */
                    "x-request-id": string;
                    /** @description After how many seconds to call again */
                    "retry-after": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal.error` */
            500: {
                headers: {
                    /** @description The id of this call, for questions about it */
                    "x-request-id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service.unavailable` */
            503: {
                headers: {
                    /** @description The id of this call, for questions about it */
                    "x-request-id": string;
                    /** @description After how many seconds to call again */
                    "retry-after": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createPortRequest: {
        parameters: {
            query?: never;
            header: {
                /** @description nl, fr, en or de: the language of texts; default: the reader each text is for */
                "Accept-Language"?: string;
                /** @description Same key and body: the first answer again. Kept 72 hours. */
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PortRequestCreation"];
            };
        };
        responses: {
            /** @description Created; as it was written */
            201: {
                headers: {
                    /** @description The id of this call, for questions about it */
                    "x-request-id": string;
                    /** @description Where this answer was given before */
                    "idempotency-replayed"?: "true";
                    /** @description Its version, for `If-Match`; grows with every history entry */
                    ETag: string;
                    /** @description Where it can be read */
                    Location: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PortRequest"];
                };
            };
            /** @description `request.malformed`, `idempotency.key_missing`, `idempotency.key_malformed` */
            400: {
                headers: {
                    /** @description The id of this call, for questions about it */
                    "x-request-id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `auth.token_missing`, `auth.token_invalid` */
            401: {
                headers: {
                    /** @description The id of this call, for questions about it */
                    "x-request-id": string;
                    "www-authenticate": "Bearer";
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `auth.scope_missing` */
            403: {
                headers: {
                    /** @description The id of this call, for questions about it */
                    "x-request-id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `numbers.already_porting` */
            409: {
                headers: {
                    /** @description The id of this call, for questions about it */
                    "x-request-id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `request.too_large` */
            413: {
                headers: {
                    /** @description The id of this call, for questions about it */
                    "x-request-id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `request.unsupported_media_type` */
            415: {
                headers: {
                    /** @description The id of this call, for questions about it */
                    "x-request-id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency.key_reused`, `request.refused` */
            422: {
                headers: {
                    /** @description The id of this call, for questions about it */
                    "x-request-id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate.exceeded` */
            429: {
                headers: {
                    /** @description The id of this call, for questions about it */
                    "x-request-id": string;
                    /** @description After how many seconds to call again */
                    "retry-after": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal.error` */
            500: {
                headers: {
                    /** @description The id of this call, for questions about it */
                    "x-request-id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service.unavailable` */
            503: {
                headers: {
                    /** @description The id of this call, for questions about it */
                    "x-request-id": string;
                    /** @description After how many seconds to call again */
                    "retry-after": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getPortRequest: {
        parameters: {
            query?: never;
            header?: {
                /** @description An ETag that was read before */
                "If-None-Match"?: string;
                /** @description nl, fr, en or de: the language of texts; default: the reader each text is for */
                "Accept-Language"?: string;
            };
            path: {
                /** @description The port request. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The port request */
            200: {
                headers: {
                    /** @description The id of this call, for questions about it */
                    "x-request-id": string;
                    /** @description Its version, for `If-Match`; grows with every history entry */
                    ETag: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PortRequest"];
                };
            };
            /** @description Nothing was recorded since */
            304: {
                headers: {
                    /** @description The id of this call, for questions about it */
                    "x-request-id": string;
                    /** @description Its version, for `If-Match`; grows with every history entry */
                    ETag: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `auth.token_missing`, `auth.token_invalid` */
            401: {
                headers: {
                    /** @description The id of this call, for questions about it */
                    "x-request-id": string;
                    "www-authenticate": "Bearer";
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `auth.scope_missing` */
            403: {
                headers: {
                    /** @description The id of this call, for questions about it */
                    "x-request-id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `port_request.not_found` */
            404: {
                headers: {
                    /** @description The id of this call, for questions about it */
                    "x-request-id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate.exceeded` */
            429: {
                headers: {
                    /** @description The id of this call, for questions about it */
                    "x-request-id": string;
                    /** @description After how many seconds to call again */
                    "retry-after": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal.error` */
            500: {
                headers: {
                    /** @description The id of this call, for questions about it */
                    "x-request-id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service.unavailable` */
            503: {
                headers: {
                    /** @description The id of this call, for questions about it */
                    "x-request-id": string;
                    /** @description After how many seconds to call again */
                    "retry-after": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    editPortRequest: {
        parameters: {
            query?: never;
            header: {
                /** @description nl, fr, en or de: the language of texts; default: the reader each text is for */
                "Accept-Language"?: string;
                /** @description The ETag of the version that was read */
                "If-Match": string;
            };
            path: {
                /** @description The port request. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/merge-patch+json": components["schemas"]["PortRequestPatch"];
                "application/json": components["schemas"]["PortRequestPatch"];
            };
        };
        responses: {
            /** @description The port request */
            200: {
                headers: {
                    /** @description The id of this call, for questions about it */
                    "x-request-id": string;
                    /** @description Its version, for `If-Match`; grows with every history entry */
                    ETag: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PortRequest"];
                };
            };
            /** @description `request.malformed` */
            400: {
                headers: {
                    /** @description The id of this call, for questions about it */
                    "x-request-id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `auth.token_missing`, `auth.token_invalid` */
            401: {
                headers: {
                    /** @description The id of this call, for questions about it */
                    "x-request-id": string;
                    "www-authenticate": "Bearer";
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `auth.scope_missing` */
            403: {
                headers: {
                    /** @description The id of this call, for questions about it */
                    "x-request-id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `port_request.not_found` */
            404: {
                headers: {
                    /** @description The id of this call, for questions about it */
                    "x-request-id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `port_request.move_not_allowed` */
            409: {
                headers: {
                    /** @description The id of this call, for questions about it */
                    "x-request-id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `precondition.stale` */
            412: {
                headers: {
                    /** @description The id of this call, for questions about it */
                    "x-request-id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `request.too_large` */
            413: {
                headers: {
                    /** @description The id of this call, for questions about it */
                    "x-request-id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `request.unsupported_media_type` */
            415: {
                headers: {
                    /** @description The id of this call, for questions about it */
                    "x-request-id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `precondition.missing` */
            428: {
                headers: {
                    /** @description The id of this call, for questions about it */
                    "x-request-id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate.exceeded` */
            429: {
                headers: {
                    /** @description The id of this call, for questions about it */
                    "x-request-id": string;
                    /** @description After how many seconds to call again */
                    "retry-after": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal.error` */
            500: {
                headers: {
                    /** @description The id of this call, for questions about it */
                    "x-request-id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service.unavailable` */
            503: {
                headers: {
                    /** @description The id of this call, for questions about it */
                    "x-request-id": string;
                    /** @description After how many seconds to call again */
                    "retry-after": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    submitPortRequest: {
        parameters: {
            query?: never;
            header?: {
                /** @description nl, fr, en or de: the language of texts; default: the reader each text is for */
                "Accept-Language"?: string;
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The port request. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": Record<string, never>;
            };
        };
        responses: {
            /** @description The port request */
            200: {
                headers: {
                    /** @description The id of this call, for questions about it */
                    "x-request-id": string;
                    /** @description Where this answer was given before */
                    "idempotency-replayed"?: "true";
                    /** @description Its version, for `If-Match`; grows with every history entry */
                    ETag: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PortRequest"];
                };
            };
            /** @description `request.malformed`, `idempotency.key_malformed` */
            400: {
                headers: {
                    /** @description The id of this call, for questions about it */
                    "x-request-id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `auth.token_missing`, `auth.token_invalid` */
            401: {
                headers: {
                    /** @description The id of this call, for questions about it */
                    "x-request-id": string;
                    "www-authenticate": "Bearer";
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `auth.scope_missing` */
            403: {
                headers: {
                    /** @description The id of this call, for questions about it */
                    "x-request-id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `port_request.not_found` */
            404: {
                headers: {
                    /** @description The id of this call, for questions about it */
                    "x-request-id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `numbers.already_porting`, `port_request.move_not_allowed` */
            409: {
                headers: {
                    /** @description The id of this call, for questions about it */
                    "x-request-id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `request.too_large` */
            413: {
                headers: {
                    /** @description The id of this call, for questions about it */
                    "x-request-id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `request.unsupported_media_type` */
            415: {
                headers: {
                    /** @description The id of this call, for questions about it */
                    "x-request-id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency.key_reused`, `request.refused` */
            422: {
                headers: {
                    /** @description The id of this call, for questions about it */
                    "x-request-id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate.exceeded` */
            429: {
                headers: {
                    /** @description The id of this call, for questions about it */
                    "x-request-id": string;
                    /** @description After how many seconds to call again */
                    "retry-after": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal.error` */
            500: {
                headers: {
                    /** @description The id of this call, for questions about it */
                    "x-request-id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service.unavailable` */
            503: {
                headers: {
                    /** @description The id of this call, for questions about it */
                    "x-request-id": string;
                    /** @description After how many seconds to call again */
                    "retry-after": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    cancelPortRequest: {
        parameters: {
            query?: never;
            header?: {
                /** @description nl, fr, en or de: the language of texts; default: the reader each text is for */
                "Accept-Language"?: string;
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The port request. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    reason?: string | null;
                };
            };
        };
        responses: {
            /** @description The port request */
            200: {
                headers: {
                    /** @description The id of this call, for questions about it */
                    "x-request-id": string;
                    /** @description Where this answer was given before */
                    "idempotency-replayed"?: "true";
                    /** @description Its version, for `If-Match`; grows with every history entry */
                    ETag: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PortRequest"];
                };
            };
            /** @description `request.malformed`, `idempotency.key_malformed` */
            400: {
                headers: {
                    /** @description The id of this call, for questions about it */
                    "x-request-id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `auth.token_missing`, `auth.token_invalid` */
            401: {
                headers: {
                    /** @description The id of this call, for questions about it */
                    "x-request-id": string;
                    "www-authenticate": "Bearer";
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `auth.scope_missing` */
            403: {
                headers: {
                    /** @description The id of this call, for questions about it */
                    "x-request-id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `port_request.not_found` */
            404: {
                headers: {
                    /** @description The id of this call, for questions about it */
                    "x-request-id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `port_request.move_not_allowed` */
            409: {
                headers: {
                    /** @description The id of this call, for questions about it */
                    "x-request-id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `request.too_large` */
            413: {
                headers: {
                    /** @description The id of this call, for questions about it */
                    "x-request-id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `request.unsupported_media_type` */
            415: {
                headers: {
                    /** @description The id of this call, for questions about it */
                    "x-request-id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency.key_reused` */
            422: {
                headers: {
                    /** @description The id of this call, for questions about it */
                    "x-request-id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate.exceeded` */
            429: {
                headers: {
                    /** @description The id of this call, for questions about it */
                    "x-request-id": string;
                    /** @description After how many seconds to call again */
                    "retry-after": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal.error` */
            500: {
                headers: {
                    /** @description The id of this call, for questions about it */
                    "x-request-id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service.unavailable` */
            503: {
                headers: {
                    /** @description The id of this call, for questions about it */
                    "x-request-id": string;
                    /** @description After how many seconds to call again */
                    "retry-after": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    changeDate: {
        parameters: {
            query?: never;
            header?: {
                /** @description nl, fr, en or de: the language of texts; default: the reader each text is for */
                "Accept-Language"?: string;
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The port request. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: date
                     * @example 2026-04-14
                     */
                    date: string;
                };
            };
        };
        responses: {
            /** @description The port request */
            200: {
                headers: {
                    /** @description The id of this call, for questions about it */
                    "x-request-id": string;
                    /** @description Where this answer was given before */
                    "idempotency-replayed"?: "true";
                    /** @description Its version, for `If-Match`; grows with every history entry */
                    ETag: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PortRequest"];
                };
            };
            /** @description `request.malformed`, `idempotency.key_malformed` */
            400: {
                headers: {
                    /** @description The id of this call, for questions about it */
                    "x-request-id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `auth.token_missing`, `auth.token_invalid` */
            401: {
                headers: {
                    /** @description The id of this call, for questions about it */
                    "x-request-id": string;
                    "www-authenticate": "Bearer";
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `auth.scope_missing` */
            403: {
                headers: {
                    /** @description The id of this call, for questions about it */
                    "x-request-id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `port_request.not_found` */
            404: {
                headers: {
                    /** @description The id of this call, for questions about it */
                    "x-request-id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `port_request.move_not_allowed` */
            409: {
                headers: {
                    /** @description The id of this call, for questions about it */
                    "x-request-id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `request.too_large` */
            413: {
                headers: {
                    /** @description The id of this call, for questions about it */
                    "x-request-id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `request.unsupported_media_type` */
            415: {
                headers: {
                    /** @description The id of this call, for questions about it */
                    "x-request-id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency.key_reused`, `request.refused` */
            422: {
                headers: {
                    /** @description The id of this call, for questions about it */
                    "x-request-id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate.exceeded` */
            429: {
                headers: {
                    /** @description The id of this call, for questions about it */
                    "x-request-id": string;
                    /** @description After how many seconds to call again */
                    "retry-after": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal.error` */
            500: {
                headers: {
                    /** @description The id of this call, for questions about it */
                    "x-request-id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service.unavailable` */
            503: {
                headers: {
                    /** @description The id of this call, for questions about it */
                    "x-request-id": string;
                    /** @description After how many seconds to call again */
                    "retry-after": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    startPort: {
        parameters: {
            query?: never;
            header?: {
                /** @description nl, fr, en or de: the language of texts; default: the reader each text is for */
                "Accept-Language"?: string;
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The port request. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": Record<string, never>;
            };
        };
        responses: {
            /** @description The port request */
            200: {
                headers: {
                    /** @description The id of this call, for questions about it */
                    "x-request-id": string;
                    /** @description Where this answer was given before */
                    "idempotency-replayed"?: "true";
                    /** @description Its version, for `If-Match`; grows with every history entry */
                    ETag: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PortRequest"];
                };
            };
            /** @description `request.malformed`, `idempotency.key_malformed` */
            400: {
                headers: {
                    /** @description The id of this call, for questions about it */
                    "x-request-id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `auth.token_missing`, `auth.token_invalid` */
            401: {
                headers: {
                    /** @description The id of this call, for questions about it */
                    "x-request-id": string;
                    "www-authenticate": "Bearer";
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `auth.scope_missing` */
            403: {
                headers: {
                    /** @description The id of this call, for questions about it */
                    "x-request-id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `port_request.not_found` */
            404: {
                headers: {
                    /** @description The id of this call, for questions about it */
                    "x-request-id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `window.closed`, `port_request.move_not_allowed` */
            409: {
                headers: {
                    /** @description The id of this call, for questions about it */
                    "x-request-id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `request.too_large` */
            413: {
                headers: {
                    /** @description The id of this call, for questions about it */
                    "x-request-id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `request.unsupported_media_type` */
            415: {
                headers: {
                    /** @description The id of this call, for questions about it */
                    "x-request-id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency.key_reused` */
            422: {
                headers: {
                    /** @description The id of this call, for questions about it */
                    "x-request-id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate.exceeded` */
            429: {
                headers: {
                    /** @description The id of this call, for questions about it */
                    "x-request-id": string;
                    /** @description After how many seconds to call again */
                    "retry-after": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal.error` */
            500: {
                headers: {
                    /** @description The id of this call, for questions about it */
                    "x-request-id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service.unavailable` */
            503: {
                headers: {
                    /** @description The id of this call, for questions about it */
                    "x-request-id": string;
                    /** @description After how many seconds to call again */
                    "retry-after": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    renewStartLink: {
        parameters: {
            query?: never;
            header?: {
                /** @description nl, fr, en or de: the language of texts; default: the reader each text is for */
                "Accept-Language"?: string;
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The port request. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": Record<string, never>;
            };
        };
        responses: {
            /** @description The port request */
            200: {
                headers: {
                    /** @description The id of this call, for questions about it */
                    "x-request-id": string;
                    /** @description Where this answer was given before */
                    "idempotency-replayed"?: "true";
                    /** @description Its version, for `If-Match`; grows with every history entry */
                    ETag: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PortRequest"];
                };
            };
            /** @description `request.malformed`, `idempotency.key_malformed` */
            400: {
                headers: {
                    /** @description The id of this call, for questions about it */
                    "x-request-id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `auth.token_missing`, `auth.token_invalid` */
            401: {
                headers: {
                    /** @description The id of this call, for questions about it */
                    "x-request-id": string;
                    "www-authenticate": "Bearer";
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `auth.scope_missing` */
            403: {
                headers: {
                    /** @description The id of this call, for questions about it */
                    "x-request-id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `port_request.not_found` */
            404: {
                headers: {
                    /** @description The id of this call, for questions about it */
                    "x-request-id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `port_request.move_not_allowed` */
            409: {
                headers: {
                    /** @description The id of this call, for questions about it */
                    "x-request-id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `request.too_large` */
            413: {
                headers: {
                    /** @description The id of this call, for questions about it */
                    "x-request-id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `request.unsupported_media_type` */
            415: {
                headers: {
                    /** @description The id of this call, for questions about it */
                    "x-request-id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency.key_reused` */
            422: {
                headers: {
                    /** @description The id of this call, for questions about it */
                    "x-request-id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate.exceeded` */
            429: {
                headers: {
                    /** @description The id of this call, for questions about it */
                    "x-request-id": string;
                    /** @description After how many seconds to call again */
                    "retry-after": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal.error` */
            500: {
                headers: {
                    /** @description The id of this call, for questions about it */
                    "x-request-id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service.unavailable` */
            503: {
                headers: {
                    /** @description The id of this call, for questions about it */
                    "x-request-id": string;
                    /** @description After how many seconds to call again */
                    "retry-after": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getHistory: {
        parameters: {
            query?: never;
            header?: {
                /** @description nl, fr, en or de: the language of texts; default: the reader each text is for */
                "Accept-Language"?: string;
            };
            path: {
                /** @description The port request. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The whole history */
            200: {
                headers: {
                    /** @description The id of this call, for questions about it */
                    "x-request-id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["HistoryEntry"][];
                    };
                };
            };
            /** @description `auth.token_missing`, `auth.token_invalid` */
            401: {
                headers: {
                    /** @description The id of this call, for questions about it */
                    "x-request-id": string;
                    "www-authenticate": "Bearer";
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `auth.scope_missing` */
            403: {
                headers: {
                    /** @description The id of this call, for questions about it */
                    "x-request-id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `port_request.not_found` */
            404: {
                headers: {
                    /** @description The id of this call, for questions about it */
                    "x-request-id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate.exceeded` */
            429: {
                headers: {
                    /** @description The id of this call, for questions about it */
                    "x-request-id": string;
                    /** @description After how many seconds to call again */
                    "retry-after": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal.error` */
            500: {
                headers: {
                    /** @description The id of this call, for questions about it */
                    "x-request-id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service.unavailable` */
            503: {
                headers: {
                    /** @description The id of this call, for questions about it */
                    "x-request-id": string;
                    /** @description After how many seconds to call again */
                    "retry-after": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listNotes: {
        parameters: {
            query?: never;
            header?: {
                /** @description nl, fr, en or de: the language of texts; default: the reader each text is for */
                "Accept-Language"?: string;
            };
            path: {
                /** @description The port request. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The notes */
            200: {
                headers: {
                    /** @description The id of this call, for questions about it */
                    "x-request-id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Note"][];
                    };
                };
            };
            /** @description `auth.token_missing`, `auth.token_invalid` */
            401: {
                headers: {
                    /** @description The id of this call, for questions about it */
                    "x-request-id": string;
                    "www-authenticate": "Bearer";
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `auth.scope_missing` */
            403: {
                headers: {
                    /** @description The id of this call, for questions about it */
                    "x-request-id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `port_request.not_found` */
            404: {
                headers: {
                    /** @description The id of this call, for questions about it */
                    "x-request-id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate.exceeded` */
            429: {
                headers: {
                    /** @description The id of this call, for questions about it */
                    "x-request-id": string;
                    /** @description After how many seconds to call again */
                    "retry-after": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal.error` */
            500: {
                headers: {
                    /** @description The id of this call, for questions about it */
                    "x-request-id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service.unavailable` */
            503: {
                headers: {
                    /** @description The id of this call, for questions about it */
                    "x-request-id": string;
                    /** @description After how many seconds to call again */
                    "retry-after": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    writeNote: {
        parameters: {
            query?: never;
            header?: {
                /** @description nl, fr, en or de: the language of texts; default: the reader each text is for */
                "Accept-Language"?: string;
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The port request. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    text: string;
                    /**
                     * @default shared
                     * @enum {string}
                     */
                    visibility?: "shared" | "desk";
                };
            };
        };
        responses: {
            /** @description The note as it was written */
            201: {
                headers: {
                    /** @description The id of this call, for questions about it */
                    "x-request-id": string;
                    /** @description Where this answer was given before */
                    "idempotency-replayed"?: "true";
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Note"];
                };
            };
            /** @description `request.malformed`, `idempotency.key_malformed` */
            400: {
                headers: {
                    /** @description The id of this call, for questions about it */
                    "x-request-id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `auth.token_missing`, `auth.token_invalid` */
            401: {
                headers: {
                    /** @description The id of this call, for questions about it */
                    "x-request-id": string;
                    "www-authenticate": "Bearer";
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `auth.scope_missing` */
            403: {
                headers: {
                    /** @description The id of this call, for questions about it */
                    "x-request-id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `port_request.not_found` */
            404: {
                headers: {
                    /** @description The id of this call, for questions about it */
                    "x-request-id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `port_request.move_not_allowed` */
            409: {
                headers: {
                    /** @description The id of this call, for questions about it */
                    "x-request-id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `request.too_large` */
            413: {
                headers: {
                    /** @description The id of this call, for questions about it */
                    "x-request-id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `request.unsupported_media_type` */
            415: {
                headers: {
                    /** @description The id of this call, for questions about it */
                    "x-request-id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency.key_reused`, `request.refused` */
            422: {
                headers: {
                    /** @description The id of this call, for questions about it */
                    "x-request-id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate.exceeded` */
            429: {
                headers: {
                    /** @description The id of this call, for questions about it */
                    "x-request-id": string;
                    /** @description After how many seconds to call again */
                    "retry-after": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal.error` */
            500: {
                headers: {
                    /** @description The id of this call, for questions about it */
                    "x-request-id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service.unavailable` */
            503: {
                headers: {
                    /** @description The id of this call, for questions about it */
                    "x-request-id": string;
                    /** @description After how many seconds to call again */
                    "retry-after": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getMandate: {
        parameters: {
            query?: {
                /** @description Default: the subscriber's, whatever `Accept-Language` says */
                language?: "nl" | "fr" | "en" | "de";
            };
            header?: {
                /** @description nl, fr, en or de: the language of texts; default: the reader each text is for */
                "Accept-Language"?: string;
            };
            path: {
                /** @description The port request. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The mandate, A4 */
            200: {
                headers: {
                    /** @description The id of this call, for questions about it */
                    "x-request-id": string;
                    /** @description The name to keep it under: `mandate-<id>.pdf` */
                    "Content-Disposition": string;
                    /** @description The language it is in */
                    "Content-Language": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/pdf": string;
                };
            };
            /** @description `request.malformed` */
            400: {
                headers: {
                    /** @description The id of this call, for questions about it */
                    "x-request-id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `auth.token_missing`, `auth.token_invalid` */
            401: {
                headers: {
                    /** @description The id of this call, for questions about it */
                    "x-request-id": string;
                    "www-authenticate": "Bearer";
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `auth.scope_missing` */
            403: {
                headers: {
                    /** @description The id of this call, for questions about it */
                    "x-request-id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `port_request.not_found` */
            404: {
                headers: {
                    /** @description The id of this call, for questions about it */
                    "x-request-id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate.exceeded` */
            429: {
                headers: {
                    /** @description The id of this call, for questions about it */
                    "x-request-id": string;
                    /** @description After how many seconds to call again */
                    "retry-after": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal.error` */
            500: {
                headers: {
                    /** @description The id of this call, for questions about it */
                    "x-request-id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service.unavailable` */
            503: {
                headers: {
                    /** @description The id of this call, for questions about it */
                    "x-request-id": string;
                    /** @description After how many seconds to call again */
                    "retry-after": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getNumberListLetter: {
        parameters: {
            query?: {
                /** @description Default: the subscriber's, whatever `Accept-Language` says */
                language?: "nl" | "fr" | "en" | "de";
            };
            header?: {
                /** @description nl, fr, en or de: the language of texts; default: the reader each text is for */
                "Accept-Language"?: string;
            };
            path: {
                /** @description The port request. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The letter */
            200: {
                headers: {
                    /** @description The id of this call, for questions about it */
                    "x-request-id": string;
                    /** @description The language it is in */
                    "Content-Language": string;
                    [name: string]: unknown;
                };
                content: {
                    "text/plain; charset=utf-8": string;
                };
            };
            /** @description `request.malformed` */
            400: {
                headers: {
                    /** @description The id of this call, for questions about it */
                    "x-request-id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `auth.token_missing`, `auth.token_invalid` */
            401: {
                headers: {
                    /** @description The id of this call, for questions about it */
                    "x-request-id": string;
                    "www-authenticate": "Bearer";
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `auth.scope_missing` */
            403: {
                headers: {
                    /** @description The id of this call, for questions about it */
                    "x-request-id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `port_request.not_found` */
            404: {
                headers: {
                    /** @description The id of this call, for questions about it */
                    "x-request-id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate.exceeded` */
            429: {
                headers: {
                    /** @description The id of this call, for questions about it */
                    "x-request-id": string;
                    /** @description After how many seconds to call again */
                    "retry-after": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal.error` */
            500: {
                headers: {
                    /** @description The id of this call, for questions about it */
                    "x-request-id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service.unavailable` */
            503: {
                headers: {
                    /** @description The id of this call, for questions about it */
                    "x-request-id": string;
                    /** @description After how many seconds to call again */
                    "retry-after": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listIncidents: {
        parameters: {
            query?: never;
            header?: {
                /** @description nl, fr, en or de: the language of texts; default: the reader each text is for */
                "Accept-Language"?: string;
            };
            path: {
                /** @description The port request. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The incidents */
            200: {
                headers: {
                    /** @description The id of this call, for questions about it */
                    "x-request-id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Incident"][];
                    };
                };
            };
            /** @description `auth.token_missing`, `auth.token_invalid` */
            401: {
                headers: {
                    /** @description The id of this call, for questions about it */
                    "x-request-id": string;
                    "www-authenticate": "Bearer";
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `auth.scope_missing` */
            403: {
                headers: {
                    /** @description The id of this call, for questions about it */
                    "x-request-id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `port_request.not_found` */
            404: {
                headers: {
                    /** @description The id of this call, for questions about it */
                    "x-request-id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate.exceeded` */
            429: {
                headers: {
                    /** @description The id of this call, for questions about it */
                    "x-request-id": string;
                    /** @description After how many seconds to call again */
                    "retry-after": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal.error` */
            500: {
                headers: {
                    /** @description The id of this call, for questions about it */
                    "x-request-id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service.unavailable` */
            503: {
                headers: {
                    /** @description The id of this call, for questions about it */
                    "x-request-id": string;
                    /** @description After how many seconds to call again */
                    "retry-after": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    reportIncident: {
        parameters: {
            query?: never;
            header?: {
                /** @description nl, fr, en or de: the language of texts; default: the reader each text is for */
                "Accept-Language"?: string;
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The port request. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["IncidentReport"];
            };
        };
        responses: {
            /** @description Opened; as it was written */
            201: {
                headers: {
                    /** @description The id of this call, for questions about it */
                    "x-request-id": string;
                    /** @description Where this answer was given before */
                    "idempotency-replayed"?: "true";
                    /** @description Where it can be read */
                    Location: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Incident"];
                };
            };
            /** @description `request.malformed`, `idempotency.key_malformed` */
            400: {
                headers: {
                    /** @description The id of this call, for questions about it */
                    "x-request-id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `auth.token_missing`, `auth.token_invalid` */
            401: {
                headers: {
                    /** @description The id of this call, for questions about it */
                    "x-request-id": string;
                    "www-authenticate": "Bearer";
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `auth.scope_missing` */
            403: {
                headers: {
                    /** @description The id of this call, for questions about it */
                    "x-request-id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `port_request.not_found` */
            404: {
                headers: {
                    /** @description The id of this call, for questions about it */
                    "x-request-id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `port_request.move_not_allowed` */
            409: {
                headers: {
                    /** @description The id of this call, for questions about it */
                    "x-request-id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `request.too_large` */
            413: {
                headers: {
                    /** @description The id of this call, for questions about it */
                    "x-request-id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `request.unsupported_media_type` */
            415: {
                headers: {
                    /** @description The id of this call, for questions about it */
                    "x-request-id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency.key_reused`, `request.refused` */
            422: {
                headers: {
                    /** @description The id of this call, for questions about it */
                    "x-request-id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate.exceeded` */
            429: {
                headers: {
                    /** @description The id of this call, for questions about it */
                    "x-request-id": string;
                    /** @description After how many seconds to call again */
                    "retry-after": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal.error` */
            500: {
                headers: {
                    /** @description The id of this call, for questions about it */
                    "x-request-id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service.unavailable` */
            503: {
                headers: {
                    /** @description The id of this call, for questions about it */
                    "x-request-id": string;
                    /** @description After how many seconds to call again */
                    "retry-after": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    addCallExamples: {
        parameters: {
            query?: never;
            header?: {
                /** @description nl, fr, en or de: the language of texts; default: the reader each text is for */
                "Accept-Language"?: string;
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The port request. */
                id: string;
                /** @description The incident. */
                incidentId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description At most 20 at once. */
                    examples: {
                        /**
                         * @description Who called, in any usual spelling.
                         * @example +32475123456
                         */
                        callingNumber: string;
                        /** @example Orange */
                        callingOperator: string;
                        /**
                         * @description Which ported number was called.
                         * @example 025805051
                         */
                        calledNumber: string;
                        /**
                         * @description When, with an offset.
                         * @example 2026-04-15T11:05:00+02:00
                         */
                        calledAt: string;
                        /** @enum {string} */
                        heard: "busy" | "announcement" | "silence" | "wrong_party" | "rings_at_old_operator" | "other";
                        note?: string | null;
                    }[];
                };
            };
        };
        responses: {
            /** @description The incident */
            200: {
                headers: {
                    /** @description The id of this call, for questions about it */
                    "x-request-id": string;
                    /** @description Where this answer was given before */
                    "idempotency-replayed"?: "true";
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Incident"];
                };
            };
            /** @description `request.malformed`, `idempotency.key_malformed` */
            400: {
                headers: {
                    /** @description The id of this call, for questions about it */
                    "x-request-id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `auth.token_missing`, `auth.token_invalid` */
            401: {
                headers: {
                    /** @description The id of this call, for questions about it */
                    "x-request-id": string;
                    "www-authenticate": "Bearer";
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `auth.scope_missing` */
            403: {
                headers: {
                    /** @description The id of this call, for questions about it */
                    "x-request-id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `port_request.not_found`, `incident.not_found` */
            404: {
                headers: {
                    /** @description The id of this call, for questions about it */
                    "x-request-id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `port_request.move_not_allowed` */
            409: {
                headers: {
                    /** @description The id of this call, for questions about it */
                    "x-request-id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `request.too_large` */
            413: {
                headers: {
                    /** @description The id of this call, for questions about it */
                    "x-request-id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `request.unsupported_media_type` */
            415: {
                headers: {
                    /** @description The id of this call, for questions about it */
                    "x-request-id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency.key_reused`, `request.refused` */
            422: {
                headers: {
                    /** @description The id of this call, for questions about it */
                    "x-request-id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate.exceeded` */
            429: {
                headers: {
                    /** @description The id of this call, for questions about it */
                    "x-request-id": string;
                    /** @description After how many seconds to call again */
                    "retry-after": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal.error` */
            500: {
                headers: {
                    /** @description The id of this call, for questions about it */
                    "x-request-id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service.unavailable` */
            503: {
                headers: {
                    /** @description The id of this call, for questions about it */
                    "x-request-id": string;
                    /** @description After how many seconds to call again */
                    "retry-after": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    resolveIncident: {
        parameters: {
            query?: never;
            header?: {
                /** @description nl, fr, en or de: the language of texts; default: the reader each text is for */
                "Accept-Language"?: string;
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The port request. */
                id: string;
                /** @description The incident. */
                incidentId: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    note?: string | null;
                };
            };
        };
        responses: {
            /** @description The incident */
            200: {
                headers: {
                    /** @description The id of this call, for questions about it */
                    "x-request-id": string;
                    /** @description Where this answer was given before */
                    "idempotency-replayed"?: "true";
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Incident"];
                };
            };
            /** @description `request.malformed`, `idempotency.key_malformed` */
            400: {
                headers: {
                    /** @description The id of this call, for questions about it */
                    "x-request-id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `auth.token_missing`, `auth.token_invalid` */
            401: {
                headers: {
                    /** @description The id of this call, for questions about it */
                    "x-request-id": string;
                    "www-authenticate": "Bearer";
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `auth.scope_missing` */
            403: {
                headers: {
                    /** @description The id of this call, for questions about it */
                    "x-request-id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `port_request.not_found`, `incident.not_found` */
            404: {
                headers: {
                    /** @description The id of this call, for questions about it */
                    "x-request-id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `port_request.move_not_allowed` */
            409: {
                headers: {
                    /** @description The id of this call, for questions about it */
                    "x-request-id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `request.too_large` */
            413: {
                headers: {
                    /** @description The id of this call, for questions about it */
                    "x-request-id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `request.unsupported_media_type` */
            415: {
                headers: {
                    /** @description The id of this call, for questions about it */
                    "x-request-id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency.key_reused`, `request.refused` */
            422: {
                headers: {
                    /** @description The id of this call, for questions about it */
                    "x-request-id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate.exceeded` */
            429: {
                headers: {
                    /** @description The id of this call, for questions about it */
                    "x-request-id": string;
                    /** @description After how many seconds to call again */
                    "retry-after": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal.error` */
            500: {
                headers: {
                    /** @description The id of this call, for questions about it */
                    "x-request-id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service.unavailable` */
            503: {
                headers: {
                    /** @description The id of this call, for questions about it */
                    "x-request-id": string;
                    /** @description After how many seconds to call again */
                    "retry-after": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getIncident: {
        parameters: {
            query?: never;
            header?: {
                /** @description nl, fr, en or de: the language of texts; default: the reader each text is for */
                "Accept-Language"?: string;
            };
            path: {
                /** @description The port request. */
                id: string;
                /** @description The incident. */
                incidentId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The incident */
            200: {
                headers: {
                    /** @description The id of this call, for questions about it */
                    "x-request-id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Incident"];
                };
            };
            /** @description `auth.token_missing`, `auth.token_invalid` */
            401: {
                headers: {
                    /** @description The id of this call, for questions about it */
                    "x-request-id": string;
                    "www-authenticate": "Bearer";
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `auth.scope_missing` */
            403: {
                headers: {
                    /** @description The id of this call, for questions about it */
                    "x-request-id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `port_request.not_found`, `incident.not_found` */
            404: {
                headers: {
                    /** @description The id of this call, for questions about it */
                    "x-request-id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate.exceeded` */
            429: {
                headers: {
                    /** @description The id of this call, for questions about it */
                    "x-request-id": string;
                    /** @description After how many seconds to call again */
                    "retry-after": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal.error` */
            500: {
                headers: {
                    /** @description The id of this call, for questions about it */
                    "x-request-id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service.unavailable` */
            503: {
                headers: {
                    /** @description The id of this call, for questions about it */
                    "x-request-id": string;
                    /** @description After how many seconds to call again */
                    "retry-after": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    changeIncident: {
        parameters: {
            query?: never;
            header?: {
                /** @description nl, fr, en or de: the language of texts; default: the reader each text is for */
                "Accept-Language"?: string;
            };
            path: {
                /** @description The port request. */
                id: string;
                /** @description The incident. */
                incidentId: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/merge-patch+json": {
                    /** @enum {string} */
                    diagnosis?: "linked_service" | "port_not_executed" | "port_overrun" | "routing" | "unknown";
                    /** @enum {string} */
                    actor?: "losing_operator" | "carrier" | "desk" | "reseller";
                    /** @enum {string} */
                    status?: "open" | "needs_examples" | "with_operator" | "with_carrier" | "resolved";
                    note?: string | null;
                };
                "application/json": {
                    /** @enum {string} */
                    diagnosis?: "linked_service" | "port_not_executed" | "port_overrun" | "routing" | "unknown";
                    /** @enum {string} */
                    actor?: "losing_operator" | "carrier" | "desk" | "reseller";
                    /** @enum {string} */
                    status?: "open" | "needs_examples" | "with_operator" | "with_carrier" | "resolved";
                    note?: string | null;
                };
            };
        };
        responses: {
            /** @description The incident */
            200: {
                headers: {
                    /** @description The id of this call, for questions about it */
                    "x-request-id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Incident"];
                };
            };
            /** @description `request.malformed` */
            400: {
                headers: {
                    /** @description The id of this call, for questions about it */
                    "x-request-id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `auth.token_missing`, `auth.token_invalid` */
            401: {
                headers: {
                    /** @description The id of this call, for questions about it */
                    "x-request-id": string;
                    "www-authenticate": "Bearer";
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `auth.scope_missing` */
            403: {
                headers: {
                    /** @description The id of this call, for questions about it */
                    "x-request-id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `port_request.not_found`, `incident.not_found` */
            404: {
                headers: {
                    /** @description The id of this call, for questions about it */
                    "x-request-id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `port_request.move_not_allowed` */
            409: {
                headers: {
                    /** @description The id of this call, for questions about it */
                    "x-request-id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `request.too_large` */
            413: {
                headers: {
                    /** @description The id of this call, for questions about it */
                    "x-request-id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `request.unsupported_media_type` */
            415: {
                headers: {
                    /** @description The id of this call, for questions about it */
                    "x-request-id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `request.refused` */
            422: {
                headers: {
                    /** @description The id of this call, for questions about it */
                    "x-request-id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate.exceeded` */
            429: {
                headers: {
                    /** @description The id of this call, for questions about it */
                    "x-request-id": string;
                    /** @description After how many seconds to call again */
                    "retry-after": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal.error` */
            500: {
                headers: {
                    /** @description The id of this call, for questions about it */
                    "x-request-id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service.unavailable` */
            503: {
                headers: {
                    /** @description The id of this call, for questions about it */
                    "x-request-id": string;
                    /** @description After how many seconds to call again */
                    "retry-after": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listMails: {
        parameters: {
            query?: never;
            header?: {
                /** @description nl, fr, en or de: the language of texts; default: the reader each text is for */
                "Accept-Language"?: string;
            };
            path: {
                /** @description The port request. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The mails */
            200: {
                headers: {
                    /** @description The id of this call, for questions about it */
                    "x-request-id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** @enum {string} */
                            template: "request_received" | "answer_overdue" | "desk_answer_overdue" | "approved" | "rejected" | "desk_escalation" | "window_opened" | "start_reminder" | "last_day" | "start_link_renewed" | "expired" | "started" | "partly_completed" | "completed" | "check_up" | "interruption_overrun" | "desk_interruption_overrun" | "incident_received" | "desk_incident" | "incident_updated" | "cancelled" | "webhook_endpoint_disabled";
                            to: string;
                            /** @enum {string} */
                            language: "nl" | "fr" | "en" | "de";
                            /** @description The history entry */
                            causedBy: string;
                            /** @enum {string} */
                            status: "sending" | "sent" | "bounced";
                            /** Format: date-time */
                            at: string;
                        }[];
                    };
                };
            };
            /** @description `auth.token_missing`, `auth.token_invalid` */
            401: {
                headers: {
                    /** @description The id of this call, for questions about it */
                    "x-request-id": string;
                    "www-authenticate": "Bearer";
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `auth.scope_missing` */
            403: {
                headers: {
                    /** @description The id of this call, for questions about it */
                    "x-request-id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `port_request.not_found` */
            404: {
                headers: {
                    /** @description The id of this call, for questions about it */
                    "x-request-id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate.exceeded` */
            429: {
                headers: {
                    /** @description The id of this call, for questions about it */
                    "x-request-id": string;
                    /** @description After how many seconds to call again */
                    "retry-after": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal.error` */
            500: {
                headers: {
                    /** @description The id of this call, for questions about it */
                    "x-request-id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service.unavailable` */
            503: {
                headers: {
                    /** @description The id of this call, for questions about it */
                    "x-request-id": string;
                    /** @description After how many seconds to call again */
                    "retry-after": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    enterOperatorEvent: {
        parameters: {
            query?: never;
            header?: {
                /** @description nl, fr, en or de: the language of texts; default: the reader each text is for */
                "Accept-Language"?: string;
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The port request. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OperatorEvent"];
            };
        };
        responses: {
            /** @description Taken in */
            202: {
                headers: {
                    /** @description The id of this call, for questions about it */
                    "x-request-id": string;
                    /** @description Where this answer was given before */
                    "idempotency-replayed"?: "true";
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        outcome: "applied" | "recorded" | "duplicate";
                    };
                };
            };
            /** @description `request.malformed`, `idempotency.key_malformed` */
            400: {
                headers: {
                    /** @description The id of this call, for questions about it */
                    "x-request-id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `auth.token_missing`, `auth.token_invalid` */
            401: {
                headers: {
                    /** @description The id of this call, for questions about it */
                    "x-request-id": string;
                    "www-authenticate": "Bearer";
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `auth.scope_missing` */
            403: {
                headers: {
                    /** @description The id of this call, for questions about it */
                    "x-request-id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `port_request.not_found` */
            404: {
                headers: {
                    /** @description The id of this call, for questions about it */
                    "x-request-id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `operator_event.not_expected` */
            409: {
                headers: {
                    /** @description The id of this call, for questions about it */
                    "x-request-id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `request.too_large` */
            413: {
                headers: {
                    /** @description The id of this call, for questions about it */
                    "x-request-id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `request.unsupported_media_type` */
            415: {
                headers: {
                    /** @description The id of this call, for questions about it */
                    "x-request-id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency.key_reused`, `request.refused` */
            422: {
                headers: {
                    /** @description The id of this call, for questions about it */
                    "x-request-id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate.exceeded` */
            429: {
                headers: {
                    /** @description The id of this call, for questions about it */
                    "x-request-id": string;
                    /** @description After how many seconds to call again */
                    "retry-after": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal.error` */
            500: {
                headers: {
                    /** @description The id of this call, for questions about it */
                    "x-request-id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service.unavailable` */
            503: {
                headers: {
                    /** @description The id of this call, for questions about it */
                    "x-request-id": string;
                    /** @description After how many seconds to call again */
                    "retry-after": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listDeskQueue: {
        parameters: {
            query?: {
                /** @description How many entries a page holds at most */
                limit?: number;
                /** @description The `nextCursor` of the page before, with the same filter; none: from the beginning */
                cursor?: string;
            };
            header?: {
                /** @description nl, fr, en or de: the language of texts; default: the reader each text is for */
                "Accept-Language"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of the queue; pass `nextCursor` on to go on */
            200: {
                headers: {
                    /** @description The id of this call, for questions about it */
                    "x-request-id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["DeskQueueEntry"][];
                        /** @description Null on the last page */
                        nextCursor: string | null;
                    };
                };
            };
            /** @description `request.malformed`, `cursor.invalid` */
            400: {
                headers: {
                    /** @description The id of this call, for questions about it */
                    "x-request-id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `auth.token_missing`, `auth.token_invalid` */
            401: {
                headers: {
                    /** @description The id of this call, for questions about it */
                    "x-request-id": string;
                    "www-authenticate": "Bearer";
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `auth.scope_missing` */
            403: {
                headers: {
                    /** @description The id of this call, for questions about it */
                    "x-request-id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate.exceeded` */
            429: {
                headers: {
                    /** @description The id of this call, for questions about it */
                    "x-request-id": string;
                    /** @description After how many seconds to call again */
                    "retry-after": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal.error` */
            500: {
                headers: {
                    /** @description The id of this call, for questions about it */
                    "x-request-id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service.unavailable` */
            503: {
                headers: {
                    /** @description The id of this call, for questions about it */
                    "x-request-id": string;
                    /** @description After how many seconds to call again */
                    "retry-after": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listRefusedEvents: {
        parameters: {
            query?: never;
            header?: {
                /** @description nl, fr, en or de: the language of texts; default: the reader each text is for */
                "Accept-Language"?: string;
            };
            path: {
                /** @description The port request. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The events as they came */
            200: {
                headers: {
                    /** @description The id of this call, for questions about it */
                    "x-request-id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["RefusedEvent"][];
                    };
                };
            };
            /** @description `auth.token_missing`, `auth.token_invalid` */
            401: {
                headers: {
                    /** @description The id of this call, for questions about it */
                    "x-request-id": string;
                    "www-authenticate": "Bearer";
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `auth.scope_missing` */
            403: {
                headers: {
                    /** @description The id of this call, for questions about it */
                    "x-request-id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `port_request.not_found` */
            404: {
                headers: {
                    /** @description The id of this call, for questions about it */
                    "x-request-id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate.exceeded` */
            429: {
                headers: {
                    /** @description The id of this call, for questions about it */
                    "x-request-id": string;
                    /** @description After how many seconds to call again */
                    "retry-after": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal.error` */
            500: {
                headers: {
                    /** @description The id of this call, for questions about it */
                    "x-request-id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service.unavailable` */
            503: {
                headers: {
                    /** @description The id of this call, for questions about it */
                    "x-request-id": string;
                    /** @description After how many seconds to call again */
                    "retry-after": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    finishDeskTask: {
        parameters: {
            query?: never;
            header?: {
                /** @description nl, fr, en or de: the language of texts; default: the reader each text is for */
                "Accept-Language"?: string;
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The entry of the queue. */
                entryId: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": Record<string, never>;
            };
        };
        responses: {
            /** @description It waits no longer */
            200: {
                headers: {
                    /** @description The id of this call, for questions about it */
                    "x-request-id": string;
                    /** @description Where this answer was given before */
                    "idempotency-replayed"?: "true";
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        portRequestId: string;
                        /** Format: date-time */
                        doneAt: string;
                    };
                };
            };
            /** @description `request.malformed`, `idempotency.key_malformed` */
            400: {
                headers: {
                    /** @description The id of this call, for questions about it */
                    "x-request-id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `auth.token_missing`, `auth.token_invalid` */
            401: {
                headers: {
                    /** @description The id of this call, for questions about it */
                    "x-request-id": string;
                    "www-authenticate": "Bearer";
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `auth.scope_missing` */
            403: {
                headers: {
                    /** @description The id of this call, for questions about it */
                    "x-request-id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `desk_task.not_found` */
            404: {
                headers: {
                    /** @description The id of this call, for questions about it */
                    "x-request-id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `request.too_large` */
            413: {
                headers: {
                    /** @description The id of this call, for questions about it */
                    "x-request-id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `request.unsupported_media_type` */
            415: {
                headers: {
                    /** @description The id of this call, for questions about it */
                    "x-request-id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency.key_reused` */
            422: {
                headers: {
                    /** @description The id of this call, for questions about it */
                    "x-request-id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate.exceeded` */
            429: {
                headers: {
                    /** @description The id of this call, for questions about it */
                    "x-request-id": string;
                    /** @description After how many seconds to call again */
                    "retry-after": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal.error` */
            500: {
                headers: {
                    /** @description The id of this call, for questions about it */
                    "x-request-id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service.unavailable` */
            503: {
                headers: {
                    /** @description The id of this call, for questions about it */
                    "x-request-id": string;
                    /** @description After how many seconds to call again */
                    "retry-after": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    recordOutcome: {
        parameters: {
            query?: never;
            header?: {
                /** @description nl, fr, en or de: the language of texts; default: the reader each text is for */
                "Accept-Language"?: string;
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The port request. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    outcome: "completed" | "failed";
                    /** @description Default: all */
                    numbers?: (string | {
                        start: string;
                        size?: number | null;
                        end?: string | null;
                    })[] | null;
                    /**
                     * Format: date-time
                     * @description Not in the future, nor before the attempt was submitted
                     * @example 2026-04-14T07:00:00Z
                     */
                    at: string;
                    reason: string;
                };
            };
        };
        responses: {
            /** @description The port request */
            200: {
                headers: {
                    /** @description The id of this call, for questions about it */
                    "x-request-id": string;
                    /** @description Where this answer was given before */
                    "idempotency-replayed"?: "true";
                    /** @description Its version, for `If-Match`; grows with every history entry */
                    ETag: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PortRequest"];
                };
            };
            /** @description `request.malformed`, `idempotency.key_malformed` */
            400: {
                headers: {
                    /** @description The id of this call, for questions about it */
                    "x-request-id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `auth.token_missing`, `auth.token_invalid` */
            401: {
                headers: {
                    /** @description The id of this call, for questions about it */
                    "x-request-id": string;
                    "www-authenticate": "Bearer";
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `auth.scope_missing` */
            403: {
                headers: {
                    /** @description The id of this call, for questions about it */
                    "x-request-id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `port_request.not_found` */
            404: {
                headers: {
                    /** @description The id of this call, for questions about it */
                    "x-request-id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `port_request.move_not_allowed` */
            409: {
                headers: {
                    /** @description The id of this call, for questions about it */
                    "x-request-id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `request.too_large` */
            413: {
                headers: {
                    /** @description The id of this call, for questions about it */
                    "x-request-id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `request.unsupported_media_type` */
            415: {
                headers: {
                    /** @description The id of this call, for questions about it */
                    "x-request-id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency.key_reused`, `request.refused` */
            422: {
                headers: {
                    /** @description The id of this call, for questions about it */
                    "x-request-id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate.exceeded` */
            429: {
                headers: {
                    /** @description The id of this call, for questions about it */
                    "x-request-id": string;
                    /** @description After how many seconds to call again */
                    "retry-after": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal.error` */
            500: {
                headers: {
                    /** @description The id of this call, for questions about it */
                    "x-request-id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service.unavailable` */
            503: {
                headers: {
                    /** @description The id of this call, for questions about it */
                    "x-request-id": string;
                    /** @description After how many seconds to call again */
                    "retry-after": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    requestEmergencyReturn: {
        parameters: {
            query?: never;
            header?: {
                /** @description nl, fr, en or de: the language of texts; default: the reader each text is for */
                "Accept-Language"?: string;
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The port request. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    reason: string;
                };
            };
        };
        responses: {
            /** @description The port request */
            200: {
                headers: {
                    /** @description The id of this call, for questions about it */
                    "x-request-id": string;
                    /** @description Where this answer was given before */
                    "idempotency-replayed"?: "true";
                    /** @description Its version, for `If-Match`; grows with every history entry */
                    ETag: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PortRequest"];
                };
            };
            /** @description `request.malformed`, `idempotency.key_malformed` */
            400: {
                headers: {
                    /** @description The id of this call, for questions about it */
                    "x-request-id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `auth.token_missing`, `auth.token_invalid` */
            401: {
                headers: {
                    /** @description The id of this call, for questions about it */
                    "x-request-id": string;
                    "www-authenticate": "Bearer";
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `auth.scope_missing` */
            403: {
                headers: {
                    /** @description The id of this call, for questions about it */
                    "x-request-id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `port_request.not_found` */
            404: {
                headers: {
                    /** @description The id of this call, for questions about it */
                    "x-request-id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `port_request.move_not_allowed` */
            409: {
                headers: {
                    /** @description The id of this call, for questions about it */
                    "x-request-id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `request.too_large` */
            413: {
                headers: {
                    /** @description The id of this call, for questions about it */
                    "x-request-id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `request.unsupported_media_type` */
            415: {
                headers: {
                    /** @description The id of this call, for questions about it */
                    "x-request-id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency.key_reused` */
            422: {
                headers: {
                    /** @description The id of this call, for questions about it */
                    "x-request-id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate.exceeded` */
            429: {
                headers: {
                    /** @description The id of this call, for questions about it */
                    "x-request-id": string;
                    /** @description After how many seconds to call again */
                    "retry-after": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal.error` */
            500: {
                headers: {
                    /** @description The id of this call, for questions about it */
                    "x-request-id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service.unavailable` */
            503: {
                headers: {
                    /** @description The id of this call, for questions about it */
                    "x-request-id": string;
                    /** @description After how many seconds to call again */
                    "retry-after": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    eraseSubscriberData: {
        parameters: {
            query?: never;
            header?: {
                /** @description nl, fr, en or de: the language of texts; default: the reader each text is for */
                "Accept-Language"?: string;
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The port request. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": Record<string, never>;
            };
        };
        responses: {
            /** @description The port request */
            200: {
                headers: {
                    /** @description The id of this call, for questions about it */
                    "x-request-id": string;
                    /** @description Where this answer was given before */
                    "idempotency-replayed"?: "true";
                    /** @description Its version, for `If-Match`; grows with every history entry */
                    ETag: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PortRequest"];
                };
            };
            /** @description `request.malformed`, `idempotency.key_malformed` */
            400: {
                headers: {
                    /** @description The id of this call, for questions about it */
                    "x-request-id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `auth.token_missing`, `auth.token_invalid` */
            401: {
                headers: {
                    /** @description The id of this call, for questions about it */
                    "x-request-id": string;
                    "www-authenticate": "Bearer";
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `auth.scope_missing` */
            403: {
                headers: {
                    /** @description The id of this call, for questions about it */
                    "x-request-id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `port_request.not_found` */
            404: {
                headers: {
                    /** @description The id of this call, for questions about it */
                    "x-request-id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `port_request.move_not_allowed` */
            409: {
                headers: {
                    /** @description The id of this call, for questions about it */
                    "x-request-id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `request.too_large` */
            413: {
                headers: {
                    /** @description The id of this call, for questions about it */
                    "x-request-id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `request.unsupported_media_type` */
            415: {
                headers: {
                    /** @description The id of this call, for questions about it */
                    "x-request-id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency.key_reused` */
            422: {
                headers: {
                    /** @description The id of this call, for questions about it */
                    "x-request-id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate.exceeded` */
            429: {
                headers: {
                    /** @description The id of this call, for questions about it */
                    "x-request-id": string;
                    /** @description After how many seconds to call again */
                    "retry-after": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal.error` */
            500: {
                headers: {
                    /** @description The id of this call, for questions about it */
                    "x-request-id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service.unavailable` */
            503: {
                headers: {
                    /** @description The id of this call, for questions about it */
                    "x-request-id": string;
                    /** @description After how many seconds to call again */
                    "retry-after": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    receiveOperatorEvent: {
        parameters: {
            query?: never;
            header: {
                /** @description Names the message: the same when it is sent again, another one for anything else */
                "webhook-id": string;
                /** @description When this try was signed, in seconds since 1970; at most five minutes off, either way */
                "webhook-timestamp": string;
                /** @description `v1,` or `v1a,` and the signature in base64; several separated by spaces */
                "webhook-signature": string;
            };
            path: {
                /** @description The id agreed with the operator */
                operatorId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OperatorEvent"];
            };
        };
        responses: {
            /** @description Taken in */
            202: {
                headers: {
                    /** @description The id of this call, for questions about it */
                    "x-request-id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        outcome: "applied" | "recorded" | "duplicate";
                    };
                };
            };
            /** @description `request.malformed` */
            400: {
                headers: {
                    /** @description The id of this call, for questions about it */
                    "x-request-id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `webhook.signature_invalid`, `webhook.timestamp_outside_tolerance` */
            401: {
                headers: {
                    /** @description The id of this call, for questions about it */
                    "x-request-id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `port_request.not_found` */
            404: {
                headers: {
                    /** @description The id of this call, for questions about it */
                    "x-request-id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `operator_event.not_expected` */
            409: {
                headers: {
                    /** @description The id of this call, for questions about it */
                    "x-request-id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `request.too_large` */
            413: {
                headers: {
                    /** @description The id of this call, for questions about it */
                    "x-request-id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `request.unsupported_media_type` */
            415: {
                headers: {
                    /** @description The id of this call, for questions about it */
                    "x-request-id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `request.refused` */
            422: {
                headers: {
                    /** @description The id of this call, for questions about it */
                    "x-request-id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate.exceeded` */
            429: {
                headers: {
                    /** @description The id of this call, for questions about it */
                    "x-request-id": string;
                    /** @description After how many seconds to call again */
                    "retry-after": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal.error` */
            500: {
                headers: {
                    /** @description The id of this call, for questions about it */
                    "x-request-id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service.unavailable` */
            503: {
                headers: {
                    /** @description The id of this call, for questions about it */
                    "x-request-id": string;
                    /** @description After how many seconds to call again */
                    "retry-after": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    requestMandateUpload: {
        parameters: {
            query?: never;
            header?: {
                /** @description nl, fr, en or de: the language of texts; default: the reader each text is for */
                "Accept-Language"?: string;
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The port request. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    mediaType: "application/pdf" | "image/jpeg" | "image/png";
                    sizeBytes: number;
                    /** @description Of the file, lower-case hex. */
                    sha256: string;
                };
            };
        };
        responses: {
            /** @description The place that takes the file */
            201: {
                headers: {
                    /** @description The id of this call, for questions about it */
                    "x-request-id": string;
                    /** @description Where this answer was given before */
                    "idempotency-replayed"?: "true";
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        documentId: string;
                        /** @constant */
                        method: "PUT";
                        url: string;
                        headers: {
                            [key: string]: string;
                        };
                        /** Format: date-time */
                        expiresAt: string;
                    };
                };
            };
            /** @description `request.malformed`, `idempotency.key_malformed` */
            400: {
                headers: {
                    /** @description The id of this call, for questions about it */
                    "x-request-id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `auth.token_missing`, `auth.token_invalid` */
            401: {
                headers: {
                    /** @description The id of this call, for questions about it */
                    "x-request-id": string;
                    "www-authenticate": "Bearer";
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `auth.scope_missing` */
            403: {
                headers: {
                    /** @description The id of this call, for questions about it */
                    "x-request-id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `port_request.not_found` */
            404: {
                headers: {
                    /** @description The id of this call, for questions about it */
                    "x-request-id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `port_request.move_not_allowed` */
            409: {
                headers: {
                    /** @description The id of this call, for questions about it */
                    "x-request-id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `request.too_large` */
            413: {
                headers: {
                    /** @description The id of this call, for questions about it */
                    "x-request-id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `request.unsupported_media_type` */
            415: {
                headers: {
                    /** @description The id of this call, for questions about it */
                    "x-request-id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency.key_reused` */
            422: {
                headers: {
                    /** @description The id of this call, for questions about it */
                    "x-request-id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate.exceeded` */
            429: {
                headers: {
                    /** @description The id of this call, for questions about it */
                    "x-request-id": string;
                    /** @description After how many seconds to call again */
                    "retry-after": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal.error` */
            500: {
                headers: {
                    /** @description The id of this call, for questions about it */
                    "x-request-id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service.unavailable` */
            503: {
                headers: {
                    /** @description The id of this call, for questions about it */
                    "x-request-id": string;
                    /** @description After how many seconds to call again */
                    "retry-after": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getSignedMandate: {
        parameters: {
            query?: never;
            header?: {
                /** @description nl, fr, en or de: the language of texts; default: the reader each text is for */
                "Accept-Language"?: string;
            };
            path: {
                /** @description The port request. */
                id: string;
                documentId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Its address */
            200: {
                headers: {
                    /** @description The id of this call, for questions about it */
                    "x-request-id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        url: string;
                        /** Format: date-time */
                        expiresAt: string;
                    };
                };
            };
            /** @description `auth.token_missing`, `auth.token_invalid` */
            401: {
                headers: {
                    /** @description The id of this call, for questions about it */
                    "x-request-id": string;
                    "www-authenticate": "Bearer";
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `auth.scope_missing` */
            403: {
                headers: {
                    /** @description The id of this call, for questions about it */
                    "x-request-id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `port_request.not_found`, `document.not_found` */
            404: {
                headers: {
                    /** @description The id of this call, for questions about it */
                    "x-request-id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `document.not_clean` */
            409: {
                headers: {
                    /** @description The id of this call, for questions about it */
                    "x-request-id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate.exceeded` */
            429: {
                headers: {
                    /** @description The id of this call, for questions about it */
                    "x-request-id": string;
                    /** @description After how many seconds to call again */
                    "retry-after": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal.error` */
            500: {
                headers: {
                    /** @description The id of this call, for questions about it */
                    "x-request-id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service.unavailable` */
            503: {
                headers: {
                    /** @description The id of this call, for questions about it */
                    "x-request-id": string;
                    /** @description After how many seconds to call again */
                    "retry-after": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    checkNumbers: {
        parameters: {
            query?: never;
            header?: {
                /** @description nl, fr, en or de: the language of texts; default: the reader each text is for */
                "Accept-Language"?: string;
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    numbers: unknown[];
                };
            };
        };
        responses: {
            /** @description One result per item, in order */
            200: {
                headers: {
                    /** @description The id of this call, for questions about it */
                    "x-request-id": string;
                    /** @description Where this answer was given before */
                    "idempotency-replayed"?: "true";
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["NumberCheck"][];
                    };
                };
            };
            /** @description `request.malformed`, `idempotency.key_malformed` */
            400: {
                headers: {
                    /** @description The id of this call, for questions about it */
                    "x-request-id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `auth.token_missing`, `auth.token_invalid` */
            401: {
                headers: {
                    /** @description The id of this call, for questions about it */
                    "x-request-id": string;
                    "www-authenticate": "Bearer";
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `auth.scope_missing` */
            403: {
                headers: {
                    /** @description The id of this call, for questions about it */
                    "x-request-id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `request.too_large` */
            413: {
                headers: {
                    /** @description The id of this call, for questions about it */
                    "x-request-id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `request.unsupported_media_type` */
            415: {
                headers: {
                    /** @description The id of this call, for questions about it */
                    "x-request-id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency.key_reused` */
            422: {
                headers: {
                    /** @description The id of this call, for questions about it */
                    "x-request-id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate.exceeded` */
            429: {
                headers: {
                    /** @description The id of this call, for questions about it */
                    "x-request-id": string;
                    /** @description After how many seconds to call again */
                    "retry-after": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal.error` */
            500: {
                headers: {
                    /** @description The id of this call, for questions about it */
                    "x-request-id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service.unavailable` */
            503: {
                headers: {
                    /** @description The id of this call, for questions about it */
                    "x-request-id": string;
                    /** @description After how many seconds to call again */
                    "retry-after": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getDates: {
        parameters: {
            query?: {
                /** @description Default: today in Brussels */
                requestedOn?: string;
            };
            header?: {
                /** @description nl, fr, en or de: the language of texts; default: the reader each text is for */
                "Accept-Language"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The dates, each with how it was counted */
            200: {
                headers: {
                    /** @description The id of this call, for questions about it */
                    "x-request-id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        earliestDate: {
                            /**
                             * Format: date
                             * @example 2026-04-14
                             */
                            date: string;
                            explanation: components["schemas"]["Explanation"];
                        };
                        answerDue: {
                            /**
                             * Format: date-time
                             * @example 2026-04-14T07:00:00Z
                             */
                            at: string;
                            overdue: boolean;
                            explanation: components["schemas"]["Explanation"];
                        };
                        startWindow: {
                            /**
                             * Format: date
                             * @example 2026-04-14
                             */
                            firstDay: string;
                            /**
                             * Format: date
                             * @example 2026-04-14
                             */
                            lastDay: string;
                            from: string;
                            /** @description The first moment of the day that is too late. */
                            until: string;
                            timeZone: string;
                            openNow: boolean;
                            explanation: components["schemas"]["Explanation"];
                        };
                    };
                };
            };
            /** @description `request.malformed` */
            400: {
                headers: {
                    /** @description The id of this call, for questions about it */
                    "x-request-id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `auth.token_missing`, `auth.token_invalid` */
            401: {
                headers: {
                    /** @description The id of this call, for questions about it */
                    "x-request-id": string;
                    "www-authenticate": "Bearer";
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `auth.scope_missing` */
            403: {
                headers: {
                    /** @description The id of this call, for questions about it */
                    "x-request-id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate.exceeded` */
            429: {
                headers: {
                    /** @description The id of this call, for questions about it */
                    "x-request-id": string;
                    /** @description After how many seconds to call again */
                    "retry-after": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal.error` */
            500: {
                headers: {
                    /** @description The id of this call, for questions about it */
                    "x-request-id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service.unavailable` */
            503: {
                headers: {
                    /** @description The id of this call, for questions about it */
                    "x-request-id": string;
                    /** @description After how many seconds to call again */
                    "retry-after": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listRejectionReasons: {
        parameters: {
            query?: {
                /** @description Wins over `Accept-Language`; default nl */
                language?: "nl" | "fr" | "en" | "de";
            };
            header?: {
                /** @description nl, fr, en or de: the language of texts; default: the reader each text is for */
                "Accept-Language"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The catalogue */
            200: {
                headers: {
                    /** @description The id of this call, for questions about it */
                    "x-request-id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            code: string;
                            meaning: string;
                            advice: string;
                            readonly actors: ("subscriber" | "reseller" | "desk" | "carrier")[];
                            /** @enum {string} */
                            class: "correct_data" | "provide_document" | "act_at_operator" | "decide" | "nothing_to_do";
                            /** @description JSON Pointer; `{i}` stands for the position of the number */
                            field: string | null;
                            /**
                             * @description What can never be asked again within the request
                             * @enum {string}
                             */
                            final: "no" | "number" | "request";
                        }[];
                    };
                };
            };
            /** @description `request.malformed` */
            400: {
                headers: {
                    /** @description The id of this call, for questions about it */
                    "x-request-id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `auth.token_missing`, `auth.token_invalid` */
            401: {
                headers: {
                    /** @description The id of this call, for questions about it */
                    "x-request-id": string;
                    "www-authenticate": "Bearer";
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `auth.scope_missing` */
            403: {
                headers: {
                    /** @description The id of this call, for questions about it */
                    "x-request-id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate.exceeded` */
            429: {
                headers: {
                    /** @description The id of this call, for questions about it */
                    "x-request-id": string;
                    /** @description After how many seconds to call again */
                    "retry-after": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal.error` */
            500: {
                headers: {
                    /** @description The id of this call, for questions about it */
                    "x-request-id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service.unavailable` */
            503: {
                headers: {
                    /** @description The id of this call, for questions about it */
                    "x-request-id": string;
                    /** @description After how many seconds to call again */
                    "retry-after": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listStatuses: {
        parameters: {
            query?: {
                /** @description Wins over `Accept-Language`; default nl */
                language?: "nl" | "fr" | "en" | "de";
            };
            header?: {
                /** @description nl, fr, en or de: the language of texts; default: the reader each text is for */
                "Accept-Language"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The catalogue, in the order of a usual life */
            200: {
                headers: {
                    /** @description The id of this call, for questions about it */
                    "x-request-id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** @enum {string} */
                            status: "draft" | "submitted" | "awaiting_answer" | "rejected" | "approved" | "ready_to_start" | "in_progress" | "completed" | "expired" | "cancelled";
                            name: string;
                            meaning: string;
                            usualDuration: string | null;
                            nextStep: string | null;
                        }[];
                    };
                };
            };
            /** @description `request.malformed` */
            400: {
                headers: {
                    /** @description The id of this call, for questions about it */
                    "x-request-id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `auth.token_missing`, `auth.token_invalid` */
            401: {
                headers: {
                    /** @description The id of this call, for questions about it */
                    "x-request-id": string;
                    "www-authenticate": "Bearer";
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `auth.scope_missing` */
            403: {
                headers: {
                    /** @description The id of this call, for questions about it */
                    "x-request-id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate.exceeded` */
            429: {
                headers: {
                    /** @description The id of this call, for questions about it */
                    "x-request-id": string;
                    /** @description After how many seconds to call again */
                    "retry-after": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal.error` */
            500: {
                headers: {
                    /** @description The id of this call, for questions about it */
                    "x-request-id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service.unavailable` */
            503: {
                headers: {
                    /** @description The id of this call, for questions about it */
                    "x-request-id": string;
                    /** @description After how many seconds to call again */
                    "retry-after": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    openStartLink: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                token: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What will happen, and a form; or that the port was started */
            200: {
                headers: {
                    /** @description The id of this call, for questions about it */
                    "x-request-id": string;
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                };
            };
            /** @description Locked after five wrong confirmations */
            403: {
                headers: {
                    /** @description The id of this call, for questions about it */
                    "x-request-id": string;
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                };
            };
            /** @description Unknown or void link */
            404: {
                headers: {
                    /** @description The id of this call, for questions about it */
                    "x-request-id": string;
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                };
            };
            /** @description Outside the start window */
            409: {
                headers: {
                    /** @description The id of this call, for questions about it */
                    "x-request-id": string;
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                };
            };
            /** @description `rate.exceeded` */
            429: {
                headers: {
                    /** @description The id of this call, for questions about it */
                    "x-request-id": string;
                    /** @description After how many seconds to call again */
                    "retry-after": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal.error` */
            500: {
                headers: {
                    /** @description The id of this call, for questions about it */
                    "x-request-id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service.unavailable` */
            503: {
                headers: {
                    /** @description The id of this call, for questions about it */
                    "x-request-id": string;
                    /** @description After how many seconds to call again */
                    "retry-after": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    sendStartForm: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                token: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/x-www-form-urlencoded": {
                    /** @description The last four digits of the main number */
                    confirmation?: string;
                    /** @description `new-link`, from a locked page: mail a new link */
                    action?: string;
                };
            };
        };
        responses: {
            /** @description Started */
            200: {
                headers: {
                    /** @description The id of this call, for questions about it */
                    "x-request-id": string;
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                };
            };
            /** @description Locked after five wrong confirmations */
            403: {
                headers: {
                    /** @description The id of this call, for questions about it */
                    "x-request-id": string;
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                };
            };
            /** @description Unknown or void link */
            404: {
                headers: {
                    /** @description The id of this call, for questions about it */
                    "x-request-id": string;
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                };
            };
            /** @description Outside the start window */
            409: {
                headers: {
                    /** @description The id of this call, for questions about it */
                    "x-request-id": string;
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                };
            };
            /** @description `request.too_large` */
            413: {
                headers: {
                    /** @description The id of this call, for questions about it */
                    "x-request-id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Wrong confirmation */
            422: {
                headers: {
                    /** @description The id of this call, for questions about it */
                    "x-request-id": string;
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                };
            };
            /** @description `rate.exceeded` */
            429: {
                headers: {
                    /** @description The id of this call, for questions about it */
                    "x-request-id": string;
                    /** @description After how many seconds to call again */
                    "retry-after": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal.error` */
            500: {
                headers: {
                    /** @description The id of this call, for questions about it */
                    "x-request-id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service.unavailable` */
            503: {
                headers: {
                    /** @description The id of this call, for questions about it */
                    "x-request-id": string;
                    /** @description After how many seconds to call again */
                    "retry-after": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    probeStartLink: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                token: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As GET */
            200: {
                headers: {
                    /** @description The id of this call, for questions about it */
                    "x-request-id": string;
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                };
            };
            /** @description Locked after five wrong confirmations */
            403: {
                headers: {
                    /** @description The id of this call, for questions about it */
                    "x-request-id": string;
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                };
            };
            /** @description Unknown or void link */
            404: {
                headers: {
                    /** @description The id of this call, for questions about it */
                    "x-request-id": string;
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                };
            };
            /** @description Outside the start window */
            409: {
                headers: {
                    /** @description The id of this call, for questions about it */
                    "x-request-id": string;
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                };
            };
            /** @description `rate.exceeded` */
            429: {
                headers: {
                    /** @description The id of this call, for questions about it */
                    "x-request-id": string;
                    /** @description After how many seconds to call again */
                    "retry-after": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal.error` */
            500: {
                headers: {
                    /** @description The id of this call, for questions about it */
                    "x-request-id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service.unavailable` */
            503: {
                headers: {
                    /** @description The id of this call, for questions about it */
                    "x-request-id": string;
                    /** @description After how many seconds to call again */
                    "retry-after": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listEvents: {
        parameters: {
            query?: {
                /** @description The `nextCursor` of the page before; none: from the beginning */
                after?: string;
                /** @description How many entries a page holds at most */
                limit?: number;
            };
            header?: {
                /** @description nl, fr, en or de: the language of texts; default: the reader each text is for */
                "Accept-Language"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The next events */
            200: {
                headers: {
                    /** @description The id of this call, for questions about it */
                    "x-request-id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Event"][];
                        nextCursor: string;
                    };
                };
            };
            /** @description `request.malformed`, `cursor.invalid` */
            400: {
                headers: {
                    /** @description The id of this call, for questions about it */
                    "x-request-id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `auth.token_missing`, `auth.token_invalid` */
            401: {
                headers: {
                    /** @description The id of this call, for questions about it */
                    "x-request-id": string;
                    "www-authenticate": "Bearer";
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `auth.scope_missing` */
            403: {
                headers: {
                    /** @description The id of this call, for questions about it */
                    "x-request-id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate.exceeded` */
            429: {
                headers: {
                    /** @description The id of this call, for questions about it */
                    "x-request-id": string;
                    /** @description After how many seconds to call again */
                    "retry-after": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal.error` */
            500: {
                headers: {
                    /** @description The id of this call, for questions about it */
                    "x-request-id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service.unavailable` */
            503: {
                headers: {
                    /** @description The id of this call, for questions about it */
                    "x-request-id": string;
                    /** @description After how many seconds to call again */
                    "retry-after": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listWebhookEndpoints: {
        parameters: {
            query?: {
                /** @description How many entries a page holds at most */
                limit?: number;
                /** @description The `nextCursor` of the page before, with the same filter; none: from the beginning */
                cursor?: string;
            };
            header?: {
                /** @description nl, fr, en or de: the language of texts; default: the reader each text is for */
                "Accept-Language"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of endpoints; pass `nextCursor` on to go on */
            200: {
                headers: {
                    /** @description The id of this call, for questions about it */
                    "x-request-id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["WebhookEndpoint"][];
                        /** @description Null on the last page */
                        nextCursor: string | null;
                    };
                };
            };
            /** @description `request.malformed`, `cursor.invalid` */
            400: {
                headers: {
                    /** @description The id of this call, for questions about it */
                    "x-request-id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `auth.token_missing`, `auth.token_invalid` */
            401: {
                headers: {
                    /** @description The id of this call, for questions about it */
                    "x-request-id": string;
                    "www-authenticate": "Bearer";
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `auth.scope_missing` */
            403: {
                headers: {
                    /** @description The id of this call, for questions about it */
                    "x-request-id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate.exceeded` */
            429: {
                headers: {
                    /** @description The id of this call, for questions about it */
                    "x-request-id": string;
                    /** @description After how many seconds to call again */
                    "retry-after": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal.error` */
            500: {
                headers: {
                    /** @description The id of this call, for questions about it */
                    "x-request-id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service.unavailable` */
            503: {
                headers: {
                    /** @description The id of this call, for questions about it */
                    "x-request-id": string;
                    /** @description After how many seconds to call again */
                    "retry-after": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createWebhookEndpoint: {
        parameters: {
            query?: never;
            header?: {
                /** @description nl, fr, en or de: the language of texts; default: the reader each text is for */
                "Accept-Language"?: string;
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: uri
                     * @description Has to begin with `https://` and lead to a public address
                     * @example https://portal.example/hooks/porting
                     */
                    url: string;
                    types: ("*" | "port_request.*" | "incident.*" | "port_request.created" | "port_request.corrected" | "port_request.submitted" | "port_request.sent_to_operator" | "port_request.acknowledged" | "port_request.answer_delayed" | "port_request.answer_overdue" | "port_request.approved" | "port_request.rejected" | "port_request.window_opened" | "port_request.reminded" | "port_request.started" | "port_request.partly_completed" | "port_request.completed" | "port_request.interruption_warned" | "port_request.interruption_overrun" | "port_request.failed" | "port_request.expired" | "port_request.replanned" | "port_request.cancelled" | "port_request.noted" | "port_request.operator_event_refused" | "port_request.compensation_due" | "port_request.mail_bounced" | "port_request.date_planned" | "port_request.start_link_renewed" | "port_request.return_requested" | "port_request.return_completed" | "port_request.return_refused" | "incident.opened" | "incident.examples_added" | "incident.escalated" | "incident.updated" | "incident.resolved")[];
                    /** Format: email */
                    contactEmail: string;
                    /**
                     * @description Of the mail to `contactEmail`
                     * @default en
                     * @enum {string}
                     */
                    language?: "nl" | "fr" | "en" | "de";
                };
            };
        };
        responses: {
            /** @description The endpoint; events are sent to it from now on */
            201: {
                headers: {
                    /** @description The id of this call, for questions about it */
                    "x-request-id": string;
                    /** @description Where this answer was given before */
                    "idempotency-replayed"?: "true";
                    /** @description Where it can be read */
                    Location: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookEndpointWithSecret"];
                };
            };
            /** @description `request.malformed`, `idempotency.key_malformed` */
            400: {
                headers: {
                    /** @description The id of this call, for questions about it */
                    "x-request-id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `auth.token_missing`, `auth.token_invalid` */
            401: {
                headers: {
                    /** @description The id of this call, for questions about it */
                    "x-request-id": string;
                    "www-authenticate": "Bearer";
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `auth.scope_missing` */
            403: {
                headers: {
                    /** @description The id of this call, for questions about it */
                    "x-request-id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `request.too_large` */
            413: {
                headers: {
                    /** @description The id of this call, for questions about it */
                    "x-request-id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `request.unsupported_media_type` */
            415: {
                headers: {
                    /** @description The id of this call, for questions about it */
                    "x-request-id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency.key_reused`, `request.refused` */
            422: {
                headers: {
                    /** @description The id of this call, for questions about it */
                    "x-request-id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate.exceeded` */
            429: {
                headers: {
                    /** @description The id of this call, for questions about it */
                    "x-request-id": string;
                    /** @description After how many seconds to call again */
                    "retry-after": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal.error` */
            500: {
                headers: {
                    /** @description The id of this call, for questions about it */
                    "x-request-id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service.unavailable` */
            503: {
                headers: {
                    /** @description The id of this call, for questions about it */
                    "x-request-id": string;
                    /** @description After how many seconds to call again */
                    "retry-after": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getWebhookEndpoint: {
        parameters: {
            query?: never;
            header?: {
                /** @description nl, fr, en or de: the language of texts; default: the reader each text is for */
                "Accept-Language"?: string;
            };
            path: {
                /** @description The endpoint. */
                endpointId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The endpoint, without its secret */
            200: {
                headers: {
                    /** @description The id of this call, for questions about it */
                    "x-request-id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookEndpoint"];
                };
            };
            /** @description `auth.token_missing`, `auth.token_invalid` */
            401: {
                headers: {
                    /** @description The id of this call, for questions about it */
                    "x-request-id": string;
                    "www-authenticate": "Bearer";
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `auth.scope_missing` */
            403: {
                headers: {
                    /** @description The id of this call, for questions about it */
                    "x-request-id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `webhook_endpoint.not_found` */
            404: {
                headers: {
                    /** @description The id of this call, for questions about it */
                    "x-request-id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate.exceeded` */
            429: {
                headers: {
                    /** @description The id of this call, for questions about it */
                    "x-request-id": string;
                    /** @description After how many seconds to call again */
                    "retry-after": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal.error` */
            500: {
                headers: {
                    /** @description The id of this call, for questions about it */
                    "x-request-id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service.unavailable` */
            503: {
                headers: {
                    /** @description The id of this call, for questions about it */
                    "x-request-id": string;
                    /** @description After how many seconds to call again */
                    "retry-after": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deleteWebhookEndpoint: {
        parameters: {
            query?: never;
            header?: {
                /** @description nl, fr, en or de: the language of texts; default: the reader each text is for */
                "Accept-Language"?: string;
            };
            path: {
                /** @description The endpoint. */
                endpointId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is gone */
            204: {
                headers: {
                    /** @description The id of this call, for questions about it */
                    "x-request-id": string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `auth.token_missing`, `auth.token_invalid` */
            401: {
                headers: {
                    /** @description The id of this call, for questions about it */
                    "x-request-id": string;
                    "www-authenticate": "Bearer";
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `auth.scope_missing` */
            403: {
                headers: {
                    /** @description The id of this call, for questions about it */
                    "x-request-id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `webhook_endpoint.not_found` */
            404: {
                headers: {
                    /** @description The id of this call, for questions about it */
                    "x-request-id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate.exceeded` */
            429: {
                headers: {
                    /** @description The id of this call, for questions about it */
                    "x-request-id": string;
                    /** @description After how many seconds to call again */
                    "retry-after": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal.error` */
            500: {
                headers: {
                    /** @description The id of this call, for questions about it */
                    "x-request-id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service.unavailable` */
            503: {
                headers: {
                    /** @description The id of this call, for questions about it */
                    "x-request-id": string;
                    /** @description After how many seconds to call again */
                    "retry-after": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    rotateWebhookSecret: {
        parameters: {
            query?: never;
            header?: {
                /** @description nl, fr, en or de: the language of texts; default: the reader each text is for */
                "Accept-Language"?: string;
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The endpoint. */
                endpointId: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": Record<string, never>;
            };
        };
        responses: {
            /** @description The endpoint with its new secret */
            200: {
                headers: {
                    /** @description The id of this call, for questions about it */
                    "x-request-id": string;
                    /** @description Where this answer was given before */
                    "idempotency-replayed"?: "true";
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookEndpointWithSecret"];
                };
            };
            /** @description `request.malformed`, `idempotency.key_malformed` */
            400: {
                headers: {
                    /** @description The id of this call, for questions about it */
                    "x-request-id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `auth.token_missing`, `auth.token_invalid` */
            401: {
                headers: {
                    /** @description The id of this call, for questions about it */
                    "x-request-id": string;
                    "www-authenticate": "Bearer";
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `auth.scope_missing` */
            403: {
                headers: {
                    /** @description The id of this call, for questions about it */
                    "x-request-id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `webhook_endpoint.not_found` */
            404: {
                headers: {
                    /** @description The id of this call, for questions about it */
                    "x-request-id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `request.too_large` */
            413: {
                headers: {
                    /** @description The id of this call, for questions about it */
                    "x-request-id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `request.unsupported_media_type` */
            415: {
                headers: {
                    /** @description The id of this call, for questions about it */
                    "x-request-id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency.key_reused` */
            422: {
                headers: {
                    /** @description The id of this call, for questions about it */
                    "x-request-id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate.exceeded` */
            429: {
                headers: {
                    /** @description The id of this call, for questions about it */
                    "x-request-id": string;
                    /** @description After how many seconds to call again */
                    "retry-after": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal.error` */
            500: {
                headers: {
                    /** @description The id of this call, for questions about it */
                    "x-request-id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service.unavailable` */
            503: {
                headers: {
                    /** @description The id of this call, for questions about it */
                    "x-request-id": string;
                    /** @description After how many seconds to call again */
                    "retry-after": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    enableWebhookEndpoint: {
        parameters: {
            query?: never;
            header?: {
                /** @description nl, fr, en or de: the language of texts; default: the reader each text is for */
                "Accept-Language"?: string;
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The endpoint. */
                endpointId: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": Record<string, never>;
            };
        };
        responses: {
            /** @description The endpoint */
            200: {
                headers: {
                    /** @description The id of this call, for questions about it */
                    "x-request-id": string;
                    /** @description Where this answer was given before */
                    "idempotency-replayed"?: "true";
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookEndpoint"];
                };
            };
            /** @description `request.malformed`, `idempotency.key_malformed` */
            400: {
                headers: {
                    /** @description The id of this call, for questions about it */
                    "x-request-id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `auth.token_missing`, `auth.token_invalid` */
            401: {
                headers: {
                    /** @description The id of this call, for questions about it */
                    "x-request-id": string;
                    "www-authenticate": "Bearer";
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `auth.scope_missing` */
            403: {
                headers: {
                    /** @description The id of this call, for questions about it */
                    "x-request-id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `webhook_endpoint.not_found` */
            404: {
                headers: {
                    /** @description The id of this call, for questions about it */
                    "x-request-id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `request.too_large` */
            413: {
                headers: {
                    /** @description The id of this call, for questions about it */
                    "x-request-id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `request.unsupported_media_type` */
            415: {
                headers: {
                    /** @description The id of this call, for questions about it */
                    "x-request-id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency.key_reused` */
            422: {
                headers: {
                    /** @description The id of this call, for questions about it */
                    "x-request-id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate.exceeded` */
            429: {
                headers: {
                    /** @description The id of this call, for questions about it */
                    "x-request-id": string;
                    /** @description After how many seconds to call again */
                    "retry-after": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal.error` */
            500: {
                headers: {
                    /** @description The id of this call, for questions about it */
                    "x-request-id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service.unavailable` */
            503: {
                headers: {
                    /** @description The id of this call, for questions about it */
                    "x-request-id": string;
                    /** @description After how many seconds to call again */
                    "retry-after": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listWebhookDeliveries: {
        parameters: {
            query?: {
                /** @description How many entries a page holds at most */
                limit?: number;
                /** @description The `nextCursor` of the page before, with the same filter; none: from the beginning */
                cursor?: string;
            };
            header?: {
                /** @description nl, fr, en or de: the language of texts; default: the reader each text is for */
                "Accept-Language"?: string;
            };
            path: {
                /** @description The endpoint. */
                endpointId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of deliveries; pass `nextCursor` on to go on */
            200: {
                headers: {
                    /** @description The id of this call, for questions about it */
                    "x-request-id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["WebhookDelivery"][];
                        /** @description Null on the last page */
                        nextCursor: string | null;
                    };
                };
            };
            /** @description `request.malformed`, `cursor.invalid` */
            400: {
                headers: {
                    /** @description The id of this call, for questions about it */
                    "x-request-id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `auth.token_missing`, `auth.token_invalid` */
            401: {
                headers: {
                    /** @description The id of this call, for questions about it */
                    "x-request-id": string;
                    "www-authenticate": "Bearer";
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `auth.scope_missing` */
            403: {
                headers: {
                    /** @description The id of this call, for questions about it */
                    "x-request-id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `webhook_endpoint.not_found` */
            404: {
                headers: {
                    /** @description The id of this call, for questions about it */
                    "x-request-id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate.exceeded` */
            429: {
                headers: {
                    /** @description The id of this call, for questions about it */
                    "x-request-id": string;
                    /** @description After how many seconds to call again */
                    "retry-after": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal.error` */
            500: {
                headers: {
                    /** @description The id of this call, for questions about it */
                    "x-request-id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service.unavailable` */
            503: {
                headers: {
                    /** @description The id of this call, for questions about it */
                    "x-request-id": string;
                    /** @description After how many seconds to call again */
                    "retry-after": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    replayWebhookDelivery: {
        parameters: {
            query?: never;
            header?: {
                /** @description nl, fr, en or de: the language of texts; default: the reader each text is for */
                "Accept-Language"?: string;
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The endpoint. */
                endpointId: string;
                /** @description The delivery. */
                deliveryId: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": Record<string, never>;
            };
        };
        responses: {
            /** @description It is on its way */
            202: {
                headers: {
                    /** @description The id of this call, for questions about it */
                    "x-request-id": string;
                    /** @description Where this answer was given before */
                    "idempotency-replayed"?: "true";
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookDelivery"];
                };
            };
            /** @description `request.malformed`, `idempotency.key_malformed` */
            400: {
                headers: {
                    /** @description The id of this call, for questions about it */
                    "x-request-id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `auth.token_missing`, `auth.token_invalid` */
            401: {
                headers: {
                    /** @description The id of this call, for questions about it */
                    "x-request-id": string;
                    "www-authenticate": "Bearer";
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `auth.scope_missing` */
            403: {
                headers: {
                    /** @description The id of this call, for questions about it */
                    "x-request-id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `webhook_endpoint.not_found`, `webhook_delivery.not_found` */
            404: {
                headers: {
                    /** @description The id of this call, for questions about it */
                    "x-request-id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `webhook_endpoint.disabled` */
            409: {
                headers: {
                    /** @description The id of this call, for questions about it */
                    "x-request-id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `request.too_large` */
            413: {
                headers: {
                    /** @description The id of this call, for questions about it */
                    "x-request-id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `request.unsupported_media_type` */
            415: {
                headers: {
                    /** @description The id of this call, for questions about it */
                    "x-request-id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency.key_reused` */
            422: {
                headers: {
                    /** @description The id of this call, for questions about it */
                    "x-request-id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate.exceeded` */
            429: {
                headers: {
                    /** @description The id of this call, for questions about it */
                    "x-request-id": string;
                    /** @description After how many seconds to call again */
                    "retry-after": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal.error` */
            500: {
                headers: {
                    /** @description The id of this call, for questions about it */
                    "x-request-id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service.unavailable` */
            503: {
                headers: {
                    /** @description The id of this call, for questions about it */
                    "x-request-id": string;
                    /** @description After how many seconds to call again */
                    "retry-after": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getHealth: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It answers */
            200: {
                headers: {
                    /** @description The id of this call, for questions about it */
                    "x-request-id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        status: "ok";
                        rulesVersion: string;
                    };
                };
            };
            /** @description `rate.exceeded` */
            429: {
                headers: {
                    /** @description The id of this call, for questions about it */
                    "x-request-id": string;
                    /** @description After how many seconds to call again */
                    "retry-after": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal.error` */
            500: {
                headers: {
                    /** @description The id of this call, for questions about it */
                    "x-request-id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service.unavailable` */
            503: {
                headers: {
                    /** @description The id of this call, for questions about it */
                    "x-request-id": string;
                    /** @description After how many seconds to call again */
                    "retry-after": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getOpenApi: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OpenAPI 3.1 */
            200: {
                headers: {
                    /** @description The id of this call, for questions about it */
                    "x-request-id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        openapi: string;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description `rate.exceeded` */
            429: {
                headers: {
                    /** @description The id of this call, for questions about it */
                    "x-request-id": string;
                    /** @description After how many seconds to call again */
                    "retry-after": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal.error` */
            500: {
                headers: {
                    /** @description The id of this call, for questions about it */
                    "x-request-id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service.unavailable` */
            503: {
                headers: {
                    /** @description The id of this call, for questions about it */
                    "x-request-id": string;
                    /** @description After how many seconds to call again */
                    "retry-after": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    receiveEvent: {
        parameters: {
            query?: never;
            header: {
                /** @description The event's `id`, the same however often it is sent */
                "webhook-id": string;
                /** @description When it was sent, in seconds since 1970 */
                "webhook-timestamp": string;
                /** @description `v1,` and base64; two, separated by a space, while the secret is changed */
                "webhook-signature": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WebhookEvent"];
            };
        };
        responses: {
            /** @description Taken; anything else, or nothing for 10 seconds, is tried again */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
}

/** The codes that a problem document may have. */
export type ProblemCode =
    | "request.malformed"
    | "request.refused"
    | "request.too_large"
    | "request.unsupported_media_type"
    | "auth.token_missing"
    | "auth.token_invalid"
    | "auth.scope_missing"
    | "port_request.not_found"
    | "incident.not_found"
    | "operator.not_found"
    | "desk_task.not_found"
    | "webhook_endpoint.not_found"
    | "webhook_delivery.not_found"
    | "route.not_found"
    | "method.not_allowed"
    | "document.not_found"
    | "document.not_clean"
    | "port_request.move_not_allowed"
    | "window.closed"
    | "numbers.already_porting"
    | "operator_event.not_expected"
    | "webhook_endpoint.disabled"
    | "idempotency.key_missing"
    | "idempotency.key_malformed"
    | "idempotency.key_reused"
    | "idempotency.in_progress"
    | "precondition.missing"
    | "precondition.stale"
    | "cursor.invalid"
    | "rate.exceeded"
    | "webhook.signature_invalid"
    | "webhook.timestamp_outside_tolerance"
    | "clock.cannot_go_back"
    | "internal.error"
    | "service.unavailable";
/** The codes that an entry of `errors`, `warnings` or `submissionBlockers` may have. */
export type EntryCode =
    | "request.malformed"
    | "request.refused"
    | "request.too_large"
    | "request.unsupported_media_type"
    | "auth.token_missing"
    | "auth.token_invalid"
    | "auth.scope_missing"
    | "port_request.not_found"
    | "incident.not_found"
    | "operator.not_found"
    | "desk_task.not_found"
    | "webhook_endpoint.not_found"
    | "webhook_delivery.not_found"
    | "route.not_found"
    | "method.not_allowed"
    | "document.not_found"
    | "document.not_clean"
    | "port_request.move_not_allowed"
    | "window.closed"
    | "numbers.already_porting"
    | "operator_event.not_expected"
    | "webhook_endpoint.disabled"
    | "idempotency.key_missing"
    | "idempotency.key_malformed"
    | "idempotency.key_reused"
    | "idempotency.in_progress"
    | "precondition.missing"
    | "precondition.stale"
    | "cursor.invalid"
    | "rate.exceeded"
    | "webhook.signature_invalid"
    | "webhook.timestamp_outside_tolerance"
    | "clock.cannot_go_back"
    | "internal.error"
    | "service.unavailable"
    | "field.required"
    | "field.unknown"
    | "field.wrong_type"
    | "number.unreadable"
    | "number.foreign"
    | "number.mobile"
    | "number.freephone"
    | "number.premium"
    | "number.shared_cost"
    | "number.short_code"
    | "number.unknown_zone"
    | "number.wrong_length"
    | "number.protected_line"
    | "number.final_rejection"
    | "number.not_in_request"
    | "number.not_in_known_blocks"
    | "range.size_not_supported"
    | "range.not_aligned"
    | "range.split"
    | "range.maybe_incomplete"
    | "numbers.overlap"
    | "series.unanswered"
    | "numbers.too_many"
    | "numbers.left_behind"
    | "numbers.list_not_checked"
    | "main_number.not_in_request"
    | "linked_service.will_stop"
    | "date.too_early"
    | "date.not_a_working_day"
    | "date.too_far"
    | "acknowledgement.missing"
    | "authorisation.missing"
    | "authorisation.number_missing"
    | "authorisation.too_old"
    | "authorisation.signed_in_future"
    | "enterprise_number.invalid"
    | "incident.not_in_request"
    | "incident.examples_prove_routing"
    | "incidents.too_many"
    | "examples.too_many"
    | "notes.too_many"
    | "webhook_endpoint.not_https"
    | "webhook_endpoint.with_credentials"
    | "webhook_endpoint.address_not_public"
    | "webhook_endpoints.too_many"
    | "time.implausible"
    | "enterprise_number.checksum";
/** The types that an event of a webhook may have. */
export type WebhookEventType =
    | "port_request.created"
    | "port_request.corrected"
    | "port_request.submitted"
    | "port_request.sent_to_operator"
    | "port_request.acknowledged"
    | "port_request.answer_delayed"
    | "port_request.answer_overdue"
    | "port_request.approved"
    | "port_request.rejected"
    | "port_request.window_opened"
    | "port_request.reminded"
    | "port_request.started"
    | "port_request.partly_completed"
    | "port_request.completed"
    | "port_request.interruption_warned"
    | "port_request.interruption_overrun"
    | "port_request.failed"
    | "port_request.expired"
    | "port_request.replanned"
    | "port_request.cancelled"
    | "port_request.noted"
    | "port_request.operator_event_refused"
    | "port_request.compensation_due"
    | "port_request.mail_bounced"
    | "port_request.date_planned"
    | "port_request.start_link_renewed"
    | "port_request.return_requested"
    | "port_request.return_completed"
    | "port_request.return_refused"
    | "incident.opened"
    | "incident.examples_added"
    | "incident.escalated"
    | "incident.updated"
    | "incident.resolved";
