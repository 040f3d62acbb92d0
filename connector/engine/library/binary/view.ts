import { cannotConvert } from "../../types/convert.ts";
import { primitiveTypes } from "../../types/type-value.ts";
import { BinaryValue } from "../../values/binary.ts";
import { expressionError } from "../../values/errors.ts";
import type { RecordValue } from "../../values/record.ts";
import { plain, type Value } from "../../values/value.ts";
import type { FunctionDeclaration } from "../declaration.ts";
import { callHandler, interceptable, isPassedOver, markFinal } from "../view-handlers.ts";

/** Binaries whose source does some operations itself. */
export const views: readonly FunctionDeclaration[] = [
  {
    signature: "Binary.View(binary as nullable binary, handlers as record) as binary",
    summary: "A binary whose operations are done by handlers; what none of them does is done over its bytes.",
    difference: "The handlers are GetStream, GetLength and OnInvoke; other fields of `handlers` are passed over.",
    examples: [
      {
        usage: 'Binary.Length(Binary.View(null, [GetStream = () => error "not needed", GetLength = () => 12]))',
        output: "12",
      },
      { usage: "Binary.View(null, [GetStream = () => #binary({1, 2})])", output: "#binary({1, 2})" },
      {
        usage: 'Binary.View(#binary({1}), [GetStream = () => error "no stream"])',
        output: "#binary({1})",
      },
    ],
    call: (binary: BinaryValue | null, handlers: RecordValue) => {
      if (binary === null && !handlers.has("GetStream")) {
        throw expressionError("A view without a binary needs the handler 'GetStream'.", handlers);
      }
      const ask = (handler: string, args: readonly Value[]): Value | undefined => {
        const cell = handlers.cell(handler);
        if (cell === undefined) return undefined;
        try {
          return callHandler(cell, args);
        } catch (error) {
          if (handler === "GetStream" && binary === null) throw error;
          if (!isPassedOver(error)) throw error;
          return undefined;
        }
      };
      const bytes = (): Uint8Array => {
        const stream = plain(ask("GetStream", []) ?? binary);
        if (!(stream instanceof BinaryValue)) throw cannotConvert(stream, primitiveTypes.binary);
        return stream.bytes();
      };
      return new BinaryValue(bytes, undefined, { ask });
    },
  },
  {
    signature: "Binary.ViewError(errorRecord as record) as record",
    summary:
      "An error record that, raised by a handler of a view, is the operation's error: the engine does not step in.",
    examples: [
      {
        usage:
          'Binary.View(#binary({1}), [GetStream = () => error Binary.ViewError(Error.Record("Chat.Limit", "too large"))])',
        output: 'error "too large"',
      },
    ],
    call: markFinal,
  },
  {
    signature: "Binary.ViewFunction(function as function) as function",
    summary: "A function that a view it is called with may answer itself, by its handler `OnInvoke`.",
    examples: [
      {
        usage:
          "Binary.ViewFunction((binary) => 1)(Binary.View(#binary({}), [OnInvoke = (function, args, index) => index + 7]))",
        output: "7",
      },
    ],
    call: interceptable,
  },
];
