import { createPrivateKey, X509Certificate } from "node:crypto";
import { copyFileSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { keepCertificate, makeCertificate, readCertificate } from "../../../../emulator/http/https/certificate.ts";

const folder = mkdtempSync(join(tmpdir(), "chime-bi-certificate-"));
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});
const dayMs = 86_400_000;
const now = Date.parse("2026-11-22T12:00:00Z");

describe("the certificate of a folder", () => {
  it("is for localhost and the loopback addresses, to serve with, and no authority", async () => {
    const { cert, key } = await makeCertificate(now);
    const certificate = new X509Certificate(cert);
    expect(certificate.subjectAltName).toBe("DNS:localhost, IP Address:127.0.0.1, IP Address:0:0:0:0:0:0:0:1");
    expect(certificate.checkHost("localhost")).toBe("localhost");
    expect(certificate.checkIP("::1")).toBe("::1");
    expect(certificate.checkHost("example.com")).toBeUndefined();
    expect(certificate.ca).toBe(false);
    // Server authentication.
    expect(certificate.keyUsage).toEqual(["1.3.6.1.5.5.7.3.1"]);
    expect(certificate.checkPrivateKey(createPrivateKey(key))).toBe(true);
    expect(certificate.verify(certificate.publicKey)).toBe(true);
    const days = (Date.parse(certificate.validTo) - Date.parse(certificate.validFrom)) / dayMs;
    expect(days).toBeLessThanOrEqual(825);
    expect(Date.parse(certificate.validFrom)).toBeLessThan(now);
  });

  it("is made once, with a key for this account only, and used again until 30 days before its end", async () => {
    const home = join(folder, "made");
    const first = await keepCertificate(home, now);
    expect(first).toMatchObject({ isNew: true, file: join(home, "localhost.crt") });
    if (process.platform !== "win32") expect(statSync(join(home, "localhost.key")).mode & 0o077).toBe(0);
    const again = await keepCertificate(home, now + 334 * dayMs);
    expect([again.isNew, again.cert]).toEqual([false, first.cert]);
    const later = await keepCertificate(home, now + 336 * dayMs);
    expect([later.isNew, later.cert === first.cert]).toEqual([true, false]);
    expect(readFileSync(later.file, "utf8")).toBe(later.cert);
  });

  it("is made anew when its files do not belong together", async () => {
    const home = join(folder, "mixed");
    const first = await keepCertificate(home, now);
    writeFileSync(join(home, "localhost.key"), (await makeCertificate(now)).key);
    expect((await keepCertificate(home, now)).cert).not.toBe(first.cert);
  });

  it("says where it cannot be kept", async () => {
    const taken = join(folder, "a-file");
    writeFileSync(taken, "");
    await expect(keepCertificate(join(taken, "x"), now)).rejects.toThrow(
      `could not keep a certificate in "${join(taken, "x")}"`,
    );
  });
});

describe("one's own certificate", async () => {
  const { cert, key } = await makeCertificate(now);
  const other = await makeCertificate(now);
  const write = (name: string, text: string): string => {
    const file = join(folder, name);
    writeFileSync(file, text);
    return file;
  };
  const files = {
    cert: write("own.crt", cert),
    key: write("own.key", key),
    otherKey: write("other.key", other.key),
    text: write("text.pem", "no PEM at all"),
    brokenCert: write("broken.crt", "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n"),
    missing: join(folder, "missing.pem"),
  };

  it("is taken as it is", () => {
    expect(readCertificate(files.cert, files.key, now)).toEqual({ certificate: { cert, key }, warning: undefined });
  });

  it.each([
    ["a certificate that is not there", "missing", "key", 'could not read the certificate "%s": there is no such file'],
    ["a key that is not there", "cert", "missing", 'could not read the key "%s": there is no such file'],
    ["a certificate that is no PEM", "text", "key", 'could not use the certificate "%s": it is no PEM certificate'],
    ["a broken certificate", "brokenCert", "key", 'could not use the certificate "%s": it is no PEM certificate'],
    ["a key that is no PEM", "cert", "text", 'could not use the key "%s": it is no PEM private key'],
    ["a certificate as key", "cert", "cert", 'could not use the key "%s": it is no PEM private key'],
    ["another's key", "cert", "otherKey", 'could not use the key "%s": it is not the key of'],
  ] as const)("is refused with %s", (claim, certName, keyName, message) => {
    const atFault = claim.includes("key") ? files[keyName] : files[certName];
    expect(() => readCertificate(files[certName], files[keyName], now)).toThrow(message.replace("%s", atFault));
  });

  it("gives a warning when it has ended, or has not begun", () => {
    copyFileSync(files.cert, join(folder, "copy.crt"));
    const warningAt = (at: number) => readCertificate(files.cert, files.key, at).warning;
    expect(warningAt(now + 400 * dayMs)).toBe(
      `the certificate "${files.cert}" ended on 2027-11-22; callers will refuse it`,
    );
    expect(warningAt(now - 2 * dayMs)).toBe(
      `the certificate "${files.cert}" begins on 2026-11-21; callers will refuse it`,
    );
  });
});
