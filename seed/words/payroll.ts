import { defineTopic } from "./define-topic.ts";
import type { Topic } from "./topic.ts";

/** What people ask about money. */
export const payrollTopics: readonly Topic[] = [
  defineTopic(
    {
      intent: "Payslip",
      weight: 10,
      language: "en",
      tags: ["payroll"],
      deflection: 0.25,
      resolution: 0.88,
      connectedMinutes: 13,
      connectedSigma: 0.55,
      transfers: 0.05,
      files: 0.09,
      guestFiles: ["payslip.pdf", "hours, March.xlsx", "screenshot.png"],
      agentFiles: ["Payslip, corrected.pdf", "Calculation.xlsx"],
    },
    `
    b Payslips are in Workday under Pay, Documents, from the 23rd of each month. | it's there, but it is wrong | not there
    a Could you confirm your employee number, please? | {staffNumber} | it's {staffNumber}
    e I have to go through it with the payroll provider. The case is {ticket}; it will be settled with the next run at the latest.
    = problem: amount
    ? I was paid {amount} less than usual, why?
    ? [My overtime~The bonus~My night shift allowance] from {month} is missing on the payslip
    ? payslip for {month} is wrong, {amount} missing
    c Do you have the payslip already? | yes | yes, since yesterday
    a When was it approved, and by whom? | on the 3rd, by {colleague} | by my manager, last week
    t I've recalculated the month. Does the draft in Workday look right to you? | no, it's still missing | no, same amount
    f I see the difference: the approval came after the cut-off. It comes with the next run; I've sent you the calculation. | ok that explains it | but it was approved on the 3rd! ... ok, next month is fine
    = info: where and when
    ? where can I download my payslip?
    ? When is the salary paid if the 25th is a Sunday?
    ? need my payslips of the last three months for [a loan~a flat]
    b Payslips are in Workday under Pay, Documents, from the 23rd of each month. | not there, only the old ones | I have no Workday account any more
    b If the 25th is no working day, we pay on the last one before it. | ok, and where do I see that?
    f I've put them into your documents. We pay on the last working day before the 25th. | I see it | great
    `,
  ),
  defineTopic(
    {
      intent: "Bank details",
      weight: 5,
      language: "en",
      tags: ["payroll", "bank"],
      deflection: 0.32,
      resolution: 0.93,
      connectedMinutes: 8,
      connectedSigma: 0.5,
      transfers: 0.03,
      files: 0.05,
      guestFiles: ["bank statement.pdf", "IMG_4471.jpg"],
    },
    `
    b Bank details are changed in Workday under Pay, Payment elections, until the 10th for the same month. | it's the 12th... | Workday doesn't take my sort code
    a For security, could you confirm the last four digits of the old account? | {extension} | ...{extension}
    e The payment has left already. I've asked the bank to return it, {ticket}; that takes up to five days.
    = info: change
    ? Bank details changed. How do I update them?
    ? I moved to another bank, is it too late for {month}?
    a And who is your manager? We always check such changes twice. | {colleague} {surname} | {colleague}
    f The new account is in; you will get a confirmation to your private address too. | got it | arrived
    = problem: salary not there
    ? my salary hasn't arrived yet
    ? salary went to my old account!
    b Salaries arrive by the end of the working day; some banks take one day longer. | that was two days ago | my colleagues have theirs
    a Which bank is it now? | Barclays | Monzo | HSBC
    f I've found it: the payment came back this morning, and I've sent it out again. It is there tomorrow. | phew, good | ok
    `,
  ),
  defineTopic(
    {
      intent: "Expenses",
      weight: 9,
      language: "en",
      tags: ["expenses"],
      deflection: 0.29,
      resolution: 0.87,
      connectedMinutes: 11,
      connectedSigma: 0.55,
      transfers: 0.05,
      files: 0.16,
      guestFiles: ["receipt.pdf", "receipt taxi, 2 pages.pdf", "IMG_4471.jpg", "hotel.pdf"],
      agentFiles: ["Travel policy.pdf", "Missing receipt.docx"],
    },
    `
    a What is the number of the report? | EXP-{staffNumber} | EXP-{staffNumber}, I think
    e Such an amount has to be approved by finance. I've sent it on as {ticket}.
    = problem: rejected
    ? My expense report is rejected: "receipt not readable"
    ? expenses from {city} sent back, "policy violation"[, why?~]
    b Photograph the receipt in daylight, flat, and upload it again. | it's the best picture I have, sorry | did that three times
    t I've opened it again. Please send it once more as it is. | rejected again | it says "duplicate" now
    f Breakfast has to be a line of its own. I've split it for you and released the report. | ah ok, a separate line | great, I see it is approved
    = problem: not paid
    ? Travel advance for {month}, not paid yet
    ? still waiting for {amount} from my trip to {city}
    ? when are expenses paid? Mine are approved since {weekday}
    b Approved expenses are paid every Thursday. | that was two Thursdays ago | nothing came last Thursday
    f It was waiting for a second approval, which I've just got. It goes out with tomorrow's payment run. | finally | ok, good
    = info: how to
    ? How do I claim {amount} for a hotel, breakfast included?
    ? which rate per mile do we use?
    ? lost the receipt for a taxi, {amount}
    b Rates and forms (also for a lost receipt) are in the travel policy, on the intranet under Finance. | 40 pages... could someone just tell me? | the link is broken
    a For which country is it? | UK | Ireland | {city}, so not the UK
    f I've sent you the page of the travel policy, with the rates and the form. | got it | that's what I needed
    `,
  ),
  defineTopic(
    {
      intent: "Tax form",
      weight: 5,
      language: "en",
      tags: ["tax", "payroll"],
      deflection: 0.33,
      resolution: 0.86,
      connectedMinutes: 14,
      connectedSigma: 0.6,
      transfers: 0.08,
      files: 0.12,
      guestFiles: ["letter of the tax office.pdf", "scan0012.pdf"],
      agentFiles: ["P60.pdf", "Certificate of earnings.pdf"],
    },
    `
    b Tax forms of the last five years are in Workday under Pay, Tax. | the one I need is not there | I left Workday... I mean, I can't log in
    e For two countries I have to bring in our tax adviser. They will call you, the case is {ticket}.
    = info: form
    ? I need a copy of my P60
    ? where do I find my [P60~P11D]?
    a Which tax year is it for? | the last one | 2024/25 | the last two, please
    f I've put the form into your documents. | found it | I have it
    = info: certificate of earnings
    ? How do I get a certificate of earnings for a mortgage?
    ? my landlord wants a proof of income, [where do I get one?~can you write one?]
    b A certificate of earnings can be made in Workday under Pay, by yourself, as a PDF. | the bank wants it signed and stamped | it shows last year only
    a For which months shall it be? | the last three | the whole year
    f I've put the signed certificate into your documents. | found it | great, that's the one
    = problem: tax code
    ? wrong tax code on my payslip since {month}
    ? emergency tax?? I'm here for {days} months
    b Tax codes come from the tax office; a new one is used from the next payslip on. | that was two payslips ago | they say it's you
    a Which code is on it? | 1257L M1 | 0T | BR
    t I've asked the tax office for the current one. Did you get a letter from them? | no letter | no, nothing
    f The tax office has your new code: it is used from the next payslip on, and what you overpaid comes back with it. | great | is that 1257L? Good
    = info: two countries
    ? I work in two countries, where am I taxed?
    ? I'll work from {city} for two months, what about tax?
    b Work abroad is explained on the intranet under Travel, Working abroad. | I read it, it says "ask payroll" | it doesn't mention my case
    a How many days will it be in all this year? | about 60 | 90, maybe | I don't know yet, more than 30
    f Below 183 days you stay taxed here. I've sent you the form A1 for the other country. | good to know | got the form
    `,
  ),
];
