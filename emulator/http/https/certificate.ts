import { createPrivateKey, X509Certificate } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

/** What HTTPS is spoken with, as PEM texts. */
export type Certificate = {
  /** The certificate, and those between it and its root if there are any. */
  readonly cert: string;
  readonly key: string;
};

/** A certificate on disk. */
export type CertificateFile = Certificate & {
  /** Where the certificate is, for people to trust it. */
  readonly file: string;
  /** Whether it was made just now, and so is trusted nowhere yet. */
  readonly isNew: boolean;
};

const dayMs = 86_400_000;
/** Apple's devices refuse certificates of more than 825 days; a year is what other tools for developers take. */
const validDays = 365;
/** One that ends within these days is made anew. */
const renewDays = 30;

/**
 * The folder's own certificate for localhost, 127.0.0.1 and ::1, in `localhost.crt` and `localhost.key`: made on first use, used
 * again, and made anew when it ends within 30 days or cannot be used. The key's file is for this account only.
 *
 * @throws Error when the files cannot be written.
 */
export async function keepCertificate(folder: string, now = Date.now()): Promise<CertificateFile> {
  const [file, keyFile] = [join(folder, "localhost.crt"), join(folder, "localhost.key")];
  const kept = readKept(file, keyFile, now);
  if (kept !== undefined) return { ...kept, file, isNew: false };
  const made = await makeCertificate(now);
  try {
    mkdirSync(dirname(file), { recursive: true });
    // The key first: a certificate is never there without its key.
    writeAtOnce(keyFile, made.key, 0o600);
    writeAtOnce(file, made.cert, 0o644);
  } catch (cause) {
    throw new Error(
      `could not keep a certificate in "${folder}": ${reasonOf(cause)}; name a data file in a folder that can be written, or give --cert and --key`,
      { cause },
    );
  }
  return { ...made, file, isNew: true };
}

/**
 * Makes a certificate for localhost, 127.0.0.1 and ::1 that signs itself. It is no authority: whoever got its key could pose as
 * this machine's localhost, and as nothing else.
 */
export async function makeCertificate(now = Date.now()): Promise<Certificate> {
  // Most servers never need it, and it takes 150 ms to load.
  const { generate } = await import("selfsigned");
  const { cert, private: key } = await generate(
    [
      { name: "commonName", value: "localhost" },
      { name: "organizationName", value: "chime-bi emulator" },
    ],
    {
      keyType: "ec",
      curve: "P-256",
      algorithm: "sha256",
      // A day back: clocks differ.
      notBeforeDate: new Date(now - dayMs),
      notAfterDate: new Date(now + validDays * dayMs),
      extensions: [
        { name: "basicConstraints", cA: false, critical: true },
        { name: "keyUsage", digitalSignature: true, critical: true },
        { name: "extKeyUsage", serverAuth: true },
        {
          name: "subjectAltName",
          altNames: [
            { type: 2, value: "localhost" },
            { type: 7, ip: "127.0.0.1" },
            { type: 7, ip: "::1" },
          ],
        },
      ],
    },
  );
  return { cert, key };
}

/**
 * Reads a certificate and its key, both PEM, and checks that they belong together.
 *
 * @returns the certificate, and a warning when it is out of its time: callers will refuse it.
 * @throws Error that names the file at fault.
 */
export function readCertificate(
  certFile: string,
  keyFile: string,
  now = Date.now(),
): { readonly certificate: Certificate; readonly warning: string | undefined } {
  const cert = readPem(certFile, "certificate");
  const key = readPem(keyFile, "key");
  let parsed: X509Certificate;
  try {
    parsed = new X509Certificate(cert);
  } catch (cause) {
    throw new Error(
      `could not use the certificate "${certFile}": it is no PEM certificate; it begins with -----BEGIN CERTIFICATE-----`,
      { cause },
    );
  }
  let privateKey: ReturnType<typeof createPrivateKey>;
  try {
    privateKey = createPrivateKey(key);
  } catch (cause) {
    throw new Error(
      `could not use the key "${keyFile}": it is no PEM private key without a passphrase; \`openssl pkey -in FILE\` takes a passphrase off`,
      { cause },
    );
  }
  if (!parsed.checkPrivateKey(privateKey)) {
    throw new Error(
      `could not use the key "${keyFile}": it is not the key of "${certFile}"; give the two that belong together`,
    );
  }
  return { certificate: { cert, key }, warning: describeTime(certFile, parsed, now) };
}

function describeTime(file: string, { validFrom, validTo }: X509Certificate, now: number): string | undefined {
  if (Date.parse(validTo) < now) return `the certificate "${file}" ended on ${toDay(validTo)}; callers will refuse it`;
  if (Date.parse(validFrom) > now)
    return `the certificate "${file}" begins on ${toDay(validFrom)}; callers will refuse it`;
  return undefined;
}

function toDay(text: string): string {
  return new Date(text).toISOString().slice(0, 10);
}

function readPem(file: string, what: "certificate" | "key"): string {
  try {
    return readFileSync(file, "utf8");
  } catch (cause) {
    throw new Error(`could not read the ${what} "${file}": ${reasonOf(cause)}`, { cause });
  }
}

/** The certificate of the folder while it can be used for 30 days or longer. */
function readKept(file: string, keyFile: string, now: number): Certificate | undefined {
  if (!existsSync(file) || !existsSync(keyFile)) return undefined;
  try {
    const { certificate } = readCertificate(file, keyFile);
    const { validTo } = new X509Certificate(certificate.cert);
    return Date.parse(validTo) > now + renewDays * dayMs ? certificate : undefined;
  } catch {
    // Not to be used, whatever is wrong with it: the answer is a new one.
    return undefined;
  }
}

function writeAtOnce(file: string, text: string, mode: number): void {
  const draft = `${file}.${process.pid}.tmp`;
  try {
    writeFileSync(draft, text, { mode });
    renameSync(draft, file);
  } catch (error) {
    rmSync(draft, { force: true });
    throw error;
  }
}

function reasonOf(error: unknown): string {
  const code = error instanceof Error && "code" in error ? error.code : undefined;
  if (code === "ENOENT") return "there is no such file or folder";
  if (code === "EACCES" || code === "EPERM" || code === "EROFS") return "this account may not";
  if (code === "EISDIR") return "it is a folder";
  return error instanceof Error ? error.message : String(error);
}
