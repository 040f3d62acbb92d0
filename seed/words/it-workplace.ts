import { defineTopic } from "./define-topic.ts";
import type { Topic } from "./topic.ts";

/** What people ask about mail, meetings and documents. */
export const workplaceTopics: readonly Topic[] = [
  defineTopic(
    {
      intent: "Outlook",
      weight: 14,
      language: "en",
      tags: ["outlook", "email"],
      deflection: 0.24,
      resolution: 0.9,
      connectedMinutes: 12,
      connectedSigma: 0.55,
      transfers: 0.04,
      files: 0.08,
    },
    `
    c Do you mean Outlook on your computer or on your phone? | on the computer | my laptop
    b Close Outlook, hold Ctrl while you start it, and confirm safe mode. | safe mode is the same | tried that
    b Under File, Account Settings, choose Repair and follow the steps. | Repair is grayed out | it repaired, no difference
    a Does it work in the browser, at the web version of Outlook? | yes, in the browser it's fine | yes | there too, no
    e I have to give this to the messaging team. The number is {ticket}, please use Outlook in the browser until then.
    = problem: does not start or asks for the password
    ? Outlook keeps asking for my password
    ? Outlook is stuck on "Loading profile"[~ since the restart]
    ? outlook [crashes~freezes] [at start~when I open a calendar~every few minutes][~, error {code}]
    t Please disable the add-in "Meeting Notes" and restart Outlook. | disabled, still the same | Restarted, still loading...
    f I've made a new profile for you. Please start Outlook and give it a minute. | it opens! | I see my mails again | loading... yes, everything is there
    = problem: shared mailbox
    ? I can't see the shared mailbox {mailbox} anymore
    ? need access to {mailbox}[, {colleague} is on leave~ for our team]
    ? can read {mailbox} but not send from it
    b A shared mailbox shows up within an hour after the access was given; please restart Outlook once. | it was there yesterday | restarted, nothing
    a Who owns the mailbox? | {colleague} | my manager, {colleague} {surname}
    t I've given you access. Please restart Outlook. | restarted, not there | no
    f It was missing one right. Fixed; it shows within a few minutes, or at once in the browser. | I can see it now | in the browser it's there | it's back
    = problem: mails stuck or mailbox full
    ? mails stay in the outbox since this morning[~, error {code}]
    ? "your mailbox is full" and I can't send anything
    b If the mailbox is nearly full, please empty Deleted Items and Junk. | both are empty | how do I see how full it is?
    t Please switch off "Work offline" under Send/Receive. | it was off already | no, that's not on
    f The mailbox is at 49.2 of 50 GB. I've switched on the archive; please empty Deleted Items, then sending works again. | OMG I had 14,000 deleted items. It sends now | emptied, mails are going out
    = info: out of office, calendar
    ? How do I set an out-of-office message for external senders?
    ? how can I share my calendar with {colleague}?
    ? where do I switch on automatic replies?
    b Out of office is under File, Automatic Replies; a calendar is shared with a right click on it, Sharing Permissions. | I don't have File... it's the new Outlook | that's not my question
    a Do you use the new Outlook or the classic one? | the new one | classic, I think | how do I see that?
    f In the new Outlook it is under Settings, Calendar or Accounts. I can show you on your screen if you like. | found it! | ah, there | no need, I see it
    `,
  ),
  defineTopic(
    {
      intent: "Teams",
      weight: 9,
      language: "en",
      tags: ["teams", "audio"],
      deflection: 0.2,
      resolution: 0.89,
      connectedMinutes: 10,
      connectedSigma: 0.55,
      transfers: 0.03,
      files: 0.05,
    },
    `
    b In the meeting, open Device settings and choose your headset for speaker and microphone. | it is chosen | I don't see my headset
    b Please quit Teams completely (right click on the symbol beside the clock) and start it again. | did that | same after the restart
    e I've passed it on to the collaboration team, {ticket}. Please join from your phone until they call.
    = problem: nobody hears me
    ? [Nobody can hear me~They can't hear me~My microphone doesn't work] in Teams[~, {meeting} {soon}!]
    ? no sound in Teams calls[, headset is connected~]
    ? echo in every Teams call
    a Which headset is it, and is it on a cable or Bluetooth? | Bluetooth | USB cable | Jabra, Bluetooth
    t Please allow the microphone: Settings, Privacy, Microphone. | it is allowed | was on already
    f The wrong driver was active. I've put the right one in; please make a test call. | test call works | sound is fine now | all good in the test call
    = problem: camera, screen
    ? the camera light is on but the picture is black
    ? can't share my screen in Teams[~, the button is gray]
    c Is it about calls and meetings, or about chats and files? | calls | a meeting | meetings
    b Please quit Teams completely (right click on the symbol beside the clock) and start it again. | did that | same after the restart
    a Is it the same in other programs, such as the camera app? | same there | no, only in Teams
    t Please close other programs that use the camera. | all closed, still black | nothing else is open
    f I've cleared the cache of Teams. Please sign in again. | that did it | works now
    = problem: missing team, cannot join
    ? I can't join the meeting[, "you need permission"~ as a guest]
    ? our team "{site}" disappeared from Teams
    b Only people who were invited may join a meeting or see a team. Please ask the organizer or the owner. | I am invited | the owner has left
    a Was the team perhaps archived, or did the owner leave the company? | {colleague} was the owner, she left | I don't think so
    f I've made you an owner of it. Please sign out and in. | it's back! | I see it again
    `,
  ),
  defineTopic(
    {
      intent: "SharePoint and OneDrive",
      weight: 7,
      language: "en",
      tags: ["sharepoint", "files"],
      deflection: 0.26,
      resolution: 0.9,
      connectedMinutes: 11,
      connectedSigma: 0.55,
      transfers: 0.05,
      files: 0.06,
    },
    `
    e The site has special protection, only its owner may decide. I've written to them, {ticket}.
    = problem: no access
    ? No access to the SharePoint site "{site}"
    ? "You need permission" on {site}[~, I could open it yesterday]
    ? two people of my team need access to {site} too
    b Access to a site is given by its owner: open the link and choose Request access. | I did, nobody answers | the owner left
    a Who is the owner of the site? | {colleague} {surname} | no idea | it was {colleague}, but she left
    a Do you need to read only, or to edit? | edit | read is enough | edit please
    f I've added you as a member. Please open the link again. | opens now | works
    = problem: does not sync
    ? OneDrive [does not sync~is stuck on "processing changes"~shows a red cross]
    ? my files are not synced, the counter has been at {minutes} files for hours
    b Please quit OneDrive in its settings and start it again. | still stuck | red cross is still there
    a How many files are waiting? Please hover over the cloud symbol. | 312 | it says 4,100
    t Please pause the sync and resume it. | resumed, still stuck | no change
    f One path was too long: more than 400 characters. I've shortened the folder name, it goes on now. | the cloud is blue, syncing! | green check mark :)
    = problem: lost file
    ? I deleted a folder in {site}, [can you restore it?~help!!]
    ? someone overwrote my Excel in {site}, I need the version of {weekday}
    b A deleted file stays in the recycle bin of the site for 93 days. | not in there | I don't see a recycle bin
    a What is it called, and when was it last there? | "Budget, final (2).xlsx", on {weekday} | the folder "Offers", yesterday
    f I've restored it. Please look whether it is the right one. | yes!! you saved my week | it's there, all of it
    `,
  ),
];
