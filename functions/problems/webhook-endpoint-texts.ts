import { entryText } from './entry-text.ts';

/** The words for what stands against an endpoint for webhooks. Fact: {maximum}. */
export const webhookEndpointTexts = {
  'webhook_endpoint.not_https': {
    detail: entryText({
      nl: 'Webhooks gaan alleen naar adressen die met `https://` beginnen.',
      fr: 'Les webhooks ne sont envoyés qu’à des adresses en `https://`.',
      en: 'Webhooks are only sent to addresses that begin with `https://`.',
      de: 'Webhooks gehen nur an Adressen, die mit `https://` beginnen.',
    }),
    advice: null,
  },
  'webhook_endpoint.with_credentials': {
    detail: entryText({
      nl: 'In dit adres staat een gebruikersnaam of wachtwoord.',
      fr: 'Cette adresse contient un nom d’utilisateur ou un mot de passe.',
      en: 'This address holds a user name or a password.',
      de: 'Diese Adresse enthält einen Benutzernamen oder ein Passwort.',
    }),
    advice: entryText({
      nl: 'Laat ze weg en controleer de handtekening: elke webhook is ondertekend.',
      fr: 'Retirez-les et vérifiez la signature : chaque webhook est signé.',
      en: 'Leave them out and check the signature: every webhook is signed.',
      de: 'Lassen Sie sie weg und prüfen Sie die Signatur: Jeder Webhook ist signiert.',
    }),
  },
  'webhook_endpoint.address_not_public': {
    detail: entryText({
      nl: 'Dit adres leidt naar een eigen of intern netwerk.',
      fr: 'Cette adresse mène à un réseau privé ou interne.',
      en: 'This address leads into a private or internal network.',
      de: 'Diese Adresse führt in ein privates oder internes Netz.',
    }),
    advice: entryText({
      nl: 'Geef een adres dat vanaf het internet bereikbaar is.',
      fr: 'Indiquez une adresse accessible depuis Internet.',
      en: 'Give an address that can be reached from the internet.',
      de: 'Geben Sie eine Adresse an, die aus dem Internet erreichbar ist.',
    }),
  },
  'webhook_endpoints.too_many': {
    detail: entryText({
      nl: 'Meer adressen voor webhooks zijn niet mogelijk[: er zijn er hoogstens {maximum}].',
      fr: 'Il n’est pas possible d’ajouter d’autres adresses de webhook[ : {maximum} au maximum].',
      en: 'No more webhook endpoints are possible[: {maximum} at most].',
      de: 'Weitere Adressen für Webhooks sind nicht möglich[: höchstens {maximum}].',
    }),
    advice: entryText({
      nl: 'Verwijder er eerst een.',
      fr: 'Supprimez-en une d’abord.',
      en: 'Delete one first.',
      de: 'Löschen Sie zuerst eine.',
    }),
  },
} as const;
