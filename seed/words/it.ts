import { accountTopics } from "./it-accounts.ts";
import { deviceTopics } from "./it-devices.ts";
import { networkTopics } from "./it-network.ts";
import { workplaceTopics } from "./it-workplace.ts";
import type { Topic } from "./topic.ts";

/** What people ask a service desk for computers. */
export const itTopics: readonly Topic[] = [...accountTopics, ...networkTopics, ...workplaceTopics, ...deviceTopics];
