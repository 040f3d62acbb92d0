/**
 * OData of Microsoft's group "Accessing data functions": services of version 4 in JSON. Older versions and Atom are refused.
 *
 * | part | holds |
 * | --- | --- |
 * | `options.ts` | the options of `OData.Feed`, read and checked |
 * | `service.ts` | requests of one feed; its metadata; links |
 * | `metadata.ts` | what `$metadata` declares: types, sets, functions |
 * | `context.ts` | what an answer holds, by its context URL |
 * | `edm.ts` | OData's primitive types in M |
 * | `entity.ts` | JSON → records and rows by their types |
 * | `feed.ts` | addresses → navigation tables, tables with pages, functions |
 */
import type { RecordValue } from "../../values/record.ts";
import type { Value } from "../../values/value.ts";
import type { Group } from "../declaration.ts";
import { urlOf } from "../web/options.ts";
import { checkUrl } from "../web/request.ts";
import { Feed } from "./feed.ts";
import { readFeedOptions } from "./options.ts";
import { Service } from "./service.ts";

/** What reads OData services. */
export const odata: Group = {
  name: "Accessing data functions",
  functions: [
    {
      signature: "OData.Feed(serviceUri as text, optional headers as nullable record, optional options as any) as any",
      summary:
        "What an OData service offers, as a table with a row for each set and function; or, at the address of a set, its entities.",
      examples: [
        {
          usage: 'OData.Feed("https://example.com/odata/"){[Name = "Queues", Signature = "table"]}[Data]',
          output: '#table({"Id", "Name"}, {{1, "VPN"}})',
          notRun: "it asks the network",
        },
      ],
      difference:
        "Services of version 4 in JSON only. The service is asked for the first rows and for some of the columns; filters, sorting and all else are done here. Requests go out one after another whatever `Concurrent` says; `$batch`, annotations, joined overloads of functions and functions of an entity are not there.",
      bind: (evaluation) => (serviceUri: string, headers: RecordValue | null, given: Value) => {
        checkUrl(serviceUri);
        const options = readFeedOptions(headers, given, evaluation.dataSource() !== undefined);
        const address = urlOf(serviceUri, { ...options.web, query: options.systemQuery });
        return new Feed(new Service(serviceUri, options, evaluation)).open(address);
      },
    },
  ],
};
