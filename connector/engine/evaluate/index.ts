/**
 * The syntax tree to values: names are resolved and expressions compiled to closures once, then run over frames. It knows the
 * language only; functions come from the library, the world from a host.
 *
 * | part | does |
 * | --- | --- |
 * | `session.ts` | one evaluation: library, sections, extensions, `#shared` |
 * | `compile.ts` | expressions → closures; `compile-type.ts`, `list-expression.ts`, `access.ts` for their forms |
 * | `scope.ts`, `frame.ts` | what a name means, where its cell lies |
 * | `closure.ts` | functions of M, tail calls without stack |
 * | `operators.ts`, `temporal-operators.ts`, `combine.ts` | operators |
 * | `data-source.ts` | an extension's function as a data source |
 * | `error-record.ts`, `trace.ts` | M errors as records; the way an error came |
 */
export { Session, type Documents } from "./session.ts";
