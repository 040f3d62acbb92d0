import { expect, it } from "vitest";
import { findCalls, type AuditFilter } from "../../../emulator/store/index.ts";
import { createDesk } from "../fixture.ts";

const rest: AuditFilter = {
  leastStatus: 400,
  mostStatus: 499,
  method: "GET",
  routePart: "x",
  fromAt: 0,
  toAt: 1,
  beforeId: 9,
  afterId: 1,
};

const filters: readonly (readonly [name: string, filter: AuditFilter, way: RegExp])[] = [
  ["nothing", {}, /SCAN audit$/m],
  ["every part but the person", rest, /SEARCH audit USING INTEGER PRIMARY KEY/],
  ["instants", { fromAt: 0, toAt: 1 }, /SCAN audit$/m],
  ["the person", { personId: 1 }, /SEARCH audit USING INDEX audit_by_person/],
  ["every part", { ...rest, personId: 1 }, /SEARCH audit USING INDEX audit_by_person/],
];

it.each(filters)("calls narrowed by %s are found by their numbers, without sorting all of them", (_, filter, way) => {
  const store = createDesk();
  const { connection } = store;
  const prepare = connection.prepare.bind(connection);
  let plan = "";
  Object.assign(connection, {
    prepare: (sql: string) => {
      const steps = prepare(`EXPLAIN QUERY PLAN ${sql}`).all({ ...filter, limit: 50 }) as { detail: string }[];
      plan = steps.map(({ detail }) => detail).join("\n");
      return prepare(sql);
    },
  });
  expect(findCalls(store, filter, 50)).toEqual([]);
  expect(plan).toMatch(way);
  expect(plan).not.toContain("TEMP B-TREE");
});
