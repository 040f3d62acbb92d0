import { englishFacilitiesTopics } from "./facilities-english.ts";
import { facilitiesTopics } from "./facilities.ts";
import { frenchItTopics } from "./it-french.ts";
import { itTopics } from "./it.ts";
import { payrollTopics } from "./payroll.ts";
import { peopleTopics } from "./people.ts";
import type { Topic } from "./topic.ts";

/** What queues may be about, by the name that a profile uses; `facilities` is written in German. */
export const topicGroups = {
  it: itTopics,
  itFrench: frenchItTopics,
  people: peopleTopics,
  payroll: payrollTopics,
  facilities: facilitiesTopics,
  facilitiesEnglish: englishFacilitiesTopics,
} as const satisfies Record<string, readonly Topic[]>;

/** The name of a group of topics. */
export type TopicGroupName = keyof typeof topicGroups;
