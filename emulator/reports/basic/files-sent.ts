import { readFiles } from "../../store/index.ts";
import { queueOf, type Computation } from "../computation.ts";

/** A row for every file, in order of the chats, then of the files. */
export const computeFilesSent: Computation<"FilesSent"> = function* (context) {
  for (const file of readFiles(context.store, queueOf(context), context.window)) {
    yield {
      sessionId: file.chatId,
      position: file.position,
      sentAt: file.sentAt,
      sender: file.sender,
      agentId: file.agentId,
      fileName: file.name,
      fileType: /\.([^.]+)$/u.exec(file.name)?.[1]?.toLowerCase() ?? null,
      bytes: file.bytes,
    };
  }
};
