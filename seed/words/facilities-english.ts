import { defineTopic } from "./define-topic.ts";
import type { Topic } from "./topic.ts";

const photos = ["photo 1.jpg", "IMG_4471.jpg", "kitchen, 3rd floor.jpg"];
const plans = ["floor plan.pdf", "house rules.pdf"];

/** What people ask about the building; written in English. */
export const englishFacilitiesTopics: readonly Topic[] = [
  defineTopic(
    {
      intent: "Badge",
      weight: 9,
      language: "en",
      tags: ["badge", "security"],
      deflection: 0.2,
      resolution: 0.93,
      connectedMinutes: 8,
      connectedSigma: 0.5,
      transfers: 0.04,
      files: 0.03,
      guestFiles: ["photo 1.jpg", "badge.jpg"],
      agentFiles: plans,
    },
    `
    b Hold the badge against the reader for two full seconds, please. | red light, three times | tried that ten times
    a What is the number on the back of it? | {staffNumber} | it says {staffNumber}
    e The reader itself is broken, the security company has to come: {ticket}.
    = problem: does not open
    ? My badge doesn't open the door [on the {floor}~of {building}] anymore
    ? [I can't get~can't get] into {building}, [the reader blinks red~nothing happens]
    t I've written the card again. Please hold it there once more. | still red | no, nothing
    f The access had run out. I've entered it again, it holds from now on. | it's green now | door is open
    = problem: lost
    ? I lost my badge, please block it!
    ? left my badge on the train, [what now?~how do I get in?]
    b You get a badge for the day at the front desk. | nobody is there yet | I have one, what next?
    a Since when has it been missing? | since last night | this morning | not sure
    f I've blocked the old badge; the new one is at the front desk. | good, I'll pick it up | ok, on my way
    = info: for others
    ? How do I order a visitor badge for {weekday}?
    ? {colleague} starts on {weekday} and needs a badge
    b Visitors and new colleagues are announced on the intranet, under Front desk. | can't find it | I did, but got no confirmation
    a What is the name, and from when on? | {colleague} {surname}, from {weekday} | {colleague}, tomorrow at 9
    f It is entered; the badge will be at the front desk. | perfect | great
    `,
  ),
  defineTopic(
    {
      intent: "Heating and cooling",
      weight: 7,
      language: "en",
      tags: ["heating", "building"],
      deflection: 0.1,
      resolution: 0.74,
      connectedMinutes: 9,
      connectedSigma: 0.55,
      transfers: 0.07,
      files: 0.07,
      guestFiles: ["thermometer.jpg", "photo 1.jpg"],
      agentFiles: plans,
    },
    `
    b Please set the thermostat to the middle and give it 20 minutes. | it has been there all day | we've waited for hours
    a Which room is it exactly? | {room} | room {room}, {floor}
    a Are other rooms like that too? | the whole corridor | only ours | next door as well
    e A technician has to come, I've ordered one: {ticket}.
    = problem: too cold @winter
    ? It's freezing on the {floor}[~, we're sitting here in our coats]
    ? heating is [off~cold~not working] in {room}
    t I've restarted the system. Is it getting warmer? | no, still cold | not yet
    f A valve was closed; the caretaker has opened it. Is it better? | getting warm | yes, much better
    = problem: too warm @summer
    ? The AC [is out~blows warm air] on the {floor}
    ? far too hot in {room}[, and the windows don't open~]
    t I've set the ventilation one step higher. Do you notice anything? | no, just as hot | only louder
    f The cooling was still on its night setting. I've changed that. | cool air, at last | yes, it's getting better
    = problem: noise
    ? The air vent in {room} whistles, nobody can make a call here
    ? there is a draft from the ceiling in {room}
    b Please look whether something stands in front of the vent. | nothing there | no, it's free
    f The caretaker has adjusted the flap. Do you still hear it? | no, silence | it's gone
    `,
  ),
  defineTopic(
    {
      intent: "Room booking",
      weight: 7,
      language: "en",
      tags: ["room", "request"],
      deflection: 0.38,
      resolution: 0.94,
      connectedMinutes: 7,
      connectedSigma: 0.5,
      transfers: 0.02,
      files: 0.02,
      guestFiles: ["invitation.msg", "seating plan.pdf"],
      agentFiles: ["room overview.pdf"],
    },
    `
    b Free rooms are in your calendar, under Room finder. | everything is red there | I don't see the room finder
    e The room belongs to the board, I've asked them: {ticket}.
    = info: room wanted
    ? I need a room {soon} for [6~8~12~20] people, with a projector
    ? is there a room for [6~8~12] people on {weekday}?
    a For how long, and with coffee? | two hours, coffee would be great | until noon, without | one hour is enough
    f {room} is free, I've booked it for you. | that works | great
    = problem: double booking
    ? {room} is booked twice[~, and both of us are here]
    ? we booked {room} but somebody is already in there!
    b The calendar of the room shows who booked first. | it shows both | we were first
    a In whose name is your booking? | mine | {colleague} {surname} | our team's
    f I've moved the other meeting, {room} is yours. | they're leaving | very good
    = problem: screen in the room
    ? The screen in {room} stays black[~, {meeting} is starting!]
    ? the projector in {room} does not find my laptop
    b Please choose the input Laptop on the panel on the table. | the panel is dark | I did
    a Which light is on at the screen? | red | none | blue, blinking
    t Please pull the cable on the table and plug it in again. | no picture | nothing
    f I've restarted the system from here. | picture is there! | works
    `,
  ),
  defineTopic(
    {
      intent: "Repair",
      weight: 8,
      language: "en",
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
    b Broken furniture and lamps are best reported with a photo. | I did that yesterday | sent it, and now?
    a Where exactly is it, and since when? | {floor}, since yesterday | in {room}, since this morning | {floor}, for a while
    e The part has to be ordered, {ticket}. I'll write as soon as I have the date.
    = problem: light, power
    ? The light on the {floor} flickers
    ? no power at the [desk~outlet] in {room}[, it smells burnt~]
    t I've switched the breaker back on. | it trips again at once | no change
    f The electrician is with you and has replaced it. Does it work? | yes, works again | all good
    = problem: furniture
    ? my desk doesn't move up anymore
    ? the [chair~door~blind] in {room} is broken
    f The caretaker brings a replacement {soon}. Please use the place next to it until then. | ok | will do
    = problem: water
    ? The tap in the kitchen on the {floor} is dripping
    ? toilet on the {floor} is blocked, there is water on the floor!
    f The plumber has been there, please have a look. | all fine again | yes, it's dry
    = problem: elevator
    ? The elevator [skips~doesn't stop on] the {floor}
    ? the elevator is stuck in {building}
    b If somebody is inside, please press the alarm button in the cabin. | nobody is inside | I'm standing in front of it
    a Is anybody in the elevator? | no, luckily | no, it's empty
    t The elevator company has restarted it from afar. | still stuck | no
    f The technician is done, it runs again. | it's running | yes, it's back
    `,
  ),
  defineTopic(
    {
      intent: "Cleaning",
      weight: 5,
      language: "en",
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
    b The cleaners come Monday to Friday from 6 pm on, to the kitchens at noon as well. | it can't stay like this until then | nobody came yesterday
    a Where exactly is it? | {floor}, in the kitchen | in front of {room} | {floor}, by the window
    e That is not part of the contract, I have to ask for an offer: {ticket}.
    = problem: dirt
    ? Somebody spilled [coffee~red wine~milk] on the carpet on the {floor}
    ? the bin in {room} hasn't been emptied for days
    ? the [fridge~dishwasher] on the {floor} smells awful
    f The cleaners are on their way, somebody will be there in 20 minutes. | they're here | great
    = problem: something is missing
    ? There is no soap and no paper on the {floor}
    ? out of coffee beans 😢 ({floor})
    b Supplies come at 7 and at 1. | nobody came today | it's three already
    f They are being filled up right now. | you saved us | that was fast
    `,
  ),
  defineTopic(
    {
      intent: "Parking",
      weight: 5,
      language: "en",
      tags: ["parking", "request"],
      deflection: 0.3,
      resolution: 0.88,
      connectedMinutes: 7,
      connectedSigma: 0.5,
      transfers: 0.03,
      files: 0.04,
      guestFiles: ["my space, taken.jpg", "photo 1.jpg"],
      agentFiles: ["site map.pdf", "parking rules.pdf"],
    },
    `
    b Visitors' spaces are booked on the intranet, under Parking, until 6 pm of the day before. | I only heard of it today | all taken
    a Which space is it, and what is the plate of the car? | number 17, the plate is in the photo | 204, I'll send you a photo
    e The garage belongs to the landlord, I've written to them: {ticket}.
    = info: for a visitor
    ? I need a parking space on {weekday} for a visitor of {client}
    ? a customer ({client}) comes by car, where can they park?
    a What is the plate? | I have to ask, one moment | it's a rental, we don't know yet
    f I've reserved one at the entrance, in your name. | perfect | I'll tell them
    = problem: space taken
    ? There is a strange car on my space
    ? somebody parked on my space[ again~], [what can I do?~this is the third time!]
    b Please take one of the visitors' spaces meanwhile. | they are full | and then? It has to go
    f I've reached the owner, they are moving the car. | it's gone | I see them
    = problem: gate
    ? The gate of the garage doesn't open[, there is a line down to the street~!]
    ? the gate does not read my plate
    b Please drive up slowly, the camera reads the plate. | it reads nothing | I've stood here for ten minutes
    t I've opened it from here. | it closes at once | nothing happens
    f The guard is down there and lets you in; I've entered the plate anew. | I'm in | I see him
    `,
  ),
];
