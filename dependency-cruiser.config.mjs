// The table of rooms: which room may import which. A room is entered only through its index.ts.
// docs/architecture.md prints this table; a test compares the two.
export const rooms = {
  zones: [],
  "emulator/catalogue": [],
  "emulator/store": [],
  "emulator/reports": ["emulator/catalogue", "emulator/store", "zones"],
  "emulator/http": ["emulator/catalogue", "emulator/reports", "emulator/store", "emulator/admin", "zones"],
  "emulator/admin": ["emulator/catalogue"],
  "connector/engine": [],
  "connector/client": ["emulator/catalogue", "zones"],
  "connector/generate": ["emulator/catalogue", "connector/client", "zones"],
  "connector/refresh": ["emulator/catalogue", "connector/engine", "connector/generate", "connector/client"],
  "connector/visual": [],
  seed: ["emulator/store", "zones"],
  docs: ["emulator/catalogue", "connector/engine", "emulator/http"],
  bench: ["emulator/store", "seed", "connector/engine"],
};

/** Packages that stay in one room. */
const packagesOfRooms = {
  "better-sqlite3": "emulator/store",
  express: "emulator/http",
  luxon: "zones",
  selfsigned: "emulator/http",
  "hyparquet-writer": "connector/client",
  saxes: "connector/engine",
  parse5: "connector/engine",
  "@microsoft/powerquery-parser": "connector/engine/syntax",
};

const names = Object.keys(rooms);
const folder = (name) => `^${name}/`;

export default {
  forbidden: [
    {
      name: "no-cycles",
      severity: "error",
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ["type-only"] } },
    },
    { name: "no-unresolvable", severity: "error", from: {}, to: { couldNotResolve: true } },
    ...names.flatMap((name) => {
      const others = names.filter((other) => other !== name);
      const allowed = rooms[name];
      return [
        {
          name: `${name}-imports-only-its-rooms`,
          severity: "error",
          from: { path: folder(name) },
          to: { path: others.filter((other) => !allowed.includes(other)).map(folder) },
        },
        {
          name: `${name}-is-entered-by-its-door`,
          severity: "error",
          from: { pathNot: [folder(name), "^test/"] },
          to: { path: folder(name), pathNot: [`^${name}/index\\.ts$`, `^${name}/generate/index\\.ts$`] },
        },
      ];
    }),
    ...Object.entries(packagesOfRooms).map(([dependency, room]) => ({
      name: `${dependency}-stays-in-its-room`,
      severity: "error",
      from: { pathNot: [folder(room), "^test/"] },
      to: { path: `node_modules/${dependency}/` },
    })),
  ],
  options: {
    tsConfig: { fileName: "tsconfig.json" },
    tsPreCompilationDeps: true,
    doNotFollow: { path: "node_modules" },
    enhancedResolveOptions: { exportsFields: ["exports"], conditionNames: ["import", "node", "default", "types"] },
  },
};
