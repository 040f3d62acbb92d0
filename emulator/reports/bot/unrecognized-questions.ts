import { readUnrecognized } from "../../store/index.ts";
import { queueOf, type Computation } from "../computation.ts";
import { toRatio } from "../metrics.ts";

/** A row for every chat whose question the bot did not recognise, in order of its start, then its number. */
export const computeUnrecognizedQuestions: Computation<"UnrecognizedQuestions"> = function* (context) {
  for (const chat of readUnrecognized(context.store, queueOf(context), context.window)) {
    yield {
      sessionId: chat.id,
      startedAt: chat.startedAt,
      question: chat.question,
      confidence: chat.confidence === null ? null : toRatio(chat.confidence, 1),
      outcome: chat.outcome,
      tags: chat.tags,
    };
  }
};
