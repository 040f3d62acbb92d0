import { defineTopic } from "./define-topic.ts";
import type { Topic } from "./topic.ts";

/** What people ask about computers, phones and programs. */
export const deviceTopics: readonly Topic[] = [
  defineTopic(
    {
      intent: "Laptop repair",
      weight: 10,
      language: "en",
      tags: ["laptop", "hardware"],
      deflection: 0.1,
      resolution: 0.78,
      connectedMinutes: 16,
      connectedSigma: 0.6,
      transfers: 0.1,
      files: 0.1,
      guestFiles: ["IMG_4471.jpg", "IMG_0093.HEIC", "flicker.mp4", "screen.jpg"],
    },
    `
    a What is the asset tag? It is on a sticker underneath. | {asset} | it says {asset}
    e It has to be repaired. I've opened {ticket}; please bring it to the desk on the {floor}, you will get a loaner.
    = problem: does not turn on
    ? My {model} doesn't turn on anymore
    ? laptop is dead, [black screen~no light~only a beep]
    b Hold the power button for 20 seconds, plug in the charger and try again. | nothing happens | tried it, same
    a Is any light on when you plug in the charger? | no light at all | orange, blinking | yes, a white one
    t Please try the charger of a colleague. | same with another charger | no difference
    f Please hold Fn, the power button and the left arrow together for ten seconds. That resets the board. | it starts!! | wow, it's booting
    = problem: spilled
    ? I spilled [coffee~water~tea] on the keyboard 😱 what should I do?
    ? [coffee~orange juice] all over my laptop!! 😱
    b Switch it off at once, pull the charger, turn it upside down and let it dry for a day. Please no hair dryer. | done. And what do I work with now? | it went off by itself...
    a Is it switched off and off the power? | yes, upside down on the desk | yes
    f Good. Please leave it like that until tomorrow; a loaner is ready for you at the desk on the {floor}. | ok, on my way | you're a lifesaver
    = problem: screen and dock
    ? The screen flickers when it is docked
    ? second monitor is not recognized[~ at the new desk]
    b Please check the cable between dock and screen, and choose the right source in the menu of the screen. | cables are fine | changed the cable, no difference
    a Let's rule out the dock: is it fine when you connect the screen directly? | without the dock it's fine | yes, direct works
    t Please unplug the dock from power for a minute. | still flickering | same
    f I've installed new firmware on the dock. Please reconnect. | both screens are on | flicker is gone
    = problem: slow, battery
    ? laptop is extremely slow since the last update, startup takes {minutes} minutes
    ? battery is dead after an hour
    ? {asset} very loud, fan runs all the time
    b Please install the pending updates and restart once. | they are installed | it says "up to date"
    t I've stopped a scan that ran in the background. | a bit better, then the same again | no difference
    f An old driver kept the processor busy. I've replaced it; please restart. | so much better | like a new one | much better already
    `,
  ),
  defineTopic(
    {
      intent: "New laptop",
      weight: 6,
      language: "en",
      tags: ["laptop", "request"],
      deflection: 0.22,
      resolution: 0.85,
      connectedMinutes: 12,
      connectedSigma: 0.55,
      transfers: 0.08,
      files: 0.06,
      guestFiles: ["approval.msg", "quote, signed.pdf"],
      agentFiles: ["Hardware catalog.pdf", "Checklist.docx"],
    },
    `
    b Hardware is ordered in the service catalog under Devices; your manager approves it there. | my manager has approved it already | it's not in the catalog
    a Which cost center does it go to? | 4711 | 2040 | I have to ask... 3310
    e Nothing suitable is in stock. I've ordered it, {ticket}; the vendor says about two weeks.
    = info: for a newcomer
    ? new starter on Monday, needs a laptop[ (preferably a {model})~]
    ? need {model} for our intern[, starts next week~]
    a Where will they sit, and do they need a dock and a headset? | {building}, and yes, both | home office, headset only | {floor}, everything please
    f I've reserved a {model}. It is ready on the first day at the desk on the {floor}. | perfect | great, that was fast
    = info: replacement
    ? my laptop is [5~4~6] years old, when do I get a new one?
    ? can I get a {model} in place of my old one?
    a What is the asset tag of the present one? | {asset} | {asset}, I think
    f You are due this quarter: I've ordered the exchange. You will get an invitation to collect it. | oh nice | super, looking forward to it
    = info: loaner and accessories
    ? I need a [loaner laptop~headset~second charger~mouse] for [a week~a business trip to {city}~today]
    a When do you need it? | today, if possible | tomorrow morning | on {weekday}
    f It lies ready for you at the desk on the {floor}; please bring your badge. | on my way | I'll pick it up at lunch
    `,
  ),
  defineTopic(
    {
      intent: "Software request",
      weight: 9,
      language: "en",
      tags: ["software", "request"],
      deflection: 0.3,
      resolution: 0.84,
      connectedMinutes: 11,
      connectedSigma: 0.6,
      transfers: 0.06,
      files: 0.04,
    },
    `
    b Most programs are in the company portal: search for {software} and choose Install. | {software} is not there | Install fails
    b Licensed software needs the approval of your manager. The form is in the service catalog. | she approved it last week | I don't find the form
    e The license has to be bought first. I've opened {ticket} with purchasing, that takes three to five days.
    = info: install
    ? I need {software} for a project
    ? Could you install {software}? I have no admin rights
    ? [how do I get~where can I download] {software}?
    a Do you have the approval of your manager? | yes, she approved it by mail | yes | not yet... now I have
    t I've added you to the group. Please look into the company portal again. | still not there | it says "not available for your device"
    f I'm pushing {software} to your laptop; it appears within {minutes} minutes. | installing now... done, it opens | it's there
    = problem: license
    ? license for {software} expired
    ? {software} says "trial, {minutes} days left"
    b Licensed software needs the approval of your manager. The form is in the service catalog. | I had the approval for a year, it ran out | I don't find the form
    a Which address do you see under Help, Account? | my old one, from before the wedding | my company mail
    f I've assigned you a license, please sign out and in again. | it says "licensed" now | works
    = problem: crashes
    ? {software} crashes at start[ with {code}~]
    ? after the update {software} doesn't open anymore
    b Please install the pending updates of {software} first: Help, Check for updates. | no updates found | updated, still crashes
    a Since when is that, and has anything else changed? | since this morning, nothing changed | since the update | a week or so
    t Please hold Shift while starting it, to leave out add-ins. | it still crashes | same
    f That version has a known fault. I've put the current one on your laptop. | opens without a crash | yes, fixed
    `,
  ),
  defineTopic(
    {
      intent: "Business application",
      weight: 8,
      language: "en",
      tags: ["sap", "access"],
      deflection: 0.12,
      resolution: 0.83,
      connectedMinutes: 14,
      connectedSigma: 0.55,
      transfers: 0.12,
      files: 0.09,
    },
    `
    b Roles are requested in the access portal; your manager and the data owner approve them. | requested a week ago, nothing happened | I don't know the role's name
    e This is for the application team. I've opened {ticket} with your screenshot; they begin at 8 tomorrow.
    = problem: no authorization
    ? SAP: "you are not authorized" for transaction [ME21N~FB60~VA01~KSB1]
    ? I need the role {sapRole} in SAP
    ? can't see [opportunities~my accounts~the EMEA pipeline] in Salesforce anymore
    a Did it work before, and have you changed departments? | yes, I moved to purchasing | it worked last week | no, I'm new
    t I've refreshed your roles. Please log off and on. | logged on again, same message | still not authorized
    f The role {sapRole} had expired. I've extended it for a year. | now it opens | I'm in
    = problem: error or slow
    ? {app} is very slow [today~since the release~when I export]
    ? error {code} when I save an order in SAP
    b Known problems are on the status page. SAP is not available on Sundays from 6 to 8. | nothing there about it | the page says all green
    a Does it happen with every record, or only with one? | with every one | only this one | I tried three, all the same
    t Please clear the cache of the browser. | cleared, no change | same as before
    f A job was blocking the table. It is finished now; please try again. | works now | runs fine again
    `,
  ),
  defineTopic(
    {
      intent: "Phone",
      weight: 6,
      language: "en",
      tags: ["phone", "mobile"],
      deflection: 0.2,
      resolution: 0.86,
      connectedMinutes: 11,
      connectedSigma: 0.55,
      transfers: 0.06,
      files: 0.05,
      guestFiles: ["IMG_4471.jpg", "IMG_0093.HEIC", "bill, March.pdf"],
    },
    `
    b Please restart the phone and check that it has the latest update. | it's up to date | restarted, same
    a Is it a company phone or your own? | company phone, {phone} | company | my own, a {phone}
    e I have to ask the carrier. The case is {ticket}; they usually answer within a day.
    = problem: mail on the phone
    ? no mails on my [phone~{phone}] since I changed my password
    ? company portal on the {phone} says "not compliant"
    t Please open the company portal and choose Check status. | still not compliant | it checks forever
    f The phone needed a six-digit code. Please set one, then it is compliant within a minute. | done, mails are coming in | ok, green now
    = info: roaming, SIM
    ? I travel to {city} on {weekday}, is roaming on?
    ? new SIM card, [please activate~what's the PIN?]
    ? used up my data [in {city}~already], can I get more?
    b Roaming is included in Europe. For other countries please order a travel pass in the service catalog. | ordered it, nothing happened | I don't find it in the catalog
    a What is your mobile number, the last four digits are enough? | {extension} | ...{extension}
    f It is active now; please switch flight mode on and off once. | network is there | works
    = problem: desk phone
    ? desk phone {extension} shows "not registered"
    ? my desk phone is dead, extension {extension}
    a Is anything on its display? | no, all black | yes, "not registered" | only the time
    b Desk phones register again by themselves after a minute. Please check that the network cable clicks in. | it is plugged in | waited, no change
    t Please unplug the phone for ten seconds. | no change | same as before
    f I've set the port again, the phone restarts now. | it rings | it's registered again
    `,
  ),
];
