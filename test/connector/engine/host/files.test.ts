import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { readGrantedFile, readGrantedFolder } from "../../../../connector/engine/host/files.ts";

const root = realpathSync(mkdtempSync(join(tmpdir(), "chime-files-")));
const granted = join(root, "granted");
mkdirSync(join(granted, "below"), { recursive: true });
writeFileSync(join(granted, "chats.csv"), "id\n1\n");
writeFileSync(join(granted, "below", "deep.txt"), "deep");
writeFileSync(join(root, "secret.txt"), "secret");
mkdirSync(join(root, "granted-not"));
writeFileSync(join(root, "granted-not", "x.txt"), "x");
symlinkSync(join(root, "secret.txt"), join(granted, "way-out.txt"));
symlinkSync(root, join(granted, "way-up"));
symlinkSync(join(granted, "chats.csv"), join(granted, "way-in.csv"));
symlinkSync(granted, join(root, "alias"));
afterAll(() => {
  rmSync(root, { recursive: true });
});

function shown(path: string, folders: readonly string[] = [granted]): string {
  const answer = readGrantedFile(path, folders);
  return answer instanceof Uint8Array ? new TextDecoder().decode(answer) : answer.failure;
}

describe("a file that M asks for", () => {
  it.each([
    ["in a granted folder is read", join(granted, "chats.csv"), "id\n1\n"],
    ["below a granted folder is read", join(granted, "below", "deep.txt"), "deep"],
    ["by a link within the folder is read", join(granted, "way-in.csv"), "id\n1\n"],
    ["outside is refused", join(root, "secret.txt"), "refused"],
    ["that does not exist outside is refused alike", join(root, "nothing.txt"), "refused"],
    ["by .. is refused", `${granted}/../secret.txt`, "refused"],
    ["in a folder whose name only begins alike is refused", join(root, "granted-not", "x.txt"), "refused"],
    ["by a link that leads out is refused", join(granted, "way-out.txt"), "refused"],
    ["through a folder's link that leads out is refused", join(granted, "way-up", "secret.txt"), "refused"],
    ["by a path that is not absolute is refused", "chats.csv", "refused"],
    ["by a path with a zero character is refused", `${granted}/chats.csv\0.txt`, "refused"],
    ["that is not there is not found", join(granted, "nothing.csv"), "notFound"],
    ["that is a folder is unreadable", join(granted, "below"), "unreadable"],
  ])("%s", (_claim, path, expected) => {
    expect(shown(path)).toBe(expected);
  });

  it("is refused when nothing was granted", () => {
    expect(shown(join(granted, "chats.csv"), [])).toBe("refused");
  });

  it("is read through a granted folder that is itself a link", () => {
    expect(shown(join(root, "alias", "chats.csv"), [join(root, "alias")])).toBe("id\n1\n");
  });
});

describe("a folder that M asks for", () => {
  it("lists its files and folders by name, without links that lead out", () => {
    const entries = readGrantedFolder(granted, [granted]);
    const shownEntries =
      "failure" in entries ? [] : entries.map(({ name, isFolder, length }) => [name, isFolder, length]);
    expect(shownEntries).toEqual([
      ["below", true, 0],
      ["chats.csv", false, 5],
      ["way-in.csv", false, 5],
    ]);
  });

  it("outside is refused", () => {
    expect(readGrantedFolder(root, [granted])).toMatchObject({ failure: "refused" });
  });
});
