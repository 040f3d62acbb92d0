import { createServer, type Server } from "node:http";

const airlines = Object.entries({
  AA: "American Airlines",
  FM: "Shanghai Airline",
  MU: "China Eastern Airlines",
  AF: "Air France",
  AZ: "Alitalia",
  AC: "Air Canada",
  OS: "Austria Airlines",
  TK: "Turkish Airlines",
  JL: "Japan Airlines",
  SQ: "Singapore Airlines",
  KE: "Korean Air",
  CZ: "China Southern",
  AK: "AirAsia",
  HX: "Hong Kong Airlines",
  EK: "Emirates",
}).map(([AirlineCode, Name]) => ({ AirlineCode, Name }));

const place = (name: string): object => ({
  Address: `1 ${name} Road`,
  City: { CountryRegion: "United States", Name: name, Region: "Idaho" },
  Loc: { type: "Point", coordinates: [-122.3, 37.6], crs: { type: "name", properties: { name: "EPSG:4326" } } },
});

const airports = ["North", "South", "East", "West", "Central"].map((name, index) => ({
  IcaoCode: `K${index}`,
  Name: name,
  IataCode: `I${index}`,
  Location: place(name),
}));

const people = ["Russell Whyte", "Scott Ketchum", "Ronald Mundy", "Javier Alfred", "Willie Ashmore"]
  .concat(["Vincent Calabrese", "Clyde Guess", "Keith Pinckney", "Marshall Garay", "Ryan Theriault"])
  .map((name, index) => {
    const [FirstName = "", LastName = ""] = name.split(" ");
    const UserName = `${FirstName}${LastName}`.toLowerCase();
    const Gender = index % 3 === 0 ? null : "Male";
    const AddressInfo = index % 2 === 0 ? [] : [place("Boise")];
    return {
      UserName,
      FirstName,
      LastName,
      Emails: [`${UserName}@example.com`],
      AddressInfo,
      Gender,
      Concurrency: `${index}`,
    };
  });

type Entity = Readonly<Record<string, unknown>>;
const sets: Readonly<Record<string, readonly Entity[]>> = { Airlines: airlines, Airports: airports, People: people };
const pageSize = 8;
const root = "http://services.odata.org/v4/TripPinService/";

const metadata = `<edmx:Edmx Version="4.0" xmlns:edmx="http://docs.oasis-open.org/odata/ns/edmx"><edmx:DataServices>
<Schema Namespace="TripPin" xmlns="http://docs.oasis-open.org/odata/ns/edm">
  <EntityType Name="Airline"><Key><PropertyRef Name="AirlineCode"/></Key>
    <Property Name="AirlineCode" Type="Edm.String" Nullable="false"/><Property Name="Name" Type="Edm.String"/></EntityType>
  <EntityType Name="Airport"><Key><PropertyRef Name="IcaoCode"/></Key>
    <Property Name="IcaoCode" Type="Edm.String" Nullable="false"/><Property Name="Name" Type="Edm.String"/></EntityType>
  <EntityType Name="Person"><Key><PropertyRef Name="UserName"/></Key>
    <Property Name="UserName" Type="Edm.String" Nullable="false"/><Property Name="Emails" Type="Collection(Edm.String)"/>
    <Property Name="Concurrency" Type="Edm.Int64" Nullable="false"/></EntityType>
  <EntityContainer Name="Container"><EntitySet Name="Airlines" EntityType="TripPin.Airline"/>
    <EntitySet Name="Airports" EntityType="TripPin.Airport"/><EntitySet Name="People" EntityType="TripPin.Person"/>
  </EntityContainer>
</Schema></edmx:DataServices></edmx:Edmx>`;

/**
 * Stands in for the two services of Microsoft's connector samples: the TripPin service with the options that the series uses, and
 * a list of three pages under `/repos` whose `Link` header names the next one.
 */
export function serveSamples(): Server {
  return createServer((request, response) => {
    const url = new URL(request.url ?? "", "http://services.odata.org");
    if (url.pathname === "/repos") {
      const page = Number(url.searchParams.get("page") ?? 1);
      if (page < 3) response.setHeader("Link", `<http://api.github.com/repos?page=${page + 1}>; rel="next"`);
      response.end(JSON.stringify([{ id: page, authorization: request.headers.authorization }]));
      return;
    }
    if (url.href === `${root}$metadata`) {
      response.end(metadata);
      return;
    }
    if (url.href === root) {
      const value = Object.keys(sets).map((set) => ({ name: set, url: set }));
      response.end(JSON.stringify({ "@odata.context": `${root}$metadata`, value }));
      return;
    }
    const [, name = "", isCount] = /^\/v4\/TripPinService\/(\w+)(\/\$count)?$/iu.exec(url.pathname) ?? [];
    const rows = sets[name];
    if (!rows) response.writeHead(404).end("{}");
    else response.end(isCount ? String(rows.length) : JSON.stringify(pageOf(name, url)));
  });
}

function pageOf(name: string, url: URL): object {
  const set = sets[name]!;
  const query = url.searchParams;
  const order = (query.get("$orderby") ?? "").split(",").map((part) => part.trim().split(" "));
  const sorted = set.toSorted((left, right) => {
    for (const [column = "", direction] of order) {
      const difference = String(left[column]).localeCompare(String(right[column]), "en");
      if (column !== "" && difference !== 0) return direction === "desc" ? -difference : difference;
    }
    return 0;
  });
  const skipped = sorted.slice(Number(query.get("$skip") ?? 0));
  const taken = skipped.slice(0, Number(query.get("$top") ?? skipped.length));
  const from = Number(query.get("$skiptoken") ?? 0);
  const columns = query.get("$select")?.split(",");
  query.set("$skiptoken", String(from + pageSize));
  return {
    "@odata.context": `${root}$metadata#${name}`,
    ...(taken.length > from + pageSize && { "@odata.nextLink": url.href }),
    value: taken
      .slice(from, from + pageSize)
      .map((row) => (columns ? Object.fromEntries(columns.map((column) => [column, row[column]])) : row)),
  };
}
