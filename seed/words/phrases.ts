import type { Language } from "./topic.ts";

/** What is said whatever the topic. `{guest}`, `{agent}`, `{helper}` (an agent's first name, or the bot's) and `{queue}` are names. */
export type Phrases = {
  readonly botGreetings: readonly string[];
  readonly botDidThatHelp: readonly string[];
  readonly botGlad: readonly string[];
  readonly botUnsure: readonly string[];
  readonly guestNotYet: readonly string[];
  readonly guestSolved: readonly string[];
  readonly guestWantsAgent: readonly string[];
  readonly systemWaiting: string;
  readonly systemJoined: string;
  readonly systemTransferred: string;
  readonly systemClosed: string;
  readonly systemNoAgent: string;
  readonly systemAllBusy: string;
  readonly systemDropped: string;
  readonly agentGreetings: readonly string[];
  readonly agentAfterTransfer: readonly string[];
  readonly agentFiller: readonly string[];
  readonly agentClosing: readonly string[];
  readonly agentUnsolved: readonly string[];
  readonly guestFiller: readonly string[];
  readonly guestThanks: readonly string[];
  readonly guestUnsolved: readonly string[];
  readonly guestImpatient: readonly string[];
  readonly praise: readonly string[];
  readonly mixed: readonly string[];
  readonly complaints: readonly string[];
};

/** The phrases of each language. */
export const phrases: Readonly<Record<Language, Phrases>> = {
  en: {
    botGreetings: [
      "Hi {guest}, I'm the virtual assistant of {queue}.",
      "Hello {guest}! I can help with most everyday questions.",
      "Welcome to {queue}, {guest}.",
    ],
    botDidThatHelp: ["Did that help?", "Is your issue resolved?", "Does that answer your question?"],
    botGlad: ["Great, glad I could help. Bye!", "Perfect. Have a good day, {guest}!", "Happy to hear that 🎉"],
    botUnsure: [
      "I'm not sure I understood. Could you say it in other words, or type /agent for a person?",
      "Sorry, I have no article about that. Type /agent and I will find somebody for you.",
    ],
    guestNotYet: [
      "no, still the same",
      "I already tried that, it didn't work",
      "that's not what I meant",
      "Not really.",
      "hmm, I don't see that option",
    ],
    guestSolved: ["yes, that worked, thanks!", "Issue resolved", "ok it works now", "Perfect, thank you!", "/end"],
    guestWantsAgent: [
      "/agent",
      "I need to talk to a person please",
      "agent please",
      "Can I speak with someone?",
      "Connect me with an agent",
    ],
    systemWaiting: "Thank you. An agent of {queue} will be with you shortly.",
    systemJoined: "{agent} has joined the chat.",
    systemTransferred: "The chat was handed on to {agent}.",
    systemClosed: "{queue} is closed at the moment. Please come back during opening hours.",
    systemNoAgent: "Nobody is available in {queue} right now. Please try again later.",
    systemAllBusy: "All agents are busy, we could not connect you in time. We are sorry.",
    systemDropped: "The connection was lost.",
    agentGreetings: [
      "Hi {guest}, this is {agent}. Let me have a look at that.",
      "Hello {guest}, {agent} here. I've read what you wrote to the bot, one moment please.",
      "Good day {guest}, my name is {agent}. How are you today?",
      "Hi {guest}! Sorry for the wait. I'm {agent} and I'll take care of this.",
    ],
    agentAfterTransfer: [
      "Hi {guest}, {agent} speaking. My colleague told me what you tried so far.",
      "Hello, {agent} here, taking over. Give me a second to read the chat.",
    ],
    agentFiller: [
      "One moment please, I'm checking.",
      "Thanks. Bear with me.",
      "Could you send me a screenshot, please?",
      "Just to be sure: has it ever worked before?",
      "I've noted that in {ticket}.",
    ],
    agentClosing: [
      "Is there anything else I can do for you?",
      'Great! I will close {ticket} as "resolved".',
      "You're welcome. Have a nice day!",
      "Glad that's sorted, {guest}.",
    ],
    agentUnsolved: [
      "I have to pass this on to second level, they will call you. Your number is {ticket}.",
      "I can't fix this from here, I'm afraid. I've opened {ticket}.",
    ],
    guestFiller: [
      "ok",
      "sure, one sec",
      "Yes",
      "no",
      "still there?",
      "let me check...",
      "It says the same as before, word for word.",
      "I think so, yes",
      "just a moment, I'm on the phone",
    ],
    guestThanks: [
      "Thank you so much!",
      "that did it, thanks 👍",
      "Awesome, thanks for the quick help",
      "Works now. Thanks, {helper}!",
      "no that's all, thank you",
    ],
    guestUnsolved: ["ok, I'll wait for the call then", "Hmm. That's not great, but ok.", "alright, thanks anyway"],
    guestImpatient: ["hello?", "Anyone there?", "how long does this take?", "hello??\nI have a call in 5 minutes"],
    praise: [
      "Quick and friendly, thank you!",
      'Very helpful, explained every step. "Above and beyond".',
      "Solved in minutes 👍",
      "{helper} was great",
      "Easy, fast, done.",
    ],
    mixed: [
      "It took a while, but it works now.",
      "Okay.",
      "Friendly, but I had to repeat everything.",
      "Fine, I guess",
    ],
    complaints: [
      "Waited far too long, and it still doesn't work.",
      "Not solved.\nI was told to call again tomorrow.",
      'The bot kept saying "I\'m not sure I understood", useless.',
      "Chat dropped in the middle, had to start over",
      "Nobody knew the answer.",
    ],
  },
  de: {
    botGreetings: [
      "Guten Tag {guest}, ich bin der virtuelle Assistent von {queue}.",
      "Hallo {guest}! Ich helfe Ihnen gern weiter.",
    ],
    botDidThatHelp: ["Hat das geholfen?", "Ist Ihr Anliegen damit gelöst?", "Beantwortet das Ihre Frage?"],
    botGlad: ["Prima, das freut mich. Auf Wiedersehen!", "Sehr gut. Schönen Tag noch, {guest}!"],
    botUnsure: [
      "Das habe ich leider nicht verstanden. Bitte formulieren Sie es anders oder schreiben Sie /agent.",
      "Dazu habe ich keinen Artikel. Mit /agent verbinde ich Sie mit einer Kollegin oder einem Kollegen.",
    ],
    guestNotYet: ["nein, immer noch nicht", "Das habe ich schon versucht.", "das meinte ich nicht", "Leider nein."],
    guestSolved: ["ja, danke!", "Super, das war's schon", "Problem gelöst", "/end"],
    guestWantsAgent: ["/agent", "Ich möchte mit einem Menschen sprechen", "bitte einen Mitarbeiter", "Agent bitte"],
    systemWaiting: "Vielen Dank. Es meldet sich gleich jemand von {queue}.",
    systemJoined: "{agent} ist dem Chat beigetreten.",
    systemTransferred: "Der Chat wurde an {agent} übergeben.",
    systemClosed: "{queue} ist zurzeit geschlossen. Bitte kommen Sie während der Öffnungszeiten wieder.",
    systemNoAgent: "Zurzeit ist niemand von {queue} erreichbar. Bitte versuchen Sie es später noch einmal.",
    systemAllBusy: "Alle Plätze sind belegt, wir konnten Sie leider nicht rechtzeitig verbinden.",
    systemDropped: "Die Verbindung ist abgebrochen.",
    agentGreetings: [
      "Guten Tag {guest}, hier ist {agent}. Ich sehe mir das gleich an.",
      "Hallo {guest}, {agent} hier. Einen kleinen Moment bitte.",
      "Grüß Gott {guest}, mein Name ist {agent}. Wie kann ich helfen?",
    ],
    agentAfterTransfer: ["Hallo {guest}, {agent} hier, ich übernehme. Ich lese kurz mit."],
    agentFiller: [
      "Einen Moment bitte, ich prüfe das.",
      "Danke. Haben Sie vielleicht ein Foto davon?",
      "Seit wann ist das so?",
      "Ich habe das unter {ticket} notiert.",
    ],
    agentClosing: [
      "Kann ich sonst noch etwas für Sie tun?",
      "Gern geschehen. Schönen Tag noch!",
      "Sehr gut, dann schließe ich {ticket}.",
    ],
    agentUnsolved: [
      "Das muss ich an den Dienstleister weitergeben: {ticket}.",
      "Das lässt sich heute leider nicht mehr klären, {ticket} bleibt offen.",
    ],
    guestFiller: ["ok", "ja", "Moment, ich schaue nach ...", "seit gestern", "nein, das ist überall so", "Genau."],
    guestThanks: [
      "Vielen Dank!",
      "Super, danke für die schnelle Hilfe 👍",
      "Prima, dann bis später",
      "Nein, das war alles. Danke, {helper}!",
    ],
    guestUnsolved: ["Na gut, dann warte ich.", "Schade, aber danke trotzdem"],
    guestImpatient: ["Hallo?", "Ist da jemand?", "Wie lange dauert das denn noch?"],
    praise: ["Sehr freundlich und schnell, danke!", "Problem sofort gelöst 👍", "Alles bestens, gern wieder."],
    mixed: ["Hat gedauert, ging dann aber.", "Ganz okay.", "Freundlich, nur die Rückfragen waren überflüssig."],
    complaints: [
      "Viel zu lange gewartet.",
      "Heizung läuft immer noch nicht!\nBitte kümmern Sie sich endlich.",
      "Keiner fühlte sich zuständig.",
    ],
  },
};
