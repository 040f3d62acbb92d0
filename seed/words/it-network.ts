import { defineTopic } from "./define-topic.ts";
import type { Topic } from "./topic.ts";

/** What people ask about networks and about printing. */
export const networkTopics: readonly Topic[] = [
  defineTopic(
    {
      intent: "VPN",
      weight: 14,
      language: "en",
      tags: ["vpn", "network"],
      deflection: 0.18,
      resolution: 0.86,
      connectedMinutes: 13,
      connectedSigma: 0.55,
      transfers: 0.07,
      files: 0.07,
    },
    `
    b Quit the VPN client, restart it and choose the gateway nearest to you. | did that twice | all gateways are the same
    b Please try another network, for example the hotspot of your phone, to rule out your router. | same with the hotspot | no reception here
    a Are you on Wi-Fi or on a cable? | wifi, full bars | cable | Wi-Fi
    a Which version of the client do you have? You find it under Help, About. | 5.1.2 | 5.0.8, I believe | it says 5.1
    e The logs have to go to the network team. I've opened {ticket} and attached them; they will call you today.
    = problem: does not connect
    ? [VPN won't connect~vpn not connecting~I can't connect to the VPN][, error {vpnCode}~ from home~ since this morning]
    ? Error {vpnCode} when I start the VPN
    ? vpn stuck at "connecting"[~, tried {minutes} minutes]
    c Are you at home or in a guest network? | at home | home office
    t Please run gpupdate /force in a command prompt, then restart. | restarted, still error {vpnCode} | how do I... ok, done. No change
    t Please switch your router off for a minute. | my partner's laptop works fine on the same network, so it's not the router | done, same error
    f I've moved you to the other gateway. Could you connect again? | connected! | It's up now | yes, connected
    = problem: drops
    ? vpn drops every {minutes} minutes when I work from home
    ? [VPN keeps disconnecting~The VPN disconnects~my vpn connection is lost] [during calls~all the time~whenever I lock the screen]
    t Please switch off power saving of the Wi-Fi adapter: Device Manager, Network adapters, Power management. | done... dropped again | did that, no change
    f There is an update of the client that cures this. I'm sending it to your laptop, please restart in {minutes} minutes. | restarted, stable so far | no drop since, looks good
    = problem: certificate
    ? The VPN client says "no valid certificate"[, what now?~]
    ? VPN: certificate expired[~, can't work]
    b Certificates renew themselves once you are in the office network for an hour. | I'm three hours away from the office | I was there yesterday, nothing happened
    t I've requested a new certificate for you. Please restart the client. | still "no valid certificate" | same message
    f You need to be in the office network once for the new certificate, or use this one-time code: VPN-{extension}. Please type it under Enroll. | enrolled, connected! | code accepted, I'm connected
    = problem: slow, or one system not reachable
    ? Cannot reach {app} while on VPN[~, everything else works]
    ? VPN is super slow today, can't open any file share
    a Does a speed test without the VPN look normal? | yes, 90 Mbit | 60 down, 20 up | yes
    t I've set your connection to the backup gateway. Please connect again. | connected, same thing | no better
    f A route was missing on our side. I've added it, please connect once more. | now it opens | much better | yes, {app} opens
    `,
  ),
  defineTopic(
    {
      intent: "Wi-Fi",
      weight: 7,
      language: "en",
      tags: ["wifi", "network"],
      deflection: 0.25,
      resolution: 0.85,
      connectedMinutes: 10,
      connectedSigma: 0.5,
      transfers: 0.05,
      files: 0.03,
    },
    `
    b Forget the network, then join it again with your user name and password. | did that | it doesn't accept my password there
    a Are your colleagues near you affected as well? | yes, the whole corner | just me | two others, yes
    e Somebody has to look at the access point on the {floor}. I've opened {ticket}; please use a cable until then.
    = problem: none, or no internet
    ? no [wifi~Wi-Fi~wireless] on the {floor}[~ in {building}]
    ? Wi-Fi connected, but no internet[~ since the fire drill]
    t I've renewed the address of your adapter. How is it now? | still no internet | no
    f The access point on the {floor} was down; I've restarted it. Please look again. | back online | 5 bars now | it's back
    = problem: drops or slow
    ? wifi drops every time I walk to another room
    ? Wi-Fi is crawling [in {room}~on the {floor}~today]: 2 Mbit/s
    t Please switch Wi-Fi off and on again. | did that, same speed | no change
    f Your laptop held on to an access point two floors down. I've moved you to the right one. | much better | 80 Mbit now, no drop
    = info: guests
    ? How does a visitor get on the guest Wi-Fi?
    ? guest wifi code for [5 people~two visitors~a customer] {soon}?
    b Visitors get a code at reception; it is valid for a day. | reception is closed already | I need it for a whole week
    a For how many people, and for how long? | 5, one day | two, until Friday | one, today
    f I've made the codes and sent them to you by e-mail. | got them | arrived
    `,
  ),
  defineTopic(
    {
      intent: "Printing",
      weight: 10,
      language: "en",
      tags: ["printing", "hardware"],
      deflection: 0.28,
      resolution: 0.85,
      connectedMinutes: 10,
      connectedSigma: 0.6,
      transfers: 0.06,
      files: 0.05,
      guestFiles: ["IMG_4471.jpg", "printout.jpg", "error display.png"],
    },
    `
    b Open Settings, Printers, remove the printer and add it again from the list of your building. | it isn't in the list | did that already
    a Which printer is it? The name is on a label at the front. | {printer} | it says {printer}
    e The printer needs a technician. I've opened {ticket} with the vendor; please use the one next to the elevator meanwhile.
    = problem: does not print
    ? {printer} does not print
    ? print jobs stay in the queue and nothing comes out[~ of {printer}]
    ? can't print since the update, {printer} is "offline"
    a Can you print to another one? | yes, the other one works | no, none of them | yes
    t I've restarted the print spooler on your laptop. Please try a test page. | nothing | still in the queue
    f I've deleted a stuck job on the print server. Please print again. | it's printing! | paper is coming out, 12 copies of it :D | works
    = problem: add a printer
    ? I need to add {printer} [on the {floor}~to my laptop]
    ? how do I [install~connect] {printer}?
    t I've assigned it to you. Please sign out and in again. | it doesn't show up | signed in again, not there
    f I've added {printer} to your laptop from here. Could you print a test page? | yes, it's out | test page is fine
    = problem: bad print, jam
    ? The printer prints everything in pink[, toner maybe?~]
    ? paper jam in {printer}, I can't open the tray
    ? {printer} is out of toner
    b Paper jam: open the back cover, pull the paper straight out, close it until it clicks. | there is no paper in the back | I'm afraid to break it
    t Please switch it off and on at the back. | same | still red light
    f I've asked the floor service; they are on their way with new toner and will clear the tray. | they are here already, wow | ok, done, it prints fine
    `,
  ),
];
