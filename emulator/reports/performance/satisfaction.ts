import { visitChats, visitSurveys } from "../../store/index.ts";
import { queueOf, type Computation } from "../computation.ts";
import { createDays } from "../days.ts";
import { addToRatings, createRatings, toRatingCells, toRatio } from "../metrics.ts";

/** A row for every local day that the window touches. */
export const computeSatisfaction: Computation<"Satisfaction"> = function* (context) {
  const { store, window, clock } = context;
  const queueId = queueOf(context);
  const days = createDays(clock, window, () => ({ started: 0, ratings: createRatings() }));
  visitChats(store, queueId, window, ({ startedAt }) => {
    days.of(startedAt).started++;
  });
  visitSurveys(store, queueId, window, (survey) => {
    addToRatings(days.of(survey.startedAt).ratings, survey);
  });
  for (const { dayOn, state } of days.all()) {
    yield {
      date: dayOn,
      started: state.started,
      ...toRatingCells(state.ratings),
      responseRate: toRatio(state.ratings.surveys, state.started),
    };
  }
};
