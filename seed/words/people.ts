import { defineTopic } from "./define-topic.ts";
import type { Topic } from "./topic.ts";

const documents = ["certificate.pdf", "scan0012.pdf", "IMG_4471.jpg"];
const forms = ["Form.pdf", "Overview 2026, final.pdf", "Checklist.docx"];

/** What people ask human resources. */
export const peopleTopics: readonly Topic[] = [
  defineTopic(
    {
      intent: "Leave",
      weight: 10,
      language: "en",
      tags: ["leave"],
      deflection: 0.36,
      resolution: 0.93,
      connectedMinutes: 10,
      connectedSigma: 0.5,
      transfers: 0.03,
      files: 0.02,
      agentFiles: forms,
    },
    `
    b Your balance is in Workday under Absence, Balances. | that number can't be right | Workday shows nothing
    e I have to ask the local HR partner. I've noted it as {ticket}; you will get an e-mail this week.
    = info: balance
    ? How many [vacation~PTO] days do I have left?
    ? my leave balance is wrong, it should be {days} days more
    a Did you take any days since the last statement? | two days in {month} | no | one week
    f You have {days} days left, of which 3 are already planned. | oh, I thought it was more | ok that makes sense | good to know
    = info: carry over
    ? Can I carry over unused days into next year?
    ? what happens to my vacation days [if I don't use them~at the end of the year~when I go part-time]?
    b Up to five days carry over until the end of March. | I have more than five | and the rest?
    a How many days are we talking about? | {days} | about {days}
    f Five days carry over by themselves. For the rest your manager has to agree; I've sent the request. | great | ok, fair enough
    = problem: request stuck or wrong
    ? I entered the wrong dates for my leave, how can I change them?
    ? my manager is away, who approves my PTO request?
    ? leave request for {month} still pending
    c Have you sent the request already? | yes, last week | yes
    b Requests are changed or withdrawn in Workday under Absence, My requests. | it's grayed out there | I can only look at it
    a Which dates should it be? | from the 3rd to the 14th | {month} 1st to 12th | just the {weekday}
    f I've corrected the dates and sent the request to the deputy of your manager. You get a confirmation by e-mail. | got the mail | yes, I see it
    `,
  ),
  defineTopic(
    {
      intent: "Sick and parental leave",
      weight: 5,
      language: "en",
      tags: ["leave", "absence"],
      deflection: 0.22,
      resolution: 0.9,
      connectedMinutes: 13,
      connectedSigma: 0.5,
      transfers: 0.06,
      files: 0.14,
      guestFiles: documents,
      agentFiles: forms,
    },
    `
    b Sick days are reported in Workday under Absence, Report. From the third day on we need a certificate. | where do I upload the certificate? | I can't log in from home
    e That depends on your contract, so our leave team decides. They have it as {ticket} and will call you.
    = info: sick
    ? I'm sick [today~since {weekday}], [what do I have to do?~whom do I tell?]
    ? do I need a doctor's note for [two~three] days?
    a Get well soon! Since when, and how long will it probably be? | since {weekday}, until the end of the week | today only, I hope
    f I've entered it for you, and your manager is informed. | good, that helps | ok, back to bed then
    = info: parental
    ? Parental leave: what do I have to hand in, and by when?
    ? we're expecting in {month} :) how does parental leave work here?
    ? how long is paternity leave, and is it paid?
    b For parental leave we need the form seven weeks ahead. | which form is that? | it's only six weeks...
    a Congratulations! When is the date? | {month} 14th | beginning of {month} | in {month}, twins!
    f I've sent you the form with your details filled in. Please sign it and send it back by then. | got it | received, will do
    `,
  ),
  defineTopic(
    {
      intent: "Benefits",
      weight: 7,
      language: "en",
      tags: ["benefits"],
      deflection: 0.27,
      resolution: 0.88,
      connectedMinutes: 14,
      connectedSigma: 0.55,
      transfers: 0.06,
      files: 0.08,
      guestFiles: documents,
      agentFiles: ["Plan summary.pdf", "Rates 2026, employees.pdf"],
    },
    `
    a Which plan are you on, PPO or HMO? | PPO | HMO | how do I see that? ... PPO
    e I have to check that with the carrier. I'll come back to you in two days, the case is {ticket}.
    = info: life event
    ? How do I add my [newborn~husband~wife~daughter] to the health plan?
    ? got married, what do I have to change?
    b Life events such as a birth can be entered for 31 days under Benefits, Change. | it's day 33 | where do I upload the certificate?
    a When was it? | on the 3rd | two weeks ago | last {weekday}
    f Congratulations! I've opened the change for you; please upload the certificate until the end of the month. | uploaded | great, I'll do it tonight
    = info: cover and cost
    ? Is dental covered, and how much do I pay myself?
    ? I need a letter of coverage for my insurance
    ? does our plan cover [physical therapy~glasses~a second opinion]?
    b The plan's summary is in Workday under Benefits, Documents. | I've read it, it doesn't say | the link is dead
    f Yes, 80% after the deductible. I've put the letter and the summary into your documents. | so I pay about 20%? Ok | found it
    = info: enrollment
    ? when does open enrollment start?
    ? did I miss open enrollment?
    b Open enrollment is in November; you will get an e-mail. | I mean for new employees | I never got that mail
    f New employees have 30 days from the first day on, so you can still enroll. I've sent you the link. | phew, got it | enrolled
    = info: retirement
    ? 401(k): can I change my contribution in mid-year?
    ? how much does the company add to my 401(k)?
    b The company adds 50 cents a dollar, up to 6% of your pay. The details are in Workday under Benefits, Retirement. | I know, but can I change it now? | the link there is dead
    f You can change it at any time; it takes one payroll cycle. I've sent you the link. | changed it | ok, got the link
    `,
  ),
  defineTopic(
    {
      intent: "Onboarding",
      weight: 6,
      language: "en",
      tags: ["onboarding", "request"],
      deflection: 0.16,
      resolution: 0.86,
      connectedMinutes: 15,
      connectedSigma: 0.55,
      transfers: 0.09,
      files: 0.1,
      guestFiles: ["signed.pdf", "passport.jpg", "scan0012.pdf"],
      agentFiles: ["Checklist.docx", "Welcome, first week.pdf"],
    },
    `
    e Here I need the hiring manager. I've written to them, {ticket}, and will tell you as soon as I know more.
    = info: for managers
    ? New colleague starts on Monday, what do I have to prepare?
    ? our intern {colleague} starts on {weekday}, is everything ordered?
    b The checklist for managers is on the intranet under Joiners. | I've done all of it, but there is no laptop yet | page not found
    a What is the name, and which team do they join? | {colleague} {surname}, marketing | {colleague} {surname}, my team | {colleague}, finance
    f Equipment and badge are ordered, and the account will be there on the first day. | that was quick | perfect
    = info: for newcomers
    ? I'm new here :) where do I find the forms to sign?
    ? first day on {weekday}, where do I have to go?
    b New colleagues find their forms in the welcome e-mail. | I didn't get one | the link in it has expired
    a Welcome aboard! Which private address did you give us? | the gmail one | I think I mistyped it, sorry
    f I've sent the welcome e-mail again, with the forms and the address. | got it now | it's here
    = problem: background check, name
    ? background check still "pending", can you have a look?
    ? my name is misspelled in all systems ({surname}, with two letters swapped)
    b Personal data, such as the spelling of your name, are in Workday under Profile, Change. | I can't change it there, it's gray | that is not what I need
    a Since when do you see that? | for two weeks | since the first day
    f It was stuck on our side, and I've set it right. It takes until tomorrow to show everywhere. | ok great | finally right
    `,
  ),
  defineTopic(
    {
      intent: "Contract and letters",
      weight: 5,
      language: "en",
      tags: ["contract", "letter"],
      deflection: 0.24,
      resolution: 0.9,
      connectedMinutes: 11,
      connectedSigma: 0.5,
      transfers: 0.05,
      files: 0.18,
      guestFiles: ["form of the bank.pdf", "scan0012.pdf"],
      agentFiles: ["Employment letter.pdf", "Certificate, signed.pdf"],
    },
    `
    b Letters of employment can be made by yourself: Workday, Documents, Employment letter. | the bank wants a signature and a stamp | it has my old title on it
    e This letter needs a signature of the legal department. I've passed it on, {ticket}.
    = info: letter
    ? I need an employment letter for [my landlord~a visa~a mortgage~the bank]
    ? can you confirm my employment in writing? It's for [a visa~daycare~a loan]
    a Shall the salary be on it? | yes please | no, just the dates | yes, the yearly one
    f I've signed the letter and put it into your documents. | found it | downloaded
    = problem: contract
    ? The contract of our intern has a typo in the name (Núñez, not Nunez)
    ? my contract still says 32 hours, I work 40 since {month}
    ? where is my signed contract? I only have the draft
    b Signed contracts are in Workday under Documents, Contracts. | only the draft is there | yes, but it is wrong
    a Could you tell me the employee number, please? | {staffNumber} | it's {staffNumber}
    f I've corrected it and sent the contract once more for signature. | signed and uploaded | received it
    = info: reference
    ? how do I ask for a [reference~certificate] [from my last manager~in English]?
    ? can I get an interim reference? My manager leaves
    b References are ordered in Workday under Documents, Reference. | I don't see it there | my manager left before he could sign
    a Who was your manager at that time? | {colleague} {surname} | {colleague}
    f I've asked for it; the reference will be in your documents within a week. | great | ok, good
    = info: notice
    ? what is my notice period?
    ? how long is my notice period if I [leave in {month}~change departments]?
    b References and notice periods are explained in the handbook, section 12. | it's about my own contract | I read it and I'm none the wiser
    a How long have you been with us? | {days} years | since {month} last year
    f It follows from your contract, section 12; I've marked it in the copy that I put into your documents. | I see | ok, clear now
    `,
  ),
];
