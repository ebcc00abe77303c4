import type { Translated } from '../language.ts';
import type { RejectionCode } from './rejection-reasons.ts';

type RejectionReasonText = {
  /** What the losing operator found. */
  readonly meaning: Translated;
  /** What can be done, in whole sentences; where only Fonzer or COLT acts, that nothing is asked. */
  readonly advice: Translated;
};

/**
 * The words for each rejection reason, as the contact reads them in MyFonzer and in the rejection mail
 * (F25, F26: the detailed reason, and how to correct). A reason that only Fonzer or COLT can cure never
 * asks for corrections: the reader would change what was right and be refused again.
 */
export const rejectionReasonTexts: Readonly<Record<RejectionCode, RejectionReasonText>> = {
  account_number_mismatch: {
    meaning: {
      nl: 'Het klantnummer ontbreekt of komt niet overeen met dat bij de huidige operator.',
      fr: "Le numéro de client manque ou ne correspond pas à celui connu de l'opérateur actuel.",
      en: 'The account number is missing or is not the one the current operator knows.',
      de: 'Die Kundennummer fehlt oder stimmt nicht mit der beim jetzigen Anbieter überein.',
    },
    advice: {
      nl: 'Neem het klantnummer over van de laatste factuur van de huidige operator voor deze nummers.',
      fr: "Reprenez le numéro de client de la dernière facture de l'opérateur actuel pour ces numéros.",
      en: "Copy the account number from the current operator's last invoice for these numbers.",
      de: 'Übernehmen Sie die Kundennummer von der letzten Rechnung des jetzigen Anbieters für diese Nummern.',
    },
  },
  holder_name_mismatch: {
    meaning: {
      nl: 'De opgegeven naam is niet die van de contracthouder bij de huidige operator.',
      fr: "Le nom indiqué n'est pas celui du titulaire du contrat chez l'opérateur actuel.",
      en: 'The name given is not that of the contract holder with the current operator.',
      de: 'Der angegebene Name ist nicht der des Vertragsinhabers beim jetzigen Anbieter.',
    },
    advice: {
      nl: 'Vul de naam van de contracthouder precies zo in als op de factuur. Laat de naam na een overname eerst aanpassen bij de huidige operator.',
      fr: "Indiquez le nom du titulaire exactement comme sur la facture. Après une reprise, faites d'abord adapter ce nom chez l'opérateur actuel.",
      en: "Give the holder's name exactly as it stands on the invoice. After a takeover, have the current operator update it first.",
      de: 'Geben Sie den Namen des Vertragsinhabers genau wie auf der Rechnung an. Lassen Sie ihn nach einer Übernahme zuerst beim jetzigen Anbieter anpassen.',
    },
  },
  enterprise_number_mismatch: {
    meaning: {
      nl: 'De huidige operator kent de klant onder een ander ondernemingsnummer.',
      fr: "L'opérateur actuel connaît le client sous un autre numéro d'entreprise.",
      en: 'The current operator knows the customer under another enterprise number.',
      de: 'Der jetzige Anbieter führt den Kunden unter einer anderen Unternehmensnummer.',
    },
    advice: {
      nl: 'Vraag welk ondernemingsnummer de huidige operator kent en vul dat in. Het kan dat van een andere vennootschap van de groep zijn.',
      fr: "Demandez quel numéro d'entreprise l'opérateur actuel connaît et indiquez-le. Il peut s'agir de celui d'une autre société du groupe.",
      en: 'Ask which enterprise number the current operator knows and give that one. It may be that of another company of the group.',
      de: 'Fragen Sie, welche Unternehmensnummer der jetzige Anbieter kennt, und geben Sie diese an. Es kann die einer anderen Gesellschaft der Gruppe sein.',
    },
  },
  address_mismatch: {
    meaning: {
      nl: 'Het installatieadres komt niet overeen met dat bij de huidige operator.',
      fr: "L'adresse d'installation ne correspond pas à celle connue de l'opérateur actuel.",
      en: 'The installation address is not the one the current operator holds.',
      de: 'Die Installationsadresse stimmt nicht mit der beim jetzigen Anbieter überein.',
    },
    advice: {
      nl: 'Vraag de huidige operator welk installatieadres hij kent en vul dat in. Het kan een oud adres zijn; het is niet het facturatieadres.',
      fr: "Demandez à l'opérateur actuel quelle adresse d'installation il connaît et indiquez-la. Il peut s'agir d'une ancienne adresse ; ce n'est pas l'adresse de facturation.",
      en: 'Ask the current operator which installation address it holds and give that one. It may be an old address; it is not the billing address.',
      de: 'Fragen Sie den jetzigen Anbieter, welche Installationsadresse er führt, und geben Sie diese an. Es kann eine alte Adresse sein; die Rechnungsadresse ist nicht gemeint.',
    },
  },
  authorisation_missing_or_invalid: {
    meaning: {
      nl: 'De volmacht ontbreekt, is niet getekend, te oud of onvolledig, of is door de verkeerde persoon getekend.',
      fr: 'Le mandat manque, est non signé, trop ancien ou incomplet, ou a été signé par la mauvaise personne.',
      en: 'The mandate is missing, unsigned, too old or incomplete, or was signed by the wrong person.',
      de: 'Die Vollmacht fehlt, ist nicht unterschrieben, zu alt oder unvollständig, oder die falsche Person hat unterschrieben.',
    },
    advice: {
      nl: 'Bezorg een nieuwe, gedateerde volmacht, getekend namens de contracthouder en met alle nummers erop.',
      fr: 'Fournissez un nouveau mandat daté, signé au nom du titulaire du contrat et reprenant tous les numéros.',
      en: 'Provide a new, dated mandate that is signed for the contract holder and lists all numbers.',
      de: 'Reichen Sie eine neue, datierte Vollmacht ein, die für den Vertragsinhaber unterschrieben ist und alle Nummern nennt.',
    },
  },
  wrong_losing_operator: {
    meaning: {
      nl: 'De nummers zijn niet bij de opgegeven operator.',
      fr: "Les numéros ne sont pas chez l'opérateur indiqué.",
      en: 'The numbers are not with the operator that was named.',
      de: 'Die Nummern sind nicht bei dem angegebenen Anbieter.',
    },
    advice: {
      nl: 'Controleer op de factuur of op crdc.be bij welke operator de nummers zijn en pas die aan. Achter een merknaam kan het netwerk van een andere operator zitten.',
      fr: "Vérifiez sur la facture ou sur crdc.be chez quel opérateur se trouvent les numéros et corrigez-le. Une marque peut cacher le réseau d'un autre opérateur.",
      en: 'Check on the invoice or on crdc.be which operator has the numbers and change it. A brand may use the network of another operator.',
      de: 'Prüfen Sie auf der Rechnung oder auf crdc.be, bei welchem Anbieter die Nummern sind, und ändern Sie ihn. Hinter einer Marke kann das Netz eines anderen Anbieters stehen.',
    },
  },
  number_not_in_service: {
    meaning: {
      nl: 'Het nummer is stopgezet of niet actief bij de huidige operator.',
      fr: "Le numéro est résilié ou inactif chez l'opérateur actuel.",
      en: 'The number has ceased or is not active with the current operator.',
      de: 'Die Nummer ist beim jetzigen Anbieter abgeschaltet oder nicht aktiv.',
    },
    advice: {
      nl: 'Laat het nummer opnieuw activeren bij de huidige operator en zeg het nooit op vóór de overdracht. Voeg bij een reservenummer het bewijs toe dat het werd toegekend.',
      fr: "Faites réactiver le numéro par l'opérateur actuel et ne le résiliez jamais avant le portage. Pour un numéro de réserve, joignez la preuve qu'il a été attribué.",
      en: 'Have the current operator reactivate the number, and never cancel it before the port. For a reserve number, add proof that it was given.',
      de: 'Lassen Sie die Nummer beim jetzigen Anbieter wieder aktivieren und kündigen Sie sie nie vor der Portierung. Fügen Sie bei einer Reservenummer den Nachweis der Zuteilung bei.',
    },
  },
  number_in_quarantine: {
    meaning: {
      nl: 'Het contract van dit nummer is beëindigd en het nummer zit in zijn wachtperiode.',
      fr: "Le contrat de ce numéro a pris fin et le numéro est dans sa période d'attente.",
      en: 'The contract of this number has ended and the number is in its ageing period.',
      de: 'Der Vertrag dieser Nummer ist beendet und die Nummer befindet sich in der Sperrfrist.',
    },
    advice: {
      nl: 'Haal het nummer uit deze aanvraag, of laat het eerst aan de contracthouder teruggeven en dien er daarna een nieuwe aanvraag voor in.',
      fr: "Retirez le numéro de cette demande, ou faites-le d'abord restituer au titulaire du contrat et introduisez ensuite une nouvelle demande pour ce numéro.",
      en: 'Take the number out of this request, or have it restored to the contract holder first and then make a new request for it.',
      de: 'Nehmen Sie die Nummer aus diesem Antrag, oder lassen Sie sie zuerst dem Vertragsinhaber wieder zuteilen und stellen Sie danach einen neuen Antrag dafür.',
    },
  },
  number_not_portable: {
    meaning: {
      nl: 'Dit nummer kan niet worden overgedragen, door zijn soort, zijn zone of de dekking.',
      fr: 'Ce numéro ne peut pas être porté, en raison de son type, de sa zone ou de la couverture.',
      en: 'This number cannot be ported, because of its kind, its zone or the coverage.',
      de: 'Diese Nummer kann wegen ihrer Art, ihrer Zone oder der Abdeckung nicht portiert werden.',
    },
    advice: {
      nl: 'Haal het nummer uit de aanvraag. Voor andere soorten nummers bestaat een andere procedure: vraag ernaar bij Fonzer.',
      fr: 'Retirez le numéro de la demande. Pour les autres types de numéros, il existe une autre procédure : renseignez-vous auprès de Fonzer.',
      en: 'Remove the number from the request. Other kinds of numbers follow another procedure: ask Fonzer about it.',
      de: 'Nehmen Sie die Nummer aus dem Antrag. Für andere Arten von Nummern gibt es ein anderes Verfahren: Fragen Sie bei Fonzer nach.',
    },
  },
  range_incomplete: {
    meaning: {
      nl: 'Er werd maar een deel van een DDI-reeks aangevraagd.',
      fr: "Une partie seulement d'une plage DDI a été demandée.",
      en: 'Only part of a DDI range was asked for.',
      de: 'Es wurde nur ein Teil eines DDI-Rufnummernblocks beantragt.',
    },
    advice: {
      nl: 'Vraag de volledige reeks aan, met alle nummers ervan op de volmacht. Een reeks kan niet gesplitst worden.',
      fr: 'Demandez la plage entière, avec tous ses numéros sur le mandat. Une plage ne peut pas être divisée.',
      en: 'Ask for the whole range, with all its numbers on the mandate. A range cannot be divided.',
      de: 'Beantragen Sie den ganzen Block, mit allen Nummern auf der Vollmacht. Ein Block kann nicht geteilt werden.',
    },
  },
  numbers_missing_from_request: {
    meaning: {
      nl: 'Het contract bij de huidige operator bevat meer nummers dan de aanvraag.',
      fr: "Le contrat chez l'opérateur actuel comprend plus de numéros que la demande.",
      en: 'The contract with the current operator holds more numbers than the request.',
      de: 'Der Vertrag beim jetzigen Anbieter umfasst mehr Nummern als der Antrag.',
    },
    advice: {
      nl: 'Vraag de huidige operator de volledige lijst. Draag alle nummers over, of vermeld wat er gebeurt met elk nummer dat blijft.',
      fr: "Demandez la liste complète à l'opérateur actuel. Portez tous les numéros, ou précisez ce qu'il advient de chaque numéro qui reste.",
      en: 'Get the full list from the current operator. Port all numbers, or say what happens to each number that stays.',
      de: 'Fordern Sie die vollständige Liste beim jetzigen Anbieter an. Portieren Sie alle Nummern, oder geben Sie an, was mit jeder verbleibenden Nummer geschieht.',
    },
  },
  main_number_mismatch: {
    meaning: {
      nl: 'Het hoofdnummer klopt niet of werd niet mee aangevraagd.',
      fr: "Le numéro principal (tête de ligne) est inexact ou n'a pas été demandé.",
      en: 'The main number is wrong or was left behind.',
      de: 'Die Hauptnummer ist falsch oder wurde nicht mitbeantragt.',
    },
    advice: {
      nl: 'Vermeld het juiste hoofdnummer en draag het mee over, of laat de huidige operator een ander hoofdnummer aanduiden.',
      fr: "Indiquez le bon numéro principal et portez-le aussi, ou faites désigner un autre numéro principal par l'opérateur actuel.",
      en: 'Name the right main number and port it too, or have the current operator appoint another one.',
      de: 'Geben Sie die richtige Hauptnummer an und portieren Sie sie mit, oder lassen Sie vom jetzigen Anbieter eine andere Hauptnummer bestimmen.',
    },
  },
  installation_type_mismatch: {
    meaning: {
      nl: 'De installatie werd als eenvoudig doorgegeven terwijl ze complex is, of omgekeerd.',
      fr: "L'installation a été déclarée simple alors qu'elle est complexe, ou l'inverse.",
      en: 'The installation was declared simple while it is complex, or the other way round.',
      de: 'Die Installation wurde als einfach gemeldet, obwohl sie komplex ist, oder umgekehrt.',
    },
    advice: {
      nl: 'Fonzer stuurt de aanvraag opnieuw als het andere type, met de maximale onderbreking die daarbij hoort. U hoeft niets te doen.',
      fr: "Fonzer renvoie la demande avec l'autre type d'installation et la durée d'interruption maximale correspondante. Vous n'avez rien à faire.",
      en: 'Fonzer sends the request again as the other type, with the longest interruption that goes with it. There is nothing for you to do.',
      de: 'Fonzer sendet den Antrag erneut als den anderen Typ, mit der dafür geltenden Höchstdauer der Unterbrechung. Sie brauchen nichts zu tun.',
    },
  },
  port_already_in_progress: {
    meaning: {
      nl: 'Er loopt al een andere portaanvraag voor dit nummer.',
      fr: 'Une autre demande de portage est déjà en cours pour ce numéro.',
      en: 'Another port request is already open for this number.',
      de: 'Für diese Nummer läuft bereits ein anderer Portierungsantrag.',
    },
    advice: {
      nl: 'Laat de andere aanvraag aflopen of annuleer ze. Stuur nooit twee keer dezelfde aanvraag.',
      fr: "Menez l'autre demande à son terme ou annulez-la. N'envoyez jamais deux fois la même demande.",
      en: 'Finish the other request or cancel it. Never send the same request twice.',
      de: 'Schließen Sie den anderen Antrag ab oder stornieren Sie ihn. Senden Sie nie zweimal denselben Antrag.',
    },
  },
  pending_order_at_donor: {
    meaning: {
      nl: 'Bij de huidige operator loopt nog een bestelling of wijziging.',
      fr: "Une commande ou une modification est encore en cours chez l'opérateur actuel.",
      en: 'An order or a change is still open with the current operator.',
      de: 'Beim jetzigen Anbieter ist noch eine Bestellung oder Änderung offen.',
    },
    advice: {
      nl: 'Laat de huidige operator die bestelling afwerken of annuleren en dien de aanvraag daarna opnieuw in.',
      fr: "Faites terminer ou annuler cette commande par l'opérateur actuel, puis introduisez à nouveau la demande.",
      en: 'Have the current operator complete or cancel that order, then submit the request again.',
      de: 'Lassen Sie diese Bestellung vom jetzigen Anbieter abschließen oder stornieren und reichen Sie den Antrag danach erneut ein.',
    },
  },
  linked_service: {
    meaning: {
      nl: 'Aan het nummer is een dienst gekoppeld, zoals internet of tv.',
      fr: 'Un service, comme Internet ou la télévision, est lié au numéro.',
      en: 'A service such as Internet or TV is linked to the number.',
      de: 'Mit der Nummer ist ein Dienst wie Internet oder TV verknüpft.',
    },
    advice: {
      nl: 'Laat de huidige operator de dienst vóór de overdracht van het nummer loskoppelen en dien de aanvraag daarna opnieuw in.',
      fr: "Faites dissocier le service du numéro par l'opérateur actuel avant le portage, puis introduisez à nouveau la demande.",
      en: 'Have the current operator detach the service from the number before the port, then submit the request again.',
      de: 'Lassen Sie den Dienst vor der Portierung vom jetzigen Anbieter von der Nummer trennen und reichen Sie den Antrag danach erneut ein.',
    },
  },
  protected_line: {
    meaning: {
      nl: 'Het nummer hoort bij een alarm-, lift- of noodlijn.',
      fr: "Le numéro est celui d'une ligne d'alarme, d'ascenseur ou d'urgence.",
      en: 'The number belongs to an alarm, lift or emergency line.',
      de: 'Die Nummer gehört zu einer Alarm-, Aufzugs- oder Notrufleitung.',
    },
    advice: {
      nl: 'Haal het nummer uit de aanvraag: laat de lijn waar ze is, of zet het toestel eerst over op een andere verbinding.',
      fr: "Retirez le numéro de la demande : laissez la ligne où elle est, ou passez d'abord l'appareil sur une autre connexion.",
      en: 'Remove the number from the request: leave the line where it is, or move the device to another connection first.',
      de: 'Nehmen Sie die Nummer aus dem Antrag: Lassen Sie die Leitung, wo sie ist, oder stellen Sie das Gerät zuerst auf eine andere Verbindung um.',
    },
  },
  numbers_on_different_accounts: {
    meaning: {
      nl: 'De nummers horen bij verschillende contracthouders, operatoren of vestigingen.',
      fr: 'Les numéros relèvent de titulaires, opérateurs ou sites différents.',
      en: 'The numbers belong to several holders, operators or sites.',
      de: 'Die Nummern gehören zu verschiedenen Inhabern, Anbietern oder Standorten.',
    },
    advice: {
      nl: 'Dien één aanvraag in per operator, per klantnummer en per vestiging.',
      fr: 'Introduisez une demande par opérateur, par numéro de client et par site.',
      en: 'Make one request per operator, account number and site.',
      de: 'Stellen Sie je Anbieter, Kundennummer und Standort einen eigenen Antrag.',
    },
  },
  date_not_accepted: {
    meaning: {
      nl: 'De huidige operator aanvaardt de gewenste datum niet: te vroeg, te ver weg, een feestdag of volzet.',
      fr: "L'opérateur actuel n'accepte pas la date souhaitée : trop proche, trop lointaine, jour férié ou complet.",
      en: 'The current operator does not accept the desired date: too soon, too far ahead, a holiday or fully booked.',
      de: 'Der jetzige Anbieter akzeptiert das gewünschte Datum nicht: zu früh, zu spät, ein Feiertag oder ausgebucht.',
    },
    advice: {
      nl: 'Kies een andere werkdag, minstens 10 werkdagen vanaf vandaag.',
      fr: 'Choisissez un autre jour ouvrable, dans 10 jours ouvrables au plus tôt.',
      en: 'Choose another working day, 10 or more working days ahead.',
      de: 'Wählen Sie einen anderen Werktag, mindestens 10 Werktage im Voraus.',
    },
  },
  date_expired: {
    meaning: {
      nl: 'De goedkeuring van de huidige operator is verlopen.',
      fr: "L'approbation de l'opérateur actuel est arrivée à échéance.",
      en: "The current operator's approval has lapsed.",
      de: 'Die Genehmigung des jetzigen Anbieters ist abgelaufen.',
    },
    advice: {
      nl: 'Kies een nieuwe datum en dien de aanvraag opnieuw in. De huidige operator moet ze opnieuw goedkeuren.',
      fr: "Choisissez une nouvelle date et introduisez à nouveau la demande. L'opérateur actuel devra l'approuver à nouveau.",
      en: 'Choose a new date and submit the request again. The current operator has to approve it again.',
      de: 'Wählen Sie ein neues Datum und reichen Sie den Antrag erneut ein. Der jetzige Anbieter muss ihn erneut genehmigen.',
    },
  },
  withdrawn_by_subscriber: {
    meaning: {
      nl: 'De contracthouder heeft de overdracht bij de huidige operator ingetrokken.',
      fr: "Le titulaire du contrat a retiré le portage auprès de l'opérateur actuel.",
      en: 'The contract holder has withdrawn the port with the current operator.',
      de: 'Der Vertragsinhaber hat die Portierung beim jetzigen Anbieter zurückgezogen.',
    },
    advice: {
      nl: 'Bespreek het met de contracthouder. Was het een vergissing, maak dan een nieuwe aanvraag met een nieuwe volmacht; deze aanvraag kan niet verder.',
      fr: "Voyez cela avec le titulaire du contrat. S'il s'agit d'une erreur, faites une nouvelle demande avec un nouveau mandat ; celle-ci ne peut pas se poursuivre.",
      en: 'Settle it with the contract holder. If it was a mistake, make a new request with a new mandate; this one cannot go on.',
      de: 'Klären Sie es mit dem Vertragsinhaber. War es ein Irrtum, stellen Sie einen neuen Antrag mit einer neuen Vollmacht; dieser kann nicht fortgesetzt werden.',
    },
  },
  donor_no_response: {
    meaning: {
      nl: 'De aanvraag werd gesloten zonder antwoord van de huidige operator.',
      fr: "La demande a été clôturée sans réponse de l'opérateur actuel.",
      en: 'The request was closed without an answer from the current operator.',
      de: 'Der Antrag wurde ohne Antwort des jetzigen Anbieters geschlossen.',
    },
    advice: {
      nl: 'Fonzer kaart dit via COLT aan bij de huidige operator. U hoeft niets te doen.',
      fr: "Fonzer relance l'opérateur actuel via COLT. Vous n'avez rien à faire.",
      en: 'Fonzer escalates this to the current operator through COLT. There is nothing for you to do.',
      de: 'Fonzer verfolgt dies über COLT beim jetzigen Anbieter. Sie brauchen nichts zu tun.',
    },
  },
  technical_error: {
    meaning: {
      nl: 'Het bericht aan de operator werd om een technische reden geweigerd.',
      fr: "Le message à l'opérateur a été refusé pour une raison technique.",
      en: 'The message to the operator was refused for a technical reason.',
      de: 'Die Nachricht an den Anbieter wurde aus einem technischen Grund abgewiesen.',
    },
    advice: {
      nl: 'Fonzer zet het bericht recht en stuurt het opnieuw. U hoeft niets te doen.',
      fr: "Fonzer rectifie le message et le renvoie. Vous n'avez rien à faire.",
      en: 'Fonzer repairs the message and sends it again. There is nothing for you to do.',
      de: 'Fonzer bringt die Nachricht in Ordnung und sendet sie erneut. Sie brauchen nichts zu tun.',
    },
  },
  other: {
    meaning: {
      nl: 'De operator geeft een reden die niet in deze lijst staat; zijn eigen tekst, als hij die gaf, staat erbij.',
      fr: "L'opérateur donne un motif qui ne figure pas dans cette liste ; son propre texte éventuel est joint.",
      en: 'The operator gives a reason that is not in this list; its own text, if it gave one, is shown with it.',
      de: 'Der Anbieter nennt einen Grund, der nicht in dieser Liste steht; sein eigener Text, falls vorhanden, steht dabei.',
    },
    advice: {
      nl: 'Fonzer leest de tekst van de operator en komt bij u terug. Voorlopig hoeft u niets te doen.',
      fr: "Fonzer lit le texte de l'opérateur et revient vers vous. Vous n'avez rien à faire pour le moment.",
      en: "Fonzer reads the operator's text and comes back to you. There is nothing for you to do for now.",
      de: 'Fonzer liest den Text des Anbieters und meldet sich bei Ihnen. Vorerst brauchen Sie nichts zu tun.',
    },
  },
};
