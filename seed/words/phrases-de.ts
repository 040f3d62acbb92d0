import type { PhraseBook } from "./phrases.ts";

/** What is said in German whatever the topic. */
export const germanPhrases: PhraseBook = {
  vagueQuestions: {
    problem: [
      "[Hilfe~Brauche Hilfe~Ich bräuchte mal Hilfe]",
      "Geht [schon wieder~immer noch~seit heute früh] nicht",
      "dasselbe wie [gestern~letzte Woche]",
    ],
    info: ["Hallo, [ich habe eine Frage~ist da jemand?]", "Brauche Hilfe", "Kurze Frage"],
    incident: ["nichts geht mehr", "was ist denn hier los?"],
  },
  questionOpeners: ["Hallo! ", "Guten Tag! ", "Guten Morgen. ", "Moin! ", "Hallo zusammen! "],
  questionEndings: [" Danke!", " Können Sie helfen?", " Danke im Voraus.", "¶¶Viele Grüße¶{guest}", " 🙏"],
  angryEndings: {
    problem: [
      " Das ist jetzt das dritte Mal!",
      " So kann man nicht arbeiten!!",
      " Ziemlich ärgerlich.",
      " Bitte endlich mal kümmern!",
    ],
    info: [" Ich frage jetzt zum zweiten Mal!", " Das steht nirgends, sehr ärgerlich.", " Es ist dringend!!"],
    incident: [" Unmöglich!", " So kann man nicht arbeiten!!", " Wie lange noch?!", " Sehr ärgerlich."],
  },
  botHello: [
    "Guten Tag {guest}, ich bin der virtuelle Assistent von {queue}.",
    "Hallo {guest}! Ich helfe Ihnen gern weiter.",
    "Willkommen bei {queue}, {guest}.",
  ],
  botUnsure: [
    "Das habe ich leider nicht verstanden. Bitte formulieren Sie es anders oder schreiben Sie /agent.",
    "Das kenne ich leider nicht. Beschreiben Sie es bitte in einem Satz, oder schreiben Sie /agent.",
  ],
  botStillUnsure: ["Dazu habe ich keinen Artikel. Mit /agent verbinde ich Sie mit einer Kollegin oder einem Kollegen."],
  botAsksMore: [
    "Schade. Können Sie es noch einmal in einem Satz beschreiben?",
    "Dann suche ich weiter. Was genau ist los?",
  ],
  botNoMore: ["Mehr habe ich dazu leider nicht. Mit /agent erreichen Sie einen Menschen."],
  botAsksBack: {
    problem: ["Hat das geholfen?", "Ist Ihr Anliegen damit gelöst?"],
    info: ["Beantwortet das Ihre Frage?", "Ist es das, was Sie suchen?"],
    incident: ["Kann ich sonst noch etwas tun?", "Möchten Sie Bescheid bekommen, wenn es behoben ist?"],
  },
  guestHelped: {
    problem: ["ja, danke!", "Super, das war's schon", "Problem gelöst", "/end", "ja, geht wieder 👍"],
    info: ["ja, genau das, danke", "Prima, gefunden", "/end", "Vielen Dank, alles klar", "ok, danke"],
    incident: ["ok, dann warte ich", "Gut zu wissen, danke", "/end", "nein, das reicht, danke"],
  },
  botGlad: ["Prima. Auf Wiedersehen!", "Sehr gut. Schönen Tag noch, {guest}!", "Danke und bis zum nächsten Mal 👋"],
  guestRepeatsQuestion: ["Also: ", "Ich meine: ", "Noch einmal: "],
  guestSaysMore: ["mehr weiß ich auch nicht", "steht doch oben", "besser kann ich es nicht sagen"],
  botAsksFirst: [
    "Erzählen Sie mir bitte etwas mehr, damit ich den passenden Artikel finde.",
    "Worum geht es, in einem Satz?",
  ],
  guestNotYet: {
    problem: ["nein, immer noch nicht", "Das habe ich schon versucht.", "Leider nein."],
    info: ["nein, das meine ich nicht", "Leider nein.", "Das habe ich schon gelesen."],
    incident: ["und wie lange noch?", "nein, ich brauche jetzt eine Lösung"],
  },
  guestWantsAgent: [
    "/agent",
    "Ich möchte mit einem Menschen sprechen",
    "bitte einen Mitarbeiter",
    "Agent bitte",
    "/agent",
  ],
  guestWantsAgentAngrily: [
    "/agent",
    "Nein!! Bitte einen Menschen",
    "Das bringt doch nichts, /agent",
    "EINEN MENSCHEN BITTE",
  ],
  guestImpatient: ["Hallo?", "Ist da jemand?", "Wie lange dauert das denn?", "?"],
  guestImpatientAngrily: [
    "Hallo??",
    "Wie lange dauert das denn noch?!",
    "Arbeitet da heute niemand?",
    "Ich warte immer noch ...",
  ],
  guestGivesUp: ["Na gut, ich melde mich später", "ich rufe lieber an", "Muss los, tschüss", "vergessen Sie's"],
  systemWaiting: ["Vielen Dank. Es meldet sich gleich jemand von {queue}."],
  systemWaitingAgain: ["Bitte warten Sie, bis jemand frei ist."],
  systemJoined: ["{agent} ist dem Chat beigetreten."],
  systemTransferred: ["Der Chat wurde an {agent} übergeben."],
  systemClosed: ["{queue} ist zurzeit geschlossen. Bitte kommen Sie während der Öffnungszeiten wieder."],
  systemNoAgent: ["Zurzeit ist niemand von {queue} erreichbar. Bitte versuchen Sie es später noch einmal."],
  systemAllBusy: ["Alle Plätze sind belegt, wir konnten Sie leider nicht rechtzeitig verbinden."],
  systemOffline: ["Der Chat ist zurzeit nicht in Betrieb. Bitte versuchen Sie es später noch einmal."],
  systemDropped: ["Die Verbindung ist abgebrochen."],
  agentHello: [
    "Guten Tag {guest}, hier ist {agent}. Ich habe gelesen, worum es geht.",
    "Hallo {guest}, {agent} hier. Ich sehe mir das gleich an.",
    "Guten Tag {guest}, mein Name ist {agent}. Ich kümmere mich darum.",
  ],
  agentHelloDirect: [
    "Guten Tag {guest}, hier ist {agent}. Danke für Ihre Nachricht, ich sehe mir das an.",
    "Hallo {guest}, {agent} hier. Einen kleinen Moment bitte.",
  ],
  agentHelloLate: [
    "Guten Tag {guest}, hier ist {agent}. Entschuldigen Sie bitte, dass Sie warten mussten.",
    "Hallo {guest}, {agent} hier. Danke für Ihre Geduld[, heute ist viel los~].",
  ],
  agentTellMore: [
    "Worum geht es denn genau?",
    "Was kann ich für Sie tun?",
    "Können Sie mir kurz beschreiben, was los ist?",
  ],
  agentTakesOver: [
    "Hallo {guest}, {agent} hier, ich übernehme. Ich lese kurz nach.",
    "Guten Tag {guest}, hier ist {agent}. Ich habe schon gelesen, was Sie versucht haben.",
  ],
  agentTakesOtherMatter: [
    "Guten Tag {guest}, hier ist {agent}. Ich habe Ihre Frage gelesen.",
    "Hallo {guest}, {agent} hier. Ich sehe gleich nach.",
  ],
  guestOtherMatter: ["Noch etwas: ", "Und noch eine Frage: "],
  guestHello: ["Hallo", "Guten Tag", "Hallo, schön, dass sich jemand meldet", "Tag {helper}"],
  guestThanks: {
    positive: [
      "Vielen Dank!",
      "Super, danke für die schnelle Hilfe 👍",
      "Klasse, herzlichen Dank!",
      "Danke, {helper}, das ging ja fix!",
    ],
    neutral: ["Danke", "Gut, danke", "Danke, dann bis später", "Alles klar, danke"],
    negative: [
      "Na endlich. Danke",
      "Hat ja lange genug gedauert",
      "Danke. Ärgerlich ist es trotzdem",
      "Gut, aber das darf nicht ständig passieren",
    ],
  },
  agentAnythingElse: ["Kann ich sonst noch etwas für Sie tun?", "Haben Sie noch eine Frage?"],
  guestNothingElse: {
    positive: ["Nein, das war alles. Herzlichen Dank!", "nein, alles bestens 🙂"],
    neutral: ["Nein, danke", "nein, das war's", "Nein, das ist alles"],
    negative: ["nein", "Nein. Hoffentlich hält es diesmal", "nein, ich habe schon genug Zeit verloren"],
  },
  guestLetDown: {
    positive: ["Kein Problem, danke für die Mühe!", "Macht nichts, danke trotzdem"],
    neutral: ["Na gut, dann warte ich.", "Schade, aber danke", "ok, bitte halten Sie mich auf dem Laufenden"],
    negative: [
      "Das hilft mir überhaupt nicht",
      "Unmöglich. Und bis dahin?",
      "Ich bin wirklich enttäuscht",
      "Dann beschwere ich mich eben woanders",
    ],
  },
  agentBye: [
    "Gern geschehen. Schönen Tag noch!",
    "Sehr gut, dann schließe ich {ticket}. Auf Wiedersehen!",
    "Gern. Machen Sie es gut!",
  ],
  agentByeKindly: [
    "Entschuldigen Sie noch einmal die Umstände, {guest}. Einen besseren Tag wünsche ich!",
    "Das verstehe ich. Danke für Ihre Geduld, auf Wiedersehen!",
  ],
  agentByeSorry: [
    "Es tut mir leid, dass ich Ihnen nichts Besseres sagen kann. Wir melden uns.",
    "Das verstehe ich. Die Nummer ist {ticket}, wir bleiben dran.",
  ],
  agentStillThere: ["Sind Sie noch da?", "{guest}, sind Sie noch da?", "Hat das geklappt?"],
  agentClosesSilent: ["Da ich nichts mehr von Ihnen höre, schließe ich den Chat. Schreiben Sie gern jederzeit wieder."],
  guestSendsFile: ["Hier: {file}", "Ich schicke Ihnen {file}", "siehe {file}"],
  agentSendsFile: ["Ich schicke Ihnen {file}.", "Hier ist {file} für Sie."],
  exchanges: {
    guestWaitedLong: [
      "Endlich. Ich warte seit {waited} Minuten | Das tut mir leid, heute ist sehr viel los.",
      "{waited} Minuten, ich wollte schon aufgeben | Bitte entschuldigen Sie. Jetzt bin ich für Sie da.",
    ],
    guestFedUp: [
      "Langsam reicht es mir wirklich | Das kann ich verstehen. Ich sehe, was ich tun kann.",
      "Das ist jetzt schon das dritte Mal, sehr ärgerlich! | Das tut mir leid. Wir gehen der Sache nach.",
    ],
    guestBlamesBot: [
      "Ihr Assistent versteht ja gar nichts, ärgerlich | Das tut mir leid. Jetzt bin ich da.",
      "Der Bot hat mir überhaupt nicht geholfen | Dann versuchen wir es zusammen.",
    ],
    guestRepeats: [
      "Muss ich jetzt alles noch einmal erklären? | Nein, ich kann alles mitlesen.",
      "Sie sind schon die zweite Person, mit der ich schreibe | Ich weiß, entschuldigen Sie. Ich habe den ganzen Chat hier.",
    ],
    hold: [
      "Einen Moment bitte, ich prüfe das. | ok | ja, gern | Kein Problem",
      "Ich frage kurz beim Hausmeister nach. | ok | Danke",
      "Ich habe das unter {ticket} notiert. Einen Augenblick noch. | gut | ok",
    ],
    handOver: [
      "Da kennt sich {next} besser aus, ich gebe Sie weiter. | ok | Gut, danke",
      "Ich hole {next} dazu, einen Moment bitte. | ja, gut | ok",
    ],
    handOverToQueue: [
      "Dafür ist {nextQueue} zuständig. Ich verbinde Sie, bitte bleiben Sie im Chat. | ok | Ach so, danke",
    ],
    escalation: [
      "Das muss ich an den Dienstleister weitergeben: {ticket}.",
      "Das lässt sich heute leider nicht mehr klären, {ticket} bleibt offen.",
    ],
  },
  praiseQuick: ["Sehr freundlich und schnell, danke!", "Problem sofort gelöst 👍", "Ging fix, super"],
  praiseFriendly: [
    "{helper} war sehr nett",
    "Freundlich und geduldig, toll.",
    "Kompetent, freundlich: „so muss das sein“",
  ],
  praiseSolved: ["Alles bestens, gern wieder.", "Erledigt, danke"],
  praiseBot: ["Der Assistent wusste es sofort", "Ging ganz ohne Warten, gut"],
  mixedSlow: ["Hat gedauert, ging dann aber.", "Gute Hilfe, aber {waited} Minuten Wartezeit"],
  mixedHandedOn: ["Freundlich, nur musste ich alles zweimal erklären.", "Zwei Ansprechpartner für eine Kleinigkeit"],
  mixedUnsolved: ["Nett, aber noch nicht erledigt", "Warte noch auf den Techniker,¶sonst ok."],
  mixedPlain: ["Ganz okay.", "Geht so.", "Freundlich, nur die Rückfragen waren überflüssig."],
  complaintWait: ["Viel zu lange gewartet ({waited} Minuten).", "{waited} Minuten Warteschlange, unmöglich"],
  complaintUnsolved: [
    "Immer noch nicht erledigt!¶Bitte kümmern Sie sich endlich.",
    "Keine Hilfe, sehr ärgerlich",
    "Problem besteht weiter, schlecht",
  ],
  complaintDropped: ["Chat abgebrochen, musste von vorn anfangen", "Verbindung weg, keiner hat sich gemeldet"],
  complaintHandedOn: ["Keiner fühlte sich zuständig.", "Von einem zum anderen geschickt, schlecht"],
  complaintBot: ["Der Assistent versteht nichts, nutzlos", "Schlechter Bot"],
  complaintPlain: ["Kurz angebunden, unfreundlich", "Nicht zufrieden.", "Zu umständlich, schlechter Service"],
};
