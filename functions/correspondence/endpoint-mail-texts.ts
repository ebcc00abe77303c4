import type { Language } from '../language.ts';

/** What the mail about an endpoint for webhooks that was given up says. */
export type EndpointMailText = {
  readonly heading: string;
  /** @param since the moment, as the reader writes it. */
  readonly what: (since: string) => string;
  readonly catchUp: string;
  readonly enable: string;
  readonly labels: { readonly address: string; readonly endpoint: string };
};

/** In every language a tenant can ask for. */
export const endpointMailTexts: Readonly<Record<Language, EndpointMailText>> = {
  nl: {
    heading: 'Uw webhook is uitgeschakeld',
    what: (since) =>
      `Sinds ${since} kwam geen enkele melding over uw portaanvragen aan op het adres hieronder. Na 72 uur zonder bevestiging (een antwoord 2xx) sturen we er niets meer naartoe.`,
    catchUp:
      'Er gaat niets verloren: alles wat sindsdien gebeurde, staat in de feed van gebeurtenissen (GET /v1/events). De portaanvragen zelf lopen gewoon door.',
    enable:
      'Is het adres weer bereikbaar? Schakel het dan opnieuw in met POST /v1/webhook-endpoints/{endpointId}/enablement, met het kenmerk hierboven.',
    labels: { address: 'Adres', endpoint: 'Kenmerk' },
  },
  fr: {
    heading: 'Votre webhook est désactivé',
    what: (since) =>
      `Depuis ${since}, aucune notification sur vos demandes de portage n'est arrivée à l'adresse ci-dessous. Après 72 heures sans confirmation (une réponse 2xx), nous n'y envoyons plus rien.`,
    catchUp:
      "Rien n'est perdu : tout ce qui s'est passé depuis se trouve dans le flux d'événements (GET /v1/events). Les demandes de portage elles-mêmes suivent leur cours.",
    enable:
      "L'adresse est de nouveau joignable ? Réactivez-la avec POST /v1/webhook-endpoints/{endpointId}/enablement, avec l'identifiant ci-dessus.",
    labels: { address: 'Adresse', endpoint: 'Identifiant' },
  },
  en: {
    heading: 'Your webhook endpoint is disabled',
    what: (since) =>
      `Since ${since}, nothing about your port requests has arrived at the address below. After 72 hours without a confirmation (an answer of 2xx) we send nothing more to it.`,
    catchUp:
      'Nothing is lost: everything that has happened since stands in the feed of events (GET /v1/events). The port requests themselves go on as before.',
    enable:
      'Can the address be reached again? Then enable it with POST /v1/webhook-endpoints/{endpointId}/enablement, with the id above.',
    labels: { address: 'Address', endpoint: 'Id' },
  },
  de: {
    heading: 'Ihr Webhook ist abgeschaltet',
    what: (since) =>
      `Seit ${since} ist keine Nachricht über Ihre Portierungsanträge unter der Adresse unten angekommen. Nach 72 Stunden ohne Bestätigung (eine Antwort 2xx) senden wir nichts mehr dorthin.`,
    catchUp:
      'Es geht nichts verloren: Alles, was seitdem geschehen ist, steht im Ereignis-Feed (GET /v1/events). Die Portierungen selbst laufen weiter.',
    enable:
      'Ist die Adresse wieder erreichbar? Dann schalten Sie sie mit POST /v1/webhook-endpoints/{endpointId}/enablement und der Kennung oben wieder ein.',
    labels: { address: 'Adresse', endpoint: 'Kennung' },
  },
};
