import { dirname } from "node:path";
import express, { type RequestHandler } from "express";
import { beginCall } from "../call.ts";
import { allowOrigins, checkHost, refuseLongUrls, refuseOtherRoutes, setHeaders, type CorsOrigins } from "../guards.ts";
import { keepCertificate, type Certificate } from "../https/certificate.ts";
import { defaultLimits, limitConcurrentCalls, limitRate, type Limits } from "../limits/limits.ts";
import { startListening } from "../listening.ts";
import { createProblemPages } from "../page-router.ts";
import { respondWithProblem } from "../problems.ts";
import { createRecorder } from "./recorder.ts";
import { createRecordingFile, readRecording } from "./recording-file.ts";
import { createReplayer } from "./replayer.ts";

/** What a recording server does, and where it answers. */
export type RecordingServerOptions = {
  /** The recording: made anew with `upstream`, read without. */
  readonly file: string;
  /** The server that calls are passed on to while they are recorded: scheme, host and port. */
  readonly upstream?: string;
  /** Columns whose values are recorded as they are, but for e-mail addresses and GUIDs. */
  readonly keep?: readonly string[];
  readonly host?: string;
  readonly port?: number;
  readonly https?: boolean | Certificate;
  readonly allowHosts?: readonly string[];
  readonly corsOrigins?: CorsOrigins;
  readonly limits?: Partial<Limits>;
  readonly onError?: (error: unknown) => void;
};

/** A running server in front of a recording. */
export type RecordingServer = {
  readonly url: string;
  /** How many calls the recording held at the start. */
  readonly calls: number;
  /** Takes no more calls, and puts the recording onto the disk. */
  readonly close: () => Promise<void>;
};

/**
 * Starts a server that answers `/Chime/` from a recording, or from another server while it records. It has no data file, no keys of
 * its own and no audit trail.
 *
 * @throws Error when the recording cannot be made or read, or the host and port cannot be listened on.
 */
export async function createRecordingServer(options: RecordingServerOptions): Promise<RecordingServer> {
  const { file, upstream, host = "127.0.0.1", port = 0, allowHosts = [], corsOrigins = "*", keep = [] } = options;
  const { https = false, onError = console.error } = options;
  const limits = { ...defaultLimits, ...options.limits };
  const calls = upstream === undefined ? readRecording(file) : [];
  const certificate = typeof https === "object" ? https : https ? await keepCertificate(dirname(file)) : undefined;
  const recording = upstream === undefined ? undefined : createRecordingFile(file);
  const answer: RequestHandler =
    upstream === undefined || recording === undefined
      ? createReplayer(calls)
      : createRecorder({ upstream, file: recording, keep, now: Date.now });
  const begin: RequestHandler = (_req, res, next) => {
    beginCall(res, Date.now());
    next();
  };
  const application = express();
  application.disable("x-powered-by").disable("etag").set("query parser", false);
  application.use(begin, setHeaders(undefined), refuseLongUrls, limitConcurrentCalls(limits.concurrentCalls));
  application.use(checkHost([host, ...allowHosts]));
  application.use("/Chime", allowOrigins(corsOrigins), limitRate(limits.callsPerSecond), answer);
  application.use(createProblemPages(), refuseOtherRoutes, respondWithProblem(onError));
  try {
    const { url, stop } = await startListening(application, {
      host,
      port,
      certificate,
      requestTimeoutMs: limits.requestTimeoutMs,
      onUnreadable: () => undefined,
    });
    return {
      url,
      calls: calls.length,
      close: async () => {
        await stop();
        recording?.close();
      },
    };
  } catch (error) {
    recording?.close();
    throw error;
  }
}
