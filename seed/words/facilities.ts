import { defineTopic } from "./define-topic.ts";
import type { Topic } from "./topic.ts";

const photos = ["Foto 1.jpg", "IMG_4471.jpg", "Fenster, außen.jpg", "Küche.jpg"];
const plans = ["Merkblatt.pdf", "Lageplan.pdf"];

/** What people ask about the building; written in German. */
export const facilitiesTopics: readonly Topic[] = [
  defineTopic(
    {
      intent: "Badge",
      weight: 9,
      language: "de",
      tags: ["badge", "security"],
      deflection: 0.2,
      resolution: 0.93,
      connectedMinutes: 8,
      connectedSigma: 0.5,
      transfers: 0.04,
      files: 0.03,
      guestFiles: ["Foto 1.jpg", "Ausweis.jpg"],
      agentFiles: plans,
    },
    `
    b Halten Sie den Ausweis bitte zwei Sekunden an den Leser. | Blinkt rot, dreimal | schon zehnmal probiert
    a Wie lautet die Nummer auf der Rückseite? | {ausweis} | Da steht {ausweis}
    e Der Leser {tor} ist gestört, da muss die Sicherheitsfirma kommen: {ticket}.
    = problem: öffnet nicht
    ? Mein Ausweis öffnet die Tür {tor} nicht mehr
    ? [Komme~Ich komme] {tor} nicht rein, [Leser blinkt rot~nichts passiert]
    t Ich habe die Karte neu geschrieben. Halten Sie sie bitte noch einmal hin. | immer noch rot | nein, nichts
    f Die Berechtigung war abgelaufen. Ich habe sie eingetragen, sie gilt ab sofort. | jetzt ist er grün | Tür ist auf
    = problem: verloren
    ? Ausweis verloren, bitte sperren!
    ? habe meinen Ausweis im Zug liegen lassen, [was jetzt?~wie komme ich rein?]
    b Einen Tagesausweis bekommen Sie am Empfang. | da ist noch niemand | habe ich, und jetzt?
    a Seit wann fehlt er Ihnen? | seit gestern Abend | seit heute früh | weiß ich nicht genau
    f Ich habe den alten Ausweis gesperrt, der neue liegt {zeit} am Empfang. | Gut, ich hole ihn ab | gut, bis dann
    = info: für andere
    ? Besucherausweis für morgen, wie bestelle ich den?
    ? Neue Kollegin braucht Zutritt {etage}
    ? {kollegin} fängt am {tag} an und braucht einen Ausweis
    b Besucher und neue Kollegen melden Sie im Intranet unter „Empfang“ an. | finde ich nicht | habe ich gemacht, kam aber keine Bestätigung
    a Wie heißt die Person, und ab wann? | {kollegin}, ab {tag} | {kollegin}, morgen ab 9 Uhr
    f Ist angemeldet; der Ausweis liegt am Empfang bereit. | perfekt | prima
    `,
  ),
  defineTopic(
    {
      intent: "Heating and cooling",
      weight: 7,
      language: "de",
      tags: ["heating", "building"],
      deflection: 0.1,
      resolution: 0.74,
      connectedMinutes: 9,
      connectedSigma: 0.55,
      transfers: 0.07,
      files: 0.07,
      guestFiles: ["Thermometer.jpg", "Foto 1.jpg"],
      agentFiles: plans,
    },
    `
    b Stellen Sie das Thermostat auf 3 und warten Sie etwa 20 Minuten. | steht auf 5! | wir warten seit Stunden
    a In welchem Raum sind Sie genau? | Raum {raum} | {raum} | {etage}, Raum {raum}
    e Da muss der Kältetechniker kommen, er ist für {zeit} bestellt: {ticket}.
    = problem: zu kalt @winter
    ? Bei uns {etage} sind es nur {kalt} Grad
    ? Heizung [kalt~geht nicht~läuft nicht] in {raum}[~, wir sitzen hier in Jacken]
    a Sind andere Räume auch kalt? | Zwei Kolleginnen frieren auch schon | nur hier | ja, der ganze Flur
    t Ich habe die Anlage neu gestartet. Wird es wärmer? | nein, eiskalt | bisher nicht
    f Ein Ventil war zu, der Hausmeister hat es geöffnet. Ist es schon besser? | wird langsam warm | ja, 20 Grad jetzt
    = problem: zu warm @summer
    ? Es ist viel zu warm in {raum}: {warm} Grad[~, und das Fenster lässt sich nicht öffnen]
    ? Klimaanlage [bläst nur warm~ist ausgefallen] ({etage})
    b Bitte lassen Sie Fenster und Jalousien zu, solange die Kühlung läuft. | sind den ganzen Tag zu | das Fenster geht gar nicht auf
    t Ich habe die Lüftung eine Stufe höher gestellt. Merken Sie etwas? | nein, genauso warm | nur lauter
    f Die Kühlung stand noch auf Nacht. Ich habe sie umgestellt. | es kühlt, herrlich | ja, wird besser
    = problem: Lärm der Heizung @winter
    ? Die Heizung in {raum} rauscht, man kann kaum telefonieren
    ? Heizkörper in {raum} klopft den ganzen Tag
    b Drehen Sie das Thermostat kurz ganz auf und wieder zu, das hilft oft. | hilft nicht | das klopft weiter
    f Der Hausmeister hat entlüftet. Hören Sie noch etwas? | nein, endlich Ruhe | ist weg
    = problem: Lärm der Lüftung
    ? Lüftung pfeift {etage}
    ? Es zieht und pfeift aus der Decke in {raum}
    b Bitte sehen Sie nach, ob das Gitter der Lüftung zugestellt ist. | nichts davor | das Gitter ist frei
    f Der Hausmeister hat es abgestellt. Hören Sie noch etwas? | nein, endlich Ruhe | ist weg
    `,
  ),
  defineTopic(
    {
      intent: "Room booking",
      weight: 7,
      language: "de",
      tags: ["room", "request"],
      deflection: 0.38,
      resolution: 0.94,
      connectedMinutes: 7,
      connectedSigma: 0.5,
      transfers: 0.02,
      files: 0.02,
      guestFiles: ["Einladung.msg", "Sitzplan.pdf"],
      agentFiles: ["Raumübersicht.pdf"],
    },
    `
    b Freie Räume finden Sie im Kalender unter „Raumsuche“. | da ist alles rot | finde die Raumsuche nicht
    e Der Raum gehört der Geschäftsleitung, ich habe angefragt: {ticket}.
    = info: Raum gesucht
    ? Brauche {zeit} einen Raum für {personen} Personen, mit Beamer
    ? Gibt es am {tag} noch einen Raum für {personen}?
    a Wie lange brauchen Sie ihn, und mit Kaffee? | zwei Stunden, ja, bitte mit Kaffee ☕ | bis mittags, ohne | eine Stunde reicht
    f {raum} ist frei, ich habe ihn für Sie eingetragen. | passt | super
    = problem: doppelt gebucht
    ? Raum {raum} ist doppelt gebucht
    ? Wir haben {raum} gebucht, aber da sitzt schon jemand!
    b Wer zuerst gebucht hat, steht im Kalender des Raums. | da stehen beide | wir waren die Ersten
    a Auf welchen Namen läuft Ihre Buchung? | auf mich | {kollegin} | auf unsere Abteilung
    f Die andere Besprechung habe ich verlegt, {raum} gehört Ihnen. | sie gehen gerade | sehr gut
    = info: stornieren
    ? Wie storniere ich eine Raumbuchung?
    ? bitte {raum} am {tag} wieder freigeben
    b Eine Buchung stornieren Sie, indem Sie die Besprechung absagen. | die Besprechung soll aber bleiben | ich bin nicht der Veranstalter
    a Welcher Tag und welche Uhrzeit? | {tag}, 10 Uhr | {tag} ab 14 Uhr
    f Ist erledigt, der Raum ist wieder frei. | ist frei, ja | sehe ich, gut
    = problem: Technik im Raum
    ? Der Bildschirm in {raum} bleibt schwarz[~, Termin läuft!]
    ? Beamer in {raum} findet meinen Laptop nicht
    b Wählen Sie am Bedienfeld auf dem Tisch den Eingang „Laptop“. | das Bedienfeld ist dunkel | ist gewählt
    a Welche Lampe leuchtet am Gerät? | rot | gar keine | blau, blinkt
    t Bitte das Kabel am Tisch einmal ab- und wieder anstecken. | kein Bild | nichts
    f Ich habe die Anlage von hier neu gestartet. | Bild ist da! | läuft
    `,
  ),
  defineTopic(
    {
      intent: "Repair",
      weight: 8,
      language: "de",
      tags: ["repair", "building"],
      deflection: 0.12,
      resolution: 0.8,
      connectedMinutes: 8,
      connectedSigma: 0.55,
      transfers: 0.06,
      files: 0.14,
      guestFiles: photos,
      agentFiles: plans,
    },
    `
    b Defekte Möbel und Lampen melden Sie am schnellsten mit einem Foto. | habe ich gestern schon | ja, und jetzt?
    a Wo genau ist das, und seit wann? | {etage}, seit gestern | in {raum}, seit heute früh | {etage}, schon länger
    e Das Teil muss bestellt werden, {ticket}. Ich melde mich, sobald ich den Termin habe.
    = problem: Licht, Strom
    ? Licht {etage} flackert
    ? [Steckdose~Steckdosenleiste] in {raum} ohne Strom, [es riecht verschmort~Sicherung?]
    t Ich habe die Sicherung wieder eingeschaltet. | sie fällt sofort wieder raus | keine Besserung
    f Der Elektriker ist bei Ihnen und hat sie getauscht. Geht es? | ja, geht wieder | alles in Ordnung
    = problem: Möbel
    ? Mein Schreibtisch fährt nicht mehr hoch
    ? Höhenverstellung an meinem Tisch klemmt
    b Ziehen Sie den Stecker des Tisches für 10 Sekunden und drücken Sie dann beide Tasten. | hilft nicht, er piept nur | welche Tasten?
    f Der Hausmeister bringt {zeit} Ersatz. Bitte benutzen Sie so lange den Platz nebenan. | alles klar | gut, mache ich
    = problem: Wasser
    ? Wasserhahn in der Küche tropft ({etage})
    ? Toilette {etage} verstopft, das Wasser steht!
    f Der Installateur war da, bitte sehen Sie nach. | alles wieder in Ordnung | ja, passt wieder
    = problem: Aufzug
    ? Der Aufzug hält nicht mehr {etage}
    ? Aufzug steckt fest, [Tür geht nicht auf~es ist aber niemand drin]
    b Steckt jemand fest, drücken Sie bitte die Notruftaste im Aufzug. | es ist niemand drin | ich stehe davor
    a Ist jemand im Aufzug? | nein, zum Glück | nein, er ist leer
    t Der Aufzugsdienst hat ihn aus der Ferne neu gestartet. | steht immer noch | nein
    f Der Techniker ist fertig, der Aufzug fährt wieder. | fährt | ja, ist wieder da
    `,
  ),
  defineTopic(
    {
      intent: "Cleaning",
      weight: 5,
      language: "de",
      tags: ["cleaning", "building"],
      deflection: 0.18,
      resolution: 0.9,
      connectedMinutes: 6,
      connectedSigma: 0.5,
      transfers: 0.03,
      files: 0.1,
      guestFiles: photos,
      agentFiles: plans,
    },
    `
    b Gereinigt wird montags bis freitags ab 18 Uhr, die Küchen auch mittags. | so lange kann das nicht bleiben | gestern war niemand da
    a Wo ist das genau? | {etage}, in der Küche | vor {raum} | {etage}, am Fenster
    e Das gehört nicht zum Vertrag, ich muss ein Angebot einholen: {ticket}.
    = problem: Schmutz
    ? [Kaffee~Rotwein~Milch] auf dem Teppich {etage} verschüttet, bitte Reinigung
    ? Der Papierkorb in {raum} wurde seit Tagen nicht geleert
    ? Küche {etage} sieht schlimm aus, [Spülmaschine~Kühlschrank] stinkt
    f Die Reinigung ist unterwegs, in 20 Minuten ist jemand da. | sind da | prima
    = problem: fehlt etwas
    ? Seife und Handtücher fehlen {etage}
    ? Kaffeebohnen sind alle 😢 ({etage})
    a In welcher Küche oder in welchem Bad? | {etage}, beim Aufzug | {etage}, rechts vom Treppenhaus
    b Nachgefüllt wird um 7 und um 13 Uhr. | da war heute niemand | es ist schon drei
    f Wird gerade aufgefüllt. | gerettet | das ging ja schnell
    `,
  ),
  defineTopic(
    {
      intent: "Parking",
      weight: 5,
      language: "de",
      tags: ["parking", "request"],
      deflection: 0.3,
      resolution: 0.88,
      connectedMinutes: 7,
      connectedSigma: 0.5,
      transfers: 0.03,
      files: 0.04,
      guestFiles: ["Auto, Platz.jpg", "Foto 1.jpg"],
      agentFiles: ["Lageplan.pdf", "Parkordnung.pdf"],
    },
    `
    b Stellplätze für Besucher buchen Sie im Intranet unter „Parken“, bis 18 Uhr am Vortag. | ist heute erst hereingekommen | alles belegt
    a Wie ist das Kennzeichen? | {kennzeichen}
    e Die Tiefgarage gehört dem Vermieter, ich habe ihn angeschrieben: {ticket}.
    = info: Platz für Besuch
    ? Brauche für {tag} einen Parkplatz, Besuch von {firma}
    ? Kunde ({firma}) kommt mit dem Auto, wo kann er parken?
    f {platz} ist reserviert, die Schranke erkennt das Kennzeichen. | perfekt | gebe ich weiter
    = problem: Platz belegt
    ? Auf meinem Platz {platz} steht ein fremdes Auto
    ? [Schon wieder jemand~Jemand Fremdes] auf {platz}, das ist mein Stellplatz!
    b Bitte stellen Sie sich so lange auf einen der Plätze P-20 bis P-25. | die sind voll | und dann? Er soll da weg
    f Ich habe den Halter erreicht, er fährt gleich weg. | ist weg | sehe ihn schon
    = problem: Schranke
    ? Schranke der Tiefgarage geht nicht auf[, Schlange bis auf die Straße~!]
    ? Schranke erkennt mein Kennzeichen nicht
    b Fahren Sie bitte langsam vor, die Kamera liest das Kennzeichen. | sie liest nichts | stehe seit zehn Minuten davor
    t Ich habe sie von hier geöffnet. | sie geht gleich wieder zu | nichts passiert
    f Der Wachdienst ist unten und lässt Sie hinein; das Kennzeichen habe ich neu eingetragen. | bin drin | sehe ihn schon
    = info: laden
    ? Wo kann ich mein E-Auto laden?
    ? Darf ich den Dienstwagen hier laden, und was kostet das?
    b Ladesäulen gibt es im U1, Plätze 20 bis 24. | die sind alle belegt | brauche ich dafür eine Karte?
    f Ich habe es freigeschaltet, ab morgen geht es mit Ihrem Ausweis. | super | teste ich morgen
    `,
  ),
];
