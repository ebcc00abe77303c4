import { type EntryText, entryText } from '../problems/entry-text.ts';

/** Everything that can be said of an incident, each by where it and its port stand. */
export const adviceKeys = [
  'linked_service',
  'nothing_moved',
  'not_submitted',
  'still_with_operator',
  'not_approved',
  'rejection_with_fonzer',
  'request_ended',
  'not_ready',
  'not_started',
  'start_failed',
  'running',
  'window_over',
  'start_failed_window_over',
  'cancelled',
  'done_meanwhile',
  'overrun',
  'examples_needed',
  'one_example_needed',
  'more_examples_asked',
  'with_operator',
  'with_carrier',
  'with_desk',
  'up_to_reseller',
  'up_to_carrier',
  'resolved',
] as const;

export type AdviceKey = (typeof adviceKeys)[number];

/**
 * What helps, in every language. Facts, all in brackets so that a text reads well without them: {operator} the losing operator,
 * always in the nominative; {until}, {opens}, {lastDay}, {failedStart}, {reportedAt} moments written out; {from} and {to} the start hours;
 * {needed} and {missing} counts of examples.
 */
export const adviceTexts: Readonly<Record<AdviceKey, EntryText>> = {
  // F31, F32.
  linked_service: entryText({
    nl: 'Aan een overgedragen nummer was internet of tv gekoppeld. Alleen de vorige operator[ ({operator})] kan dat oplossen: laat de klant hem bellen en een herstelling op afstand vragen. Vaak stelt hij een bezoek en een nieuw abonnement voor; dat is meestal niet nodig.',
    fr: "Internet ou la télévision était lié à un numéro porté. Seul l'ancien opérateur[ ({operator})] peut y remédier : le client doit l'appeler et demander une réparation à distance. Il propose souvent une visite et un nouvel abonnement ; c'est rarement nécessaire.",
    en: 'Internet or TV was linked to a number that has moved. Only the previous operator[ ({operator})] can solve this: the customer should call it and ask for a remote repair. It often offers a visit and a new subscription; those are mostly needless.',
    de: 'Internet oder TV war mit einer portierten Nummer verknüpft. Nur der bisherige Anbieter[ ({operator})] kann das beheben: Der Kunde sollte ihn anrufen und eine Reparatur aus der Ferne verlangen. Oft werden ein Technikerbesuch und ein neuer Vertrag angeboten; meist ist beides unnötig.',
  }),
  nothing_moved: entryText({
    nl: 'Er is nog geen nummer overgedragen, dus de overdracht kan niet de oorzaak zijn. Alleen de huidige operator[ ({operator})] kan dit oplossen: laat de klant hem bellen, en nagaan of het contract of de dienst niet is opgezegd.',
    fr: "Aucun numéro n'a encore été porté : le portage ne peut donc pas en être la cause. Seul l'opérateur actuel[ ({operator})] peut y remédier : le client doit l'appeler et vérifier que le contrat ou le service n'a pas été résilié.",
    en: 'No number has been ported yet, so the port cannot be the cause. Only the current operator[ ({operator})] can solve this: the customer should call it, and check that neither the contract nor the service was cancelled.',
    de: 'Es wurde noch keine Nummer portiert, die Portierung kann also nicht die Ursache sein. Nur der jetzige Anbieter[ ({operator})] kann das beheben: Der Kunde sollte ihn anrufen und prüfen, ob Vertrag oder Dienst gekündigt wurden.',
  }),
  // F33, by where the port stands.
  not_submitted: entryText({
    nl: 'De overdracht is nog niet uitgevoerd: de aanvraag is nog niet ingediend. De nummers zijn nog bij de huidige operator[ ({operator})]; meld de storing daar.',
    fr: "Le portage n'a pas encore été effectué : la demande n'a pas encore été introduite. Les numéros se trouvent toujours chez l'opérateur actuel[ ({operator})] ; signalez-lui la panne.",
    en: 'The port has not been carried out yet: the request has not been submitted. The numbers are still with the current operator[ ({operator})]; report the fault there.',
    de: 'Die Portierung wurde noch nicht durchgeführt: Der Antrag ist noch nicht eingereicht. Die Nummern sind noch beim jetzigen Anbieter[ ({operator})]; melden Sie die Störung dort.',
  }),
  still_with_operator: entryText({
    nl: 'De overdracht is nog niet uitgevoerd: de huidige operator[ ({operator})] heeft de aanvraag nog niet goedgekeurd. De nummers zijn nog bij hem; meld de storing daar.',
    fr: "Le portage n'a pas encore été effectué : l'opérateur actuel[ ({operator})] n'a pas encore approuvé la demande. Les numéros se trouvent toujours chez lui ; signalez-lui la panne.",
    en: 'The port has not been carried out yet: the current operator[ ({operator})] has not approved the request. The numbers are still there; report the fault to it.',
    de: 'Die Portierung wurde noch nicht durchgeführt: Der jetzige Anbieter[ ({operator})] hat den Antrag noch nicht genehmigt. Die Nummern sind noch dort; melden Sie ihm die Störung.',
  }),
  not_approved: entryText({
    nl: 'De overdracht is niet uitgevoerd: de aanvraag is geweigerd. Los de weigeringsredenen op en dien ze opnieuw in. Tot dan blijven de nummers bij de huidige operator[ ({operator})]; meld de storing daar.',
    fr: "Le portage n'a pas été effectué : la demande a été refusée. Remédiez aux motifs de refus et introduisez-la à nouveau. D'ici là, les numéros restent chez l'opérateur actuel[ ({operator})] ; signalez-lui la panne.",
    en: 'The port has not been carried out: the request was rejected. Resolve the reasons and submit it again. Until then the numbers stay with the current operator[ ({operator})]; report the fault there.',
    de: 'Die Portierung wurde nicht durchgeführt: Der Antrag wurde abgelehnt. Beheben Sie die Gründe und reichen Sie ihn erneut ein. Bis dahin bleiben die Nummern beim jetzigen Anbieter[ ({operator})]; melden Sie die Störung dort.',
  }),
  rejection_with_fonzer: entryText({
    nl: 'De overdracht is niet uitgevoerd: de aanvraag is geweigerd om een reden waarvoor u niets hoeft te doen. Fonzer werkt eraan. Tot dan blijven de nummers bij de huidige operator[ ({operator})]; meld de storing daar.',
    fr: "Le portage n'a pas été effectué : la demande a été refusée pour un motif qui n'exige rien de votre part. Fonzer s'en occupe. D'ici là, les numéros restent chez l'opérateur actuel[ ({operator})] ; signalez-lui la panne.",
    en: 'The port has not been carried out: the request was rejected for a reason that needs nothing from you. Fonzer is working on it. Until then the numbers stay with the current operator[ ({operator})]; report the fault there.',
    de: 'Die Portierung wurde nicht durchgeführt: Der Antrag wurde aus einem Grund abgelehnt, für den Sie nichts zu tun brauchen. Fonzer kümmert sich darum. Bis dahin bleiben die Nummern beim jetzigen Anbieter[ ({operator})]; melden Sie die Störung dort.',
  }),
  request_ended: entryText({
    nl: 'De overdracht is niet uitgevoerd: de aanvraag is definitief geweigerd en kan niet opnieuw ingediend worden. De nummers blijven bij de huidige operator[ ({operator})]; meld de storing daar. Berust de weigering op een vergissing, maak dan een nieuwe aanvraag met een nieuwe volmacht.',
    fr: "Le portage n'a pas été effectué : la demande a été refusée définitivement et ne peut plus être introduite. Les numéros restent chez l'opérateur actuel[ ({operator})] ; signalez-lui la panne. Si le refus repose sur une erreur, créez une nouvelle demande avec un nouveau mandat.",
    en: 'The port has not been carried out: the request was rejected for good and cannot be submitted again. The numbers stay with the current operator[ ({operator})]; report the fault there. If the rejection rests on a mistake, make a new request with a new mandate.',
    de: 'Die Portierung wurde nicht durchgeführt: Der Antrag wurde endgültig abgelehnt und kann nicht erneut eingereicht werden. Die Nummern bleiben beim jetzigen Anbieter[ ({operator})]; melden Sie die Störung dort. Beruht die Ablehnung auf einem Irrtum, stellen Sie einen neuen Antrag mit einer neuen Vollmacht.',
  }),
  not_ready: entryText({
    nl: 'De overdracht is nog niet uitgevoerd: ze is goedgekeurd, maar kan nog niet gestart worden.[ Het startvenster opent op {opens}.] Tot de start blijven de nummers bij de huidige operator[ ({operator})].',
    fr: "Le portage n'a pas encore été effectué : il est approuvé, mais ne peut pas encore être démarré.[ La fenêtre de démarrage s'ouvre le {opens}.] Jusqu'au démarrage, les numéros restent chez l'opérateur actuel[ ({operator})].",
    en: 'The port has not been carried out yet: it is approved, but cannot be started yet.[ The start window opens on {opens}.] Until the start the numbers stay with the current operator[ ({operator})].',
    de: 'Die Portierung wurde noch nicht durchgeführt: Sie ist genehmigt, kann aber noch nicht gestartet werden.[ Das Startfenster öffnet am {opens}.] Bis zum Start bleiben die Nummern beim jetzigen Anbieter[ ({operator})].',
  }),
  not_started: entryText({
    nl: 'De overdracht is nog niet uitgevoerd: niemand heeft ze gestart. Start ze met de link uit de e-mail of in MyFonzer, op een werkdag[ tussen {from} en {to}][, uiterlijk op {lastDay}]. Ze begint nooit vanzelf.',
    fr: "Le portage n'a pas encore été effectué : personne ne l'a démarré. Démarrez-le avec le lien reçu par e-mail ou dans MyFonzer, un jour ouvrable[ entre {from} et {to}][, au plus tard le {lastDay}]. Il ne démarre jamais tout seul.",
    en: 'The port has not been carried out yet: nobody has started it. Start it with the link in the e-mail or in MyFonzer, on a working day[ between {from} and {to}][, at the latest on {lastDay}]. It never starts by itself.',
    de: 'Die Portierung wurde noch nicht durchgeführt: Niemand hat sie gestartet. Starten Sie sie mit dem Link aus der E-Mail oder in MyFonzer, an einem Werktag[ zwischen {from} und {to} Uhr][, spätestens am {lastDay}]. Sie startet nie von selbst.',
  }),
  start_failed: entryText({
    nl: 'De overdracht is nog niet uitgevoerd: ze is gestart[ op {failedStart}], maar mislukt en teruggedraaid. De nummers zijn nog bij de huidige operator[ ({operator})]. Start ze opnieuw met de nieuwste link uit de e-mails of in MyFonzer, op een werkdag[ tussen {from} en {to}][, uiterlijk op {lastDay}].',
    fr: "Le portage n'a pas encore été effectué : il a été démarré[ le {failedStart}], mais il a échoué et a été annulé. Les numéros se trouvent toujours chez l'opérateur actuel[ ({operator})]. Redémarrez-le avec le dernier lien reçu par e-mail ou dans MyFonzer, un jour ouvrable[ entre {from} et {to}][, au plus tard le {lastDay}].",
    en: 'The port has not been carried out yet: it was started[ on {failedStart}] but failed and was rolled back. The numbers are still with the current operator[ ({operator})]. Start it again with the newest link in the e-mails or in MyFonzer, on a working day[ between {from} and {to}][, at the latest on {lastDay}].',
    de: 'Die Portierung wurde noch nicht durchgeführt: Sie wurde gestartet[ ({failedStart})], ist aber fehlgeschlagen und wurde zurückgenommen. Die Nummern sind noch beim jetzigen Anbieter[ ({operator})]. Starten Sie sie erneut mit dem neuesten Link aus den E-Mails oder in MyFonzer, an einem Werktag[ zwischen {from} und {to} Uhr][, spätestens am {lastDay}].',
  }),
  running: entryText({
    nl: 'De overdracht is gestart en nog niet klaar. De klant kan intussen onbereikbaar zijn[, uiterlijk tot {until}]. U hoeft niets te doen.',
    fr: "Le portage a démarré et n'est pas encore terminé. Entre-temps, le client peut être injoignable[, au plus tard jusqu'au {until}]. Vous n'avez rien à faire.",
    en: 'The port has started and is not finished yet. The customer may be unreachable in the meantime[, until {until} at the latest]. There is nothing for you to do.',
    de: 'Die Portierung ist gestartet und noch nicht abgeschlossen. Der Kunde ist währenddessen eventuell nicht erreichbar[, längstens bis {until}]. Sie brauchen nichts zu tun.',
  }),
  window_over: entryText({
    nl: 'De overdracht is niet uitgevoerd: ze werd niet op tijd gestart. Vraag een nieuwe datum, die de huidige operator[ ({operator})] opnieuw moet goedkeuren. De nummers zijn nog bij hem; meld de storing daar.',
    fr: "Le portage n'a pas été effectué : il n'a pas été démarré à temps. Demandez une nouvelle date, que l'opérateur actuel[ ({operator})] devra approuver à nouveau. Les numéros se trouvent toujours chez lui ; signalez-lui la panne.",
    en: 'The port has not been carried out: it was not started in time. Ask for a new date, which the current operator[ ({operator})] has to approve again. The numbers are still there; report the fault to it.',
    de: 'Die Portierung wurde nicht durchgeführt: Sie wurde nicht rechtzeitig gestartet. Beantragen Sie ein neues Datum, das der jetzige Anbieter[ ({operator})] erneut genehmigen muss. Die Nummern sind noch dort; melden Sie ihm die Störung.',
  }),
  start_failed_window_over: entryText({
    nl: 'De overdracht is niet uitgevoerd: ze is gestart[ op {failedStart}], maar mislukt en teruggedraaid, en het startvenster is voorbij. Vraag een nieuwe datum, die de huidige operator[ ({operator})] opnieuw moet goedkeuren. De nummers zijn nog bij hem; meld de storing daar.',
    fr: "Le portage n'a pas été effectué : il a été démarré[ le {failedStart}], mais il a échoué et a été annulé, et la fenêtre de démarrage est passée. Demandez une nouvelle date, que l'opérateur actuel[ ({operator})] devra approuver à nouveau. Les numéros se trouvent toujours chez lui ; signalez-lui la panne.",
    en: 'The port has not been carried out: it was started[ on {failedStart}] but failed and was rolled back, and the start window is over. Ask for a new date, which the current operator[ ({operator})] has to approve again. The numbers are still there; report the fault to it.',
    de: 'Die Portierung wurde nicht durchgeführt: Sie wurde gestartet[ ({failedStart})], ist aber fehlgeschlagen und wurde zurückgenommen, und das Startfenster ist vorbei. Beantragen Sie ein neues Datum, das der jetzige Anbieter[ ({operator})] erneut genehmigen muss. Die Nummern sind noch dort; melden Sie ihm die Störung.',
  }),
  cancelled: entryText({
    nl: 'De aanvraag is geannuleerd. De nummers zijn bij de huidige operator[ ({operator})] gebleven; meld de storing daar.',
    fr: "La demande a été annulée. Les numéros sont restés chez l'opérateur actuel[ ({operator})] ; signalez-lui la panne.",
    en: 'The request was cancelled. The numbers have stayed with the current operator[ ({operator})]; report the fault there.',
    de: 'Der Antrag wurde storniert. Die Nummern sind beim jetzigen Anbieter[ ({operator})] geblieben; melden Sie die Störung dort.',
  }),
  done_meanwhile: entryText({
    nl: 'De overdracht is intussen voltooid. Is de klant nog altijd onbereikbaar, geef dan voorbeelden van oproepen die niet aankomen[: {needed} volstaan].',
    fr: "Le portage est terminé entre-temps. Si le client reste injoignable, donnez des exemples d'appels qui n'aboutissent pas[ : {needed} suffisent].",
    en: 'The port has been completed meanwhile. If the customer still cannot be reached, give examples of calls that do not arrive[: {needed} are enough].',
    de: 'Die Portierung ist inzwischen abgeschlossen. Ist der Kunde weiterhin nicht erreichbar, nennen Sie Beispiele für Anrufe, die nicht ankommen[: {needed} genügen].',
  }),
  // F28, F29.
  overrun: entryText({
    nl: 'De overdracht duurt langer dan voorzien[: ze moest klaar zijn op {until}]. Fonzer dringt bij COLT aan. U hoeft niets te doen.',
    fr: "Le portage dure plus longtemps que prévu[ : il devait être terminé le {until}]. Fonzer insiste auprès de COLT. Vous n'avez rien à faire.",
    en: 'The port is taking longer than it should[: it was to be done on {until}]. Fonzer is chasing it with COLT. There is nothing for you to do.',
    de: 'Die Portierung dauert länger als vorgesehen[: Sie sollte am {until} abgeschlossen sein]. Fonzer drängt bei COLT auf den Abschluss. Sie brauchen nichts zu tun.',
  }),
  // F34-F36.
  examples_needed: entryText({
    nl: 'Waarschijnlijk heeft de vorige operator[ ({operator})] de verwijzing naar COLT bij de andere operatoren niet ingesteld. Geef[ {needed}] voorbeelden van oproepen na de overdracht: nummer en operator van de beller, opgeroepen nummer, datum en uur, en wat te horen was; telkens een andere beller of een ander tijdstip.[ Er ontbreken er nog {missing}.] Daarna meldt Fonzer het aan COLT, en COLT aan de vorige operator.',
    fr: "L'ancien opérateur[ ({operator})] n'a probablement pas configuré le renvoi vers COLT chez les autres opérateurs. Donnez[ {needed}] exemples d'appels postérieurs au portage : numéro et opérateur de l'appelant, numéro appelé, date et heure, et ce qu'on a entendu ; chaque fois un autre appelant ou un autre moment.[ Il en manque encore {missing}.] Fonzer les signale ensuite à COLT, et COLT à l'ancien opérateur.",
    en: 'The previous operator[ ({operator})] has probably not set the pointers to COLT at the other operators. Give[ {needed}] examples of calls made after the port: calling number and its operator, number called, date and time, and what was heard; each from another caller or at another time.[ {missing} are still missing.] Fonzer then reports them to COLT, and COLT to the previous operator.',
    de: 'Wahrscheinlich hat der bisherige Anbieter[ ({operator})] die Verweise auf COLT bei den anderen Anbietern nicht eingerichtet. Nennen Sie[ {needed}] Beispiele für Anrufe nach der Portierung: Nummer und Anbieter des Anrufers, angerufene Nummer, Datum und Uhrzeit, und was zu hören war; jeweils ein anderer Anrufer oder Zeitpunkt.[ Es fehlen noch {missing}.] Danach meldet Fonzer sie an COLT und COLT an den bisherigen Anbieter.',
  }),
  one_example_needed: entryText({
    nl: 'Waarschijnlijk heeft de vorige operator[ ({operator})] de verwijzing naar COLT bij de andere operatoren niet ingesteld. Er ontbreekt nog één voorbeeld van een oproep na de overdracht: nummer en operator van de beller, opgeroepen nummer, datum en uur, en wat te horen was; met een andere beller of een ander tijdstip. Daarna meldt Fonzer het aan COLT, en COLT aan de vorige operator.',
    fr: "L'ancien opérateur[ ({operator})] n'a probablement pas configuré le renvoi vers COLT chez les autres opérateurs. Il manque encore un exemple d'appel postérieur au portage : numéro et opérateur de l'appelant, numéro appelé, date et heure, et ce qu'on a entendu ; d'un autre appelant ou à un autre moment. Fonzer les signale ensuite à COLT, et COLT à l'ancien opérateur.",
    en: 'The previous operator[ ({operator})] has probably not set the pointers to COLT at the other operators. One example of a call made after the port is still missing: calling number and its operator, number called, date and time, and what was heard; from another caller or at another time. Fonzer then reports them to COLT, and COLT to the previous operator.',
    de: 'Wahrscheinlich hat der bisherige Anbieter[ ({operator})] die Verweise auf COLT bei den anderen Anbietern nicht eingerichtet. Es fehlt noch ein Beispiel für einen Anruf nach der Portierung: Nummer und Anbieter des Anrufers, angerufene Nummer, Datum und Uhrzeit, und was zu hören war; ein anderer Anrufer oder Zeitpunkt. Danach meldet Fonzer sie an COLT und COLT an den bisherigen Anbieter.',
  }),
  more_examples_asked: entryText({
    nl: 'Er zijn verdere voorbeelden nodig om dit te kunnen oplossen. Geef recente oproepen: nummer en operator van de beller, opgeroepen nummer, datum en uur, en wat te horen was.',
    fr: "D'autres exemples sont nécessaires pour résoudre ce problème. Donnez des appels récents : numéro et opérateur de l'appelant, numéro appelé, date et heure, et ce qu'on a entendu.",
    en: 'Further examples are needed to solve this. Give recent calls: calling number and its operator, number called, date and time, and what was heard.',
    de: 'Um das Problem zu lösen, werden weitere Beispiele benötigt. Nennen Sie aktuelle Anrufe: Nummer und Anbieter des Anrufers, angerufene Nummer, Datum und Uhrzeit, und was zu hören war.',
  }),
  with_operator: entryText({
    nl: 'De vorige operator[ ({operator})] behandelt dit. U hoeft niets te doen.',
    fr: "L'ancien opérateur[ ({operator})] traite ce problème. Vous n'avez rien à faire.",
    en: 'The previous operator[ ({operator})] is dealing with this. There is nothing for you to do.',
    de: 'Der bisherige Anbieter[ ({operator})] kümmert sich darum. Sie brauchen nichts zu tun.',
  }),
  with_carrier: entryText({
    nl: 'Fonzer heeft dit aan COLT gemeld[, op {reportedAt}]. COLT brengt de vorige operator[ ({operator})] op de hoogte. U hoeft niets te doen.',
    fr: "Fonzer a signalé ce problème à COLT[, le {reportedAt}]. COLT en informe l'ancien opérateur[ ({operator})]. Vous n'avez rien à faire.",
    en: 'Fonzer has reported this to COLT[, on {reportedAt}]. COLT tells the previous operator[ ({operator})]. There is nothing for you to do.',
    de: 'Fonzer hat dies COLT gemeldet[, am {reportedAt}]. COLT verständigt den bisherigen Anbieter[ ({operator})]. Sie brauchen nichts zu tun.',
  }),
  // F37.
  with_desk: entryText({
    nl: 'Fonzer onderzoekt dit en stelt een oplossing voor. U hoeft nu niets te doen.',
    fr: "Fonzer examine ce problème et vous proposera une solution. Vous n'avez rien à faire pour l'instant.",
    en: 'Fonzer looks into this and proposes a solution. There is nothing for you to do for now.',
    de: 'Fonzer untersucht dies und schlägt eine Lösung vor. Im Moment brauchen Sie nichts zu tun.',
  }),
  up_to_reseller: entryText({
    nl: 'Fonzer heeft u nodig om dit op te lossen. Lees de nota’s bij dit incident of neem contact op met Fonzer.',
    fr: 'Fonzer a besoin de vous pour résoudre ce problème. Lisez les notes de cet incident ou contactez Fonzer.',
    en: 'Fonzer needs you to solve this. Read the notes on this incident, or contact Fonzer.',
    de: 'Fonzer braucht Sie, um dies zu lösen. Lesen Sie die Notizen zu diesem Vorfall oder wenden Sie sich an Fonzer.',
  }),
  up_to_carrier: entryText({
    nl: 'COLT behandelt dit. U hoeft niets te doen.',
    fr: "COLT traite ce problème. Vous n'avez rien à faire.",
    en: 'COLT is dealing with this. There is nothing for you to do.',
    de: 'COLT kümmert sich darum. Sie brauchen nichts zu tun.',
  }),
  resolved: entryText({
    nl: 'Dit incident is opgelost. Komt het probleem terug, voeg dan nieuwe voorbeelden van oproepen toe of meld het opnieuw.',
    fr: "Cet incident est résolu. Si le problème réapparaît, ajoutez de nouveaux exemples d'appels ou signalez-le à nouveau.",
    en: 'This incident is resolved. If the problem returns, add new call examples or report it again.',
    de: 'Dieser Vorfall ist gelöst. Tritt das Problem wieder auf, ergänzen Sie neue Anrufbeispiele oder melden Sie es erneut.',
  }),
};

/** Said as well where nobody reaches the customer although the port is done (assumption). */
export const ownSideText: EntryText = entryText({
  nl: 'Omdat niemand de klant bereikt, kijkt Fonzer ook zijn eigen kant en die van COLT na.',
  fr: 'Comme personne ne parvient à joindre le client, Fonzer vérifie aussi de son côté et de celui de COLT.',
  en: "Since nobody reaches the customer, Fonzer also checks its own side and COLT's.",
  de: 'Da niemand den Kunden erreicht, prüft Fonzer auch die eigene Seite und die von COLT.',
});
