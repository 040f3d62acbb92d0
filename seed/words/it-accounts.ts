import { defineTopic } from "./define-topic.ts";
import type { Topic } from "./topic.ts";

/** What people ask about signing in and about attacks on their accounts. */
export const accountTopics: readonly Topic[] = [
  defineTopic(
    {
      intent: "Password reset",
      weight: 18,
      language: "en",
      tags: ["password", "account"],
      deflection: 0.46,
      resolution: 0.96,
      connectedMinutes: 6,
      connectedSigma: 0.5,
      transfers: 0.02,
      files: 0.01,
    },
    `
    b You can reset your password yourself at the self-service portal: choose Forgot password and follow the steps. | the portal says my phone number is unknown | I don't have my phone with me | I get "user not found" there
    b Please mind that Caps Lock is off, and that the password has at least 12 characters, one digit and one symbol. | caps lock is off | I know, that's not it
    a For security, could you confirm your employee number, please? | it's {staffNumber} | {staffNumber} | sure, {staffNumber}
    e I'm not allowed to reset this kind of account. I've opened {ticket}, the identity team will call you on your office phone.
    = problem: forgotten
    ? I [forgot~can't remember~have forgotten] my password[~ and can't log in~ after the holidays~, how do I reset it?]
    ? [How do I reset my password?~How can I reset my password if I don't remember the old one?]
    ? need a password reset for my account[~, just back from leave]
    c Is it about your Windows password or about the password of a single application? | Windows | my normal login | the Windows one
    a When did you last change it, roughly? | before my vacation | a week ago or so | no idea
    t I've sent you a reset link to your private e-mail address. | nothing there yet | the link says "expired"
    f I've set a temporary password and sent it to your phone. You have to change it at the next sign-in. | got it, it asks me for a new one now... and I'm in! | I'm in | works, changed it
    = problem: expired
    ? my password expired [over the weekend~yesterday~while I was on leave][~ and now I can't change it]
    ? "Your password has expired" but the page to change it [doesn't load~shows an error~keeps coming back]
    ? need to change my password, the link in the e-mail doesn't work
    a Are you in the office or at home? | at home | in the office | home, no VPN yet
    t Please press Ctrl+Alt+Del and choose Change a password. | it says "the system cannot contact a domain controller" | I get an error there
    f I've extended the old password until tonight. Please sign in with it, connect the VPN, and change it then. | ok, that worked, password changed | logged in, changing it now. Done
    = problem: says incorrect
    ? Windows says "the password is incorrect" but I am 100% sure it is right
    ? can't log in, password [not accepted~rejected] since [this morning~I changed it yesterday]
    ? I changed my password and now {app} doesn't accept it
    a Did you change it recently, perhaps on another computer? | yes, yesterday on my phone | no | yes, at home
    t Please click the eye symbol and look at what you type. | looks right to me | it is what I wanted to type
    f The old password was still stored. I've cleared it; please restart and sign in with the new one. | restarted... I'm in! | yes, that's it | ok it works now
    `,
  ),
  defineTopic(
    {
      intent: "Account locked",
      weight: 9,
      language: "en",
      tags: ["account", "password"],
      deflection: 0.3,
      resolution: 0.95,
      connectedMinutes: 6,
      connectedSigma: 0.5,
      transfers: 0.03,
      files: 0.02,
    },
    `
    b A locked account opens by itself after {minutes} minutes. Please wait, then sign in once. | I waited, it locks again right away | can't wait that long
    b Mail on a phone that still has an old password locks the account again and again. Please update it there. | I don't have mail on my phone | already updated it
    a Could you confirm your employee number and your manager's name, please? | {staffNumber}, {colleague} {surname} | {staffNumber}, my manager is {colleague}
    e Your account was locked by the security team, so only they may open it. I've told them, the case is {ticket}.
    = problem: locked after attempts
    ? [My account is locked~Account locked~I locked my account][ after too many attempts~ again], please unlock
    ? "The referenced account is currently locked out" 😩
    ? locked out of my computer[~, please help~ since lunch]
    t I've unlocked it. Please try now. | locked again after one try | same message
    f I see where it comes from: an old session of yours on another computer. I've signed it out and unlocked you. | ok I'm in | that was it, I'm in
    f I've unlocked the account. Please press Windows+L and sign in again. | in! | works
    = problem: keeps locking
    ? my account gets locked [every day~every hour~several times a day], [why?~can you find out why?]
    ? third lockout today, what is going on?
    a Do you have a tablet, a second computer or a mapped drive with your account on it? | an old tablet, maybe | yes, a second laptop | no, only this one
    t Please open the Credential Manager and remove everything that begins with your user name. | removed two entries... still locked | there's nothing in there
    f The lockouts come from your phone's Wi-Fi profile with the old password. Please forget the network there and join again. | done. No lock so far! | oh. Yes, that makes sense, fixed it
    `,
  ),
  defineTopic(
    {
      intent: "Multi-factor sign-in",
      weight: 10,
      language: "en",
      tags: ["mfa", "account"],
      deflection: 0.22,
      resolution: 0.92,
      connectedMinutes: 9,
      connectedSigma: 0.5,
      transfers: 0.04,
      files: 0.03,
    },
    `
    b Open the security info page of your account, remove the old phone and add the new one. | I can't open the page without the code... | it asks for the code there too
    b Check that the clock of your phone is set automatically: codes fail when it is off. | it is automatic | checked, no difference
    e Your account needs an identity check in person. I've opened {ticket}; please bring your badge to the desk on the {floor}.
    = problem: new phone
    ? I got a new phone ({phone}) and the authenticator app is empty
    ? new phone, [how do I move the authenticator?~MFA doesn't work anymore~no more codes for {app}]
    a Do you still have the old phone at hand? | no, I traded it in | yes, but it's reset already | no, it's gone
    t Please restore the app from the backup of your old phone. | there is no backup | restored, but it says "action required"
    f I've reset your sign-in methods. Please open the camera and scan the QR code that you see when you sign in. | scanned, now it wants a number... done! | approved, I'm in | got it, works
    = problem: lost phone
    ? [Lost my phone~My phone was stolen~I left my phone at home] [yesterday~today~on the train], how do I sign in now?
    b If you have a second way to sign in, choose "Sign in another way" on the page. | there is no second way | it offers only the phone
    a Thanks for telling us. May I call you on extension {extension} to check that it is you? | yes please | sure, I'm at my desk
    f I have issued a temporary access pass. It is valid for eight hours; type it in place of the code. | got in | that works
    = problem: no code, or asks again and again
    ? MFA keeps asking me again and again[~, {app} is unusable]
    ? no verification code arrives [by text message~on my phone]
    ? Error {signInCode} when I sign in to {app}
    c Do you still have the phone that you set up before? | yes, the same one | yes
    a Which code do you see at the bottom of the page, {signInCode} or something else? | yes, exactly that | {signInCode} | no code, it just loops
    t Please delete the cookies of the sign-in page and try in a private window. | same in the private window | still asking
    f Your session was stuck on our side. I've revoked all sessions; please sign in once more. | one prompt and I'm in | that did it
    `,
  ),
  defineTopic(
    {
      intent: "Phishing",
      weight: 7,
      language: "en",
      tags: ["phishing", "security"],
      deflection: 0.3,
      resolution: 0.95,
      connectedMinutes: 8,
      connectedSigma: 0.5,
      transfers: 0.09,
      files: 0.2,
      guestFiles: ["suspicious mail.msg", "Screenshot mail.png", "phishing.eml"],
    },
    `
    b Please do not click anything in the mail. Use the button Report phishing in Outlook; it also removes the mail. | I don't have that button | I already deleted it, is that ok? | and if I clicked on it?
    b When in doubt, call the sender on a number that you know, never on the one in the mail. | it claims to be from us
    e I've handed this to the security team as {ticket}. Please leave the computer on and don't use it until they call.
    = info: suspicious mail
    ? [Got a strange mail~I received a suspicious e-mail~Is this mail real?] from {sender}, it wants me to [confirm my password~pay an invoice~open a zip file~buy gift cards]
    ? mail from {sender} "your mailbox is full, click here"[, phishing?~ - is this from you?]
    ? looks like phishing: {sender} writes in the name of our CEO
    a Did you click the link or open the attachment? | no | no, I just looked at it | of course not :)
    f Thank you for asking first. It is phishing: I've blocked the sender and removed the mail from all mailboxes. | great | good that I asked | ok, deleted
    f Well spotted. It is one of our own training mails, and you passed. | haha, ok | oh! Good one
    = problem: clicked
    ? I think I clicked on a phishing link 😱 [what now?~what should I do?]
    ? I entered my password on a page that looks fake ({sender})
    ? opened an attachment from {sender} and now [a black window pops up~the laptop is slow~Excel asks for macros]
    b Change your password at once on another device, and do not use the computer any more. | I did, and now? | I have no other device here
    a Don't worry, you did right to tell us. When was that, and did you type your password? | 10 minutes ago, and yes :( | this morning. No password, only the click | just now, yes
    a Please disconnect the network cable or switch off Wi-Fi, and answer me from your phone. Are you there? | ok, wifi is off, I'm on my phone | done, I'm on Teams mobile
    f I've reset your password, ended all sessions and scanned the laptop: nothing was found. You can connect again. | phew! | ok, connected and new password set | what a relief
    `,
  ),
];
