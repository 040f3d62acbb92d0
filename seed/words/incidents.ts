import { defineTopic } from "./define-topic.ts";
import type { Topic } from "./topic.ts";

/** What everybody asks while something is broken for all: the intents are those of the ordinary topics. */
export const incidents = {
  outlookOutage: defineTopic(
    {
      intent: "Outlook",
      incident: "Outlook outage",
      weight: 1,
      language: "en",
      tags: ["outlook", "outage", "email"],
      deflection: 0.14,
      resolution: 0.5,
      connectedMinutes: 5,
      connectedSigma: 0.5,
      transfers: 0.02,
      files: 0.06,
      guestFiles: ["screenshot.png", "503.png", "error, full screen.png"],
    },
    `
    b We know that Outlook is down for many of you at the moment. Our engineers are working on it; see the status page. | the status page is empty | since when, and how long will it take?
    b Mails are not lost: they are delivered as soon as the outage is over. | I need my calendar now! | and how do I reach customers until then?
    a Is it the same in the browser, with the error 503? | yes, 503 | same in the browser | yes, "service unavailable"
    t Please restart Outlook once; some mailboxes are back already. | restarted, still disconnected | no, 503 again
    e It is a general outage of the mail servers. I can't do more than put you on the list of {ticket}; you will be told when it is over.
    e The outage is not over yet. The next news is due in an hour, on the status page.
    k Outlook outage again, nobody knew when it would be over
    k No mail for half a day and no information. Bad
    k outage, not the agent's fault, but very frustrating
    = incident: outage
    ? [Outlook is down~Outlook not working~Is Outlook down?~Outlook outage?]
    ? Outlook says "disconnected"[, is there an outage~ and the web version shows error 503~, everybody on the {floor} has it]
    ? can't send or receive mails[~ since 9 am], error 503
    ? is there an outage? [No mail~Outlook dead~Calendar empty] for the whole team
    f Your mailbox has just been moved to a server that works. Please start Outlook again. | it's back! | mails are coming in
    f The outage is over for your part of the company. Please restart Outlook. | connected again | it's back, all mails there
    `,
  ),
  vpnAfterUpdate: defineTopic(
    {
      intent: "VPN",
      incident: "VPN down after update",
      weight: 1,
      language: "en",
      tags: ["vpn", "outage", "network"],
      deflection: 0.1,
      resolution: 0.55,
      connectedMinutes: 6,
      connectedSigma: 0.5,
      transfers: 0.03,
      files: 0.07,
      guestFiles: ["screenshot.png", "driver failed.png"],
    },
    `
    b We know that the VPN fails on many laptops since last night's update. A correction is on its way. | and how do I work until then? | when will it be here?
    b If you can, come to the office or use the applications in the browser until the update is taken back. | I'm 200 miles away | my application is not in the browser
    a Did the laptop install the update last night, and do you see "driver failed"? | yes, "driver failed" | yes, it restarted during the night
    t Please restart twice, the second time with a network cable. | restarted twice, driver failed | no cable here, no change
    e The update has to be taken back from outside, and there is a queue. You are on the list, {ticket}, please leave the laptop on.
    e I can't take the update back over the internet. Please bring the laptop to the desk on the {floor}, or wait for the correction tonight.
    k Whole morning lost because of an update. Please test before you roll it out!
    k VPN dead after the update, waited forever. Very bad
    k second broken update this year, frustrating
    = incident: after the update
    ? VPN [broken~not working~dead~fails] since the update
    ? after last night's update [the VPN doesn't start~I can't connect to the VPN~vpn says "driver failed"][~, nor can my colleagues]
    ? VPN client crashes after the update[, error {vpnCode}~, I can't work from home]
    ? did the update break the VPN? Nobody in our team can connect
    f I've taken the update back on your laptop. Please restart and connect. | restarted... connected! | VPN is up again
    f The correction is out: please choose Check for updates, then restart. | installed, VPN works | connected, no "driver failed" anymore
    `,
  ),
  payslipError: defineTopic(
    {
      intent: "Payslip",
      incident: "Wrong payslips",
      weight: 1,
      language: "en",
      tags: ["payroll", "outage"],
      deflection: 0.12,
      resolution: 0.5,
      connectedMinutes: 6,
      connectedSigma: 0.5,
      transfers: 0.03,
      files: 0.1,
      guestFiles: ["payslip.pdf", "payslip, pension twice.pdf"],
    },
    `
    b We know that the pension was deducted twice in this month's run. Corrected payslips follow; you need not do anything. | and when do I get the money? | my rent is due tomorrow!
    a Is the pension on it twice, in lines 7 and 8? | yes, twice | exactly, lines 7 and 8
    t I've reloaded your payslip. Is it right now? | no, still twice | no change
    e The whole run has to be repeated. You get the difference in three days, the case is {ticket}.
    k Wrong pay and nobody can say when it is corrected. Unacceptable
    k pension deducted twice, rent due, very disappointing
    = incident: pension deducted twice
    ? payslip wrong: pension [deducted twice~twice on it]!
    ? I got {amount} too little, the pension is deducted twice on my payslip
    ? Everybody's payslip seems wrong this month, pension deducted twice. [When is it corrected?~Is it known?]
    f I can pay you an advance of the difference today. Shall I? | yes please! | yes, that would help
    f The corrected payslip is in your documents, and the difference is paid out tomorrow. | I see it | ok good
    `,
  ),
  heatingFailure: defineTopic(
    {
      intent: "Heating and cooling",
      incident: "Heating or cooling failure",
      weight: 1,
      language: "de",
      tags: ["heating", "outage", "building"],
      deflection: 0.1,
      resolution: 0.45,
      connectedMinutes: 5,
      connectedSigma: 0.5,
      transfers: 0.02,
      files: 0.06,
      guestFiles: ["Thermometer.jpg", "Foto 1.jpg"],
      agentFiles: ["Merkblatt.pdf"],
    },
    `
    e Der Ausfall dauert mindestens bis {zeit}, ein Teil fehlt noch: {ticket}.
    = incident: Heizung @winter
    ? Heizungsausfall? [Bei uns~Überall] {etage} nur noch {kalt} Grad
    ? Die Heizung ist ausgefallen, [der ganze Flur friert~alle sitzen in Mänteln]
    ? Heizung im ganzen Haus kalt, [wann läuft sie wieder?~was ist da los?!]
    b Die Heizung ist im ganzen Haus ausgefallen, der Techniker ist bestellt. Bitte arbeiten Sie heute möglichst von zu Hause. | bin aber schon hier | und wann kommt er?
    a Wie viel Grad sind es bei Ihnen? | {kalt} Grad | 14! | {kalt}, und es wird kälter
    t Wir haben die Notheizung eingeschaltet. Merken Sie etwas? | nein, eiskalt | nichts
    f Die Heizung läuft seit einer Viertelstunde wieder. Wird es wärmer? | ja, endlich | langsam, ja
    k Heizungsausfall und keine Information, sehr schlecht
    k Den ganzen Tag gefroren, ärgerlich
    = incident: Kühlung @summer
    ? Klimaanlage im ganzen Haus ausgefallen? {etage} {warm} Grad!
    ? Die Kühlung ist ausgefallen, [der ganze Flur schwitzt~hier kann keiner mehr arbeiten]
    ? Ausfall der Klimaanlage, [wann läuft sie wieder?~was ist da los?!]
    b Die Kühlung ist im ganzen Haus ausgefallen, der Techniker ist bestellt. Bitte arbeiten Sie heute möglichst von zu Hause. | bin aber schon hier | und wann kommt er?
    a Wie viel Grad sind es bei Ihnen? | {warm} Grad | 32! | {warm}, und es wird wärmer
    t Wir haben die Lüftung ganz aufgedreht. Merken Sie etwas? | nein, wie in der Sauna | nichts
    f Die Kühlung läuft seit einer Viertelstunde wieder. Wird es besser? | ja, endlich | langsam, ja
    k Ausfall der Klimaanlage und keine Information, sehr schlecht
    k Bei 32 Grad gearbeitet, ärgerlich
    `,
  ),
} as const satisfies Record<string, Topic>;

/** The name of an incident. */
export type IncidentName = keyof typeof incidents;
