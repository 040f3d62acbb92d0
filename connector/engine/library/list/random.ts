import { notWhole } from "../../values/errors.ts";

const range = 2 ** 31 - 1;

/**
 * The numbers from 0 up to, not including, 1 that .NET's `Random` gives for a seed: Knuth's subtractive generator. Published
 * results of `List.Random` with a seed are these.
 */
export function seededRandom(seed: number): () => number {
  if (seed !== (seed | 0)) throw notWhole(seed);
  const state = startingState(Math.min(Math.abs(seed), range));
  let [front, back] = [0, 21];
  return () => {
    front = (front % 55) + 1;
    back = (back % 55) + 1;
    const next = within(state[front]! - state[back]!);
    state[front] = next;
    return next / range;
  };
}

/** 55 numbers, at the places 1 to 55. */
function startingState(seed: number): Int32Array {
  const state = new Int32Array(56);
  let last = 161_803_398 - seed;
  let current = 1;
  state[55] = last;
  for (let step = 1; step < 55; step++) {
    const place = (21 * step) % 55;
    state[place] = current;
    current = within(last - current);
    last = state[place];
  }
  for (let round = 0; round < 4; round++) {
    for (let place = 1; place <= 55; place++) {
      // A 32-bit difference that overflows goes round, as in .NET.
      state[place] = within((state[place]! - state[1 + ((place + 30) % 55)]!) | 0);
    }
  }
  return state;
}

function within(difference: number): number {
  return difference < 0 ? difference + range : difference;
}
