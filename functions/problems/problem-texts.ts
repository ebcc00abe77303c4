import { acknowledgementMissingTexts } from './acknowledgement-missing-texts.ts';
import { type EntryText, entryText, entryTextBy } from './entry-text.ts';
import { incidentLimitTexts } from './incident-limit-texts.ts';
import { numberProblemTexts } from './number-problem-texts.ts';
import type { EntryCode } from './problem-catalogue.ts';
import { webhookEndpointTexts } from './webhook-endpoint-texts.ts';

export type { EntryParameters } from './entry-text.ts';
export type { EntryCode } from './problem-catalogue.ts';

/** What is wrong, and what the reader can do about it; null where the detail says it all. */
export type EntryTexts = { readonly detail: EntryText; readonly advice: EntryText | null };

/**
 * The words for every code that may stand in `errors[]` or `warnings[]`, in every language.
 * Facts by code, all optional: `field.wrong_type` {expected}; `date.*` {earliestDate, latestDate,
 * nextWorkingDay}; `acknowledgement.missing` {name}; `authorisation.too_old` {oldest}, the earliest day of
 * signature that is accepted; those about numbers are listed with their texts.
 */
export const entryTexts: Readonly<Record<EntryCode, EntryTexts>> = {
  ...numberProblemTexts,
  ...incidentLimitTexts,
  ...webhookEndpointTexts,
  'acknowledgement.missing': acknowledgementMissingTexts,
  'field.required': {
    detail: entryText({
      nl: 'Dit gegeven is nodig en ontbreekt.',
      fr: 'Cette donnée est nécessaire et manque.',
      en: 'This field is needed and is missing.',
      de: 'Diese Angabe ist erforderlich und fehlt.',
    }),
    advice: null,
  },
  'field.unknown': {
    detail: entryText({
      nl: 'Dit veld bestaat hier niet.',
      fr: "Ce champ n'existe pas ici.",
      en: 'There is no such field here.',
      de: 'Dieses Feld gibt es hier nicht.',
    }),
    advice: entryText({
      nl: 'Controleer de spelling van het veld of laat het weg.',
      fr: "Vérifiez l'orthographe du champ ou supprimez-le.",
      en: 'Check the spelling of the field or leave it out.',
      de: 'Prüfen Sie die Schreibweise des Feldes oder lassen Sie es weg.',
    }),
  },
  'field.wrong_type': {
    detail: entryText({
      nl: 'Deze waarde heeft niet het verwachte type of formaat.',
      fr: "Cette valeur n'a pas le type ou le format attendu.",
      en: 'This value does not have the expected type or format.',
      de: 'Dieser Wert hat nicht den erwarteten Typ oder das erwartete Format.',
    }),
    advice: entryText({
      nl: 'Geef een waarde zoals de API-beschrijving ze vraagt[: {expected}].',
      fr: "Indiquez une valeur conforme à la description de l'API[ : {expected}].",
      en: 'Give a value as the API description asks for it[: {expected}].',
      de: 'Geben Sie einen Wert an, wie ihn die API-Beschreibung verlangt[: {expected}].',
    }),
  },
  'authorisation.number_missing': {
    detail: entryText({
      nl: 'Dit nummer staat niet op de ondertekende volmacht: het is er later bijgekomen.',
      fr: 'Ce numéro ne figure pas sur le mandat signé : il a été ajouté après.',
      en: 'This number is not on the signed mandate: it was added afterwards.',
      de: 'Diese Nummer steht nicht auf der unterzeichneten Vollmacht: Sie ist später hinzugekommen.',
    }),
    advice: entryText({
      nl: 'Maak de volmacht opnieuw, laat ze ondertekenen en upload ze: een onvolledige volmacht wordt geweigerd.',
      fr: 'Générez à nouveau le mandat, faites-le signer et téléversez-le : un mandat incomplet est refusé.',
      en: 'Make the mandate again, have it signed and upload it: an incomplete mandate is refused.',
      de: 'Erstellen Sie die Vollmacht neu, lassen Sie sie unterzeichnen und laden Sie sie hoch: Eine unvollständige Vollmacht wird abgelehnt.',
    }),
  },
  'series.unanswered': {
    detail: entryText({
      nl: 'Niet elk nummer van de portaanvraag krijgt hier een antwoord.',
      fr: 'Certains numéros de la demande de portage ne reçoivent pas de réponse ici.',
      en: 'Not every number of the port request is answered here.',
      de: 'Nicht jede Nummer des Portierungsantrags wird hier beantwortet.',
    }),
    advice: entryText({
      nl: 'Antwoord op alle nummers en reeksen tegelijk: een poging krijgt één antwoord.',
      fr: 'Répondez à tous les numéros et à toutes les plages en une fois : une tentative reçoit une seule réponse.',
      en: 'Answer all numbers and ranges at once: an attempt has one answer.',
      de: 'Beantworten Sie alle Nummern und Blöcke auf einmal: Ein Versuch erhält eine einzige Antwort.',
    }),
  },
  'incident.not_in_request': {
    detail: entryText({
      nl: 'Deze portaanvraag heeft geen incident met dit kenmerk.',
      fr: "Cette demande de portage n'a pas d'incident portant cet identifiant.",
      en: 'This port request has no incident of this id.',
      de: 'Zu diesem Portierungsantrag gibt es keinen Vorfall mit dieser Kennung.',
    }),
    advice: entryText({
      nl: 'Gebruik de `incidentId` van de melding die u hebt ontvangen.',
      fr: "Utilisez l'`incidentId` du signalement que vous avez reçu.",
      en: 'Use the `incidentId` of the report that you were sent.',
      de: 'Verwenden Sie die `incidentId` der Meldung, die Sie erhalten haben.',
    }),
  },
  'linked_service.will_stop': {
    detail: entryText({
      nl: 'Aan dit nummer is een dienst gekoppeld, zoals internet of tv. Die stopt wanneer het nummer wordt overgedragen; Fonzer is niet aansprakelijk voor diensten die door een overdracht verloren gaan.',
      fr: "Un service, comme Internet ou la télévision, est lié à ce numéro. Il s'arrêtera lors du portage ; Fonzer n'est pas responsable des services perdus à cause d'un portage.",
      en: 'A service such as Internet or TV is linked to this number. It stops when the number is ported; Fonzer is not liable for services lost by a port.',
      de: 'Mit dieser Nummer ist ein Dienst wie Internet oder TV verknüpft. Er endet mit der Portierung; Fonzer haftet nicht für Dienste, die durch eine Portierung verloren gehen.',
    }),
    advice: entryText({
      nl: 'Regel de dienst vooraf met de klant en zijn huidige operator, en vraag alleen de overdracht van telefoonnummers: losgekoppeld van het nummer kan de dienst daar blijven.',
      fr: "Réglez d'abord ce service avec le client et son opérateur actuel, et ne demandez le portage que de numéros de téléphone : dissocié du numéro, le service peut y être conservé.",
      en: 'Settle the service beforehand with the customer and the current operator, and ask for telephone numbers only: detached from the number, the service can stay there.',
      de: 'Klären Sie den Dienst vorab mit dem Kunden und seinem jetzigen Anbieter, und beantragen Sie nur die Portierung von Telefonnummern: Von der Nummer getrennt kann der Dienst dort bleiben.',
    }),
  },
  'date.too_early': {
    detail: entryText({
      nl: 'Deze datum is te vroeg: de huidige operator moet de tijd krijgen om te antwoorden.',
      fr: "Cette date est trop proche : l'opérateur actuel doit avoir le temps de répondre.",
      en: 'This date is too early: the current operator must have the time to answer.',
      de: 'Dieses Datum ist zu früh: Der jetzige Anbieter muss Zeit zum Antworten haben.',
    }),
    advice: entryText({
      nl: 'Kies een latere werkdag[, ten vroegste {earliestDate}].',
      fr: 'Choisissez un jour ouvrable plus tardif[, au plus tôt le {earliestDate}].',
      en: 'Choose a later working day[, {earliestDate} at the earliest].',
      de: 'Wählen Sie einen späteren Werktag[, frühestens {earliestDate}].',
    }),
  },
  'date.not_a_working_day': {
    detail: entryText({
      nl: 'Deze dag is geen werkdag.',
      fr: "Ce jour n'est pas un jour ouvrable.",
      en: 'This day is not a working day.',
      de: 'Dieser Tag ist kein Werktag.',
    }),
    advice: entryText({
      nl: 'Kies een werkdag[, ten vroegste {earliestDate}].[ De eerstvolgende mogelijke dag is {nextWorkingDay}.]',
      fr: 'Choisissez un jour ouvrable[, au plus tôt le {earliestDate}].[ Le prochain jour possible est le {nextWorkingDay}.]',
      en: 'Choose a working day[, {earliestDate} at the earliest].[ The next possible day is {nextWorkingDay}.]',
      de: 'Wählen Sie einen Werktag[, frühestens {earliestDate}].[ Der nächste mögliche Tag ist {nextWorkingDay}.]',
    }),
  },
  'date.too_far': {
    detail: entryText({
      nl: 'Deze datum ligt te ver in de toekomst.',
      fr: 'Cette date est trop lointaine.',
      en: 'This date is too far ahead.',
      de: 'Dieses Datum liegt zu weit in der Zukunft.',
    }),
    advice: entryText({
      nl: 'Kies een vroegere werkdag[, uiterlijk {latestDate}].',
      fr: 'Choisissez un jour ouvrable plus proche[, au plus tard le {latestDate}].',
      en: 'Choose a working day that is nearer[, {latestDate} at the latest].',
      de: 'Wählen Sie einen früheren Werktag[, spätestens {latestDate}].',
    }),
  },
  'authorisation.missing': {
    detail: entryText({
      nl: 'De getekende volmacht van de contracthouder ontbreekt.',
      fr: 'Le mandat signé du titulaire du contrat manque.',
      en: "The contract holder's signed mandate is missing.",
      de: 'Die unterschriebene Vollmacht des Vertragsinhabers fehlt.',
    }),
    advice: entryText({
      nl: 'Laat de contracthouder een volmacht met alle nummers tekenen en vermeld wie wanneer getekend heeft. Een akkoord per telefoon volstaat niet.',
      fr: 'Faites signer au titulaire un mandat reprenant tous les numéros et indiquez qui a signé et quand. Un accord par téléphone ne suffit pas.',
      en: 'Have the contract holder sign a mandate that lists all numbers, and say who signed it and when. An agreement by phone is not enough.',
      de: 'Lassen Sie den Vertragsinhaber eine Vollmacht mit allen Nummern unterschreiben und geben Sie an, wer wann unterschrieben hat. Eine telefonische Zusage genügt nicht.',
    }),
  },
  'authorisation.too_old': {
    detail: entryText({
      nl: 'De volmacht is te oud[: ze moet getekend zijn op of na {oldest}].',
      fr: 'Le mandat est trop ancien[ : il doit être signé au plus tôt le {oldest}].',
      en: 'The mandate is too old[: it has to be signed on or after {oldest}].',
      de: 'Die Vollmacht ist zu alt[: Sie muss frühestens am {oldest} unterschrieben sein].',
    }),
    advice: entryText({
      nl: 'Laat de contracthouder een nieuwe, gedateerde volmacht tekenen.',
      fr: 'Faites signer au titulaire du contrat un nouveau mandat daté.',
      en: 'Have the contract holder sign a new, dated mandate.',
      de: 'Lassen Sie den Vertragsinhaber eine neue, datierte Vollmacht unterschreiben.',
    }),
  },
  'authorisation.signed_in_future': {
    detail: entryText({
      nl: 'De datum van ondertekening van de volmacht ligt in de toekomst.',
      fr: 'La date de signature du mandat se situe dans le futur.',
      en: 'The date on which the mandate was signed lies in the future.',
      de: 'Das Datum der Unterschrift auf der Vollmacht liegt in der Zukunft.',
    }),
    advice: entryText({
      nl: 'Vul de dag in waarop de volmacht echt getekend werd.',
      fr: 'Indiquez le jour où le mandat a réellement été signé.',
      en: 'Give the day on which the mandate was really signed.',
      de: 'Geben Sie den Tag an, an dem die Vollmacht tatsächlich unterschrieben wurde.',
    }),
  },
  'time.implausible': {
    detail: entryTextBy(({ earliest }) =>
      earliest === undefined
        ? {
            nl: 'Dit tijdstip ligt lang vóór de start of ver in de toekomst.',
            fr: "Ce moment est bien antérieur au démarrage ou loin dans l'avenir.",
            en: 'This time lies long before the start, or far in the future.',
            de: 'Dieser Zeitpunkt liegt lange vor dem Start oder weit in der Zukunft.',
          }
        : {
            nl: 'Dit tijdstip ligt in de toekomst, of vóór de aanvraag van {earliest} werd ingediend.',
            fr: "Ce moment se situe dans le futur, ou avant l'introduction de la demande le {earliest}.",
            en: 'This time lies in the future, or before the request was submitted on {earliest}.',
            de: 'Dieser Zeitpunkt liegt in der Zukunft oder vor dem Einreichen des Antrags am {earliest}.',
          },
    ),
    advice: entryText({
      nl: 'Meld het tijdstip waarop het werkelijk gebeurd is, in UTC.',
      fr: 'Indiquez le moment où cela a réellement eu lieu, en UTC.',
      en: 'Report the time at which it really happened, in UTC.',
      de: 'Melden Sie den Zeitpunkt, zu dem es tatsächlich geschehen ist, in UTC.',
    }),
  },
  'enterprise_number.invalid': {
    detail: entryText({
      nl: 'Een Belgisch ondernemingsnummer heeft tien cijfers en begint met 0 of 1.',
      fr: "Un numéro d'entreprise belge compte dix chiffres et commence par 0 ou 1.",
      en: 'A Belgian enterprise number has ten digits and starts with 0 or 1.',
      de: 'Eine belgische Unternehmensnummer hat zehn Ziffern und beginnt mit 0 oder 1.',
    }),
    advice: entryText({
      nl: 'Neem het nummer over zoals de huidige operator het kent, of laat het leeg als er geen is.',
      fr: "Reprenez le numéro tel que l'opérateur actuel le connaît, ou laissez-le vide s'il n'y en a pas.",
      en: 'Copy the number as the current operator knows it, or leave it empty if there is none.',
      de: 'Übernehmen Sie die Nummer, wie der jetzige Anbieter sie führt, oder lassen Sie sie leer, wenn es keine gibt.',
    }),
  },
  'enterprise_number.checksum': {
    detail: entryText({
      nl: 'De controlecijfers van dit ondernemingsnummer kloppen niet.',
      fr: "Les chiffres de contrôle de ce numéro d'entreprise ne correspondent pas.",
      en: 'The check digits of this enterprise number do not match.',
      de: 'Die Prüfziffern dieser Unternehmensnummer stimmen nicht.',
    }),
    advice: entryText({
      nl: 'Kijk na of het goed is overgetikt. Kent de huidige operator het zo, dan mag het blijven staan.',
      fr: "Vérifiez qu'il a été bien recopié. Si l'opérateur actuel le connaît ainsi, il peut rester tel quel.",
      en: 'Check that it was copied correctly. If the current operator knows it like this, it may stay.',
      de: 'Prüfen Sie, ob sie richtig übertragen wurde. Führt der jetzige Anbieter sie so, kann sie stehen bleiben.',
    }),
  },
};
