import { createServer, type IncomingMessage, type Server } from "node:http";
import { answerOfEdges } from "./odata-edges.ts";

const metadata = `<?xml version="1.0" encoding="utf-8"?>
<edmx:Edmx Version="4.0" xmlns:edmx="http://docs.oasis-open.org/odata/ns/edmx"><edmx:DataServices>
<Schema Namespace="Desk" Alias="D" xmlns="http://docs.oasis-open.org/odata/ns/edm">
  <EnumType Name="Level"><Member Name="Low" Value="0"/><Member Name="High" Value="1"/></EnumType>
  <TypeDefinition Name="Minutes" UnderlyingType="Edm.Int32"/>
  <ComplexType Name="Place">
    <Property Name="City" Type="Edm.String" Nullable="false"/>
    <Property Name="Floor" Type="Edm.Int16"/>
  </ComplexType>
  <EntityType Name="Queue">
    <Key><PropertyRef Name="Id"/></Key>
    <Property Name="Id" Type="Edm.Int32" Nullable="false"/>
    <Property Name="Name" Type="Edm.String"/>
    <Property Name="Level" Type="D.Level"/>
    <Property Name="Goal" Type="Desk.Minutes"/>
    <Property Name="Opens" Type="Edm.TimeOfDay"/>
    <Property Name="Since" Type="Edm.Date"/>
    <Property Name="Changed" Type="Edm.DateTimeOffset"/>
    <Property Name="Pause" Type="Edm.Duration"/>
    <Property Name="Load" Type="Edm.Double"/>
    <Property Name="Token" Type="Edm.Guid"/>
    <Property Name="Secret" Type="Edm.Binary"/>
    <Property Name="Place" Type="Desk.Place"/>
    <Property Name="Doors" Type="Collection(Desk.Place)"/>
    <Property Name="Tags" Type="Collection(Edm.String)"/>
    <NavigationProperty Name="Chats" Type="Collection(Desk.Chat)"/>
    <NavigationProperty Name="Lead" Type="Desk.Agent"/>
  </EntityType>
  <EntityType Name="Agent" OpenType="true">
    <Key><PropertyRef Name="Login"/></Key>
    <Property Name="Login" Type="Edm.String" Nullable="false"/>
    <Property Name="Photo" Type="Edm.Stream"/>
  </EntityType>
  <EntityType Name="Expert" BaseType="Desk.Agent"><Property Name="Hours" Type="Edm.Int64"/></EntityType>
  <EntityType Name="Chat">
    <Key><PropertyRef Name="Queue"/><PropertyRef Name="Number"/></Key>
    <Property Name="Queue" Type="Edm.Int32" Nullable="false"/>
    <Property Name="Number" Type="Edm.Int64" Nullable="false"/>
    <NavigationProperty Name="Agent" Type="Desk.Agent" Nullable="false"/>
  </EntityType>
  <Function Name="Busiest"><Parameter Name="day" Type="Edm.Date" Nullable="false"/>
    <Parameter Name="city" Type="Edm.String"/><ReturnType Type="Desk.Queue"/></Function>
  <EntityContainer Name="Container">
    <EntitySet Name="Queues" EntityType="Desk.Queue"/>
    <EntitySet Name="Agents" EntityType="Desk.Agent"/>
    <EntitySet Name="Chats" EntityType="Desk.Chat"/>
    <Singleton Name="Me" Type="Desk.Agent"/>
    <FunctionImport Name="Busiest" Function="Desk.Busiest" EntitySet="Queues" IncludeInServiceDocument="true"/>
  </EntityContainer>
</Schema></edmx:DataServices></edmx:Edmx>`;

const queues = [1, 2, 3, 4, 5].map((id) => ({
  Id: id,
  Name: id === 5 ? null : `Queue ${id}`,
  Level: "High",
  Goal: 15,
  Opens: "08:30:00",
  Since: "2020-11-01",
  Changed: "2020-11-01T01:30:00-04:00",
  Pause: "PT1H30M",
  Load: "INF",
  Token: "0f8fad5b-d9cb-469f-a165-70867728950e",
  Secret: "-_8",
  Place: { City: "Boise", Floor: null },
  Doors: [{ City: "Boise", Floor: 2 }],
  Tags: ["vpn", "mail"],
}));
const ann = { Login: "ann", "Nick@odata.type": "#String", Nick: "A", Grade: 3 };

/** What the service was asked, in order: address and headers. */
export type Asked = { readonly url: string; readonly headers: IncomingMessage["headers"] };

/**
 * A small OData service of version 4 under `/desk/`, whose pages have two entities; under `/v2/`, `/v3/`, `/atom/`, `/old/` and `/bare/` are
 * services of other kinds, under `/odd/` one whose links lead elsewhere, and under `/edge/` that of `odata-edges.ts`.
 */
export function serveOData(asked: Asked[]): Server {
  return createServer((request, response) => {
    const base = `http://${request.headers.host ?? ""}`;
    const url = new URL(request.url ?? "", base);
    asked.push({ url: request.url ?? "", headers: request.headers });
    const path = decodeURIComponent(url.pathname);
    const answer = path.startsWith("/edge/")
      ? answerOfEdges(path, `${base}/edge/`)
      : answerOf(path, url, `${base}/desk/`);
    if (answer === undefined) response.writeHead(404, "Not Found").end();
    else if (answer === null) response.writeHead(204).end();
    else response.end(typeof answer === "string" ? answer : JSON.stringify(answer));
  });
}

function answerOf(path: string, url: URL, root: string): object | string | null | undefined {
  const context = `${root}$metadata`;
  switch (path) {
    case "/desk/$metadata":
      return metadata;
    case "/desk/":
      return {
        "@odata.context": context,
        value: [
          { name: "Queues", kind: "EntitySet", url: "Queues" },
          { name: "Agents", url: "Agents" },
          { name: "Me", kind: "Singleton", url: "Me" },
          { name: "Busiest", kind: "FunctionImport", url: "Busiest" },
        ],
      };
    case "/desk/Queues": {
      const from = Number(url.searchParams.get("$skiptoken") ?? 0);
      const columns = url.searchParams.get("$select")?.split(",");
      const rows = queues.slice(0, Number(url.searchParams.get("$top") ?? queues.length));
      url.searchParams.set("$skiptoken", String(from + 2));
      return {
        "@odata.context": `${context}#Queues${columns ? `(${columns.join(",")})` : ""}`,
        ...(rows.length > from + 2 && { "@odata.nextLink": `Queues${url.search}` }),
        value: rows
          .slice(from, from + 2)
          .map((row) => Object.fromEntries(Object.entries(row).filter(([name]) => columns?.includes(name) ?? true))),
      };
    }
    case "/desk/Queues(1)/Chats":
      return { "@odata.context": `${context}#Chats`, value: [{ Queue: 1, Number: "7", Agent: ann }] };
    case "/desk/Queues(2)/Chats":
      return { "@odata.context": `${context}#Chats`, value: [{ Queue: 2, Number: 8 }] };
    case "/desk/Queues(1)/Lead":
    case "/desk/Chats(Queue=2,Number=8)/Agent":
      return { "@odata.context": `${context}#Agents/$entity`, "@odata.id": "Agents('ann')", ...ann };
    case "/desk/Queues(2)/Lead":
      return null;
    case "/desk/Queues(1)/Tags":
      return { "@odata.context": `${context}#Collection(Edm.String)`, value: ["vpn"] };
    case "/desk/Queues(1)/Since":
      return { "@odata.context": `${context}#Queues(1)/Since`, value: "2020-11-01" };
    case "/desk/Agents":
      return {
        "@odata.context": `${context}#Agents`,
        value: [ann, { "@odata.type": "#Desk.Expert", Login: "o'neil", Hours: "40" }],
      };
    case "/desk/Agents('ann')/Photo":
      return "picture";
    case "/desk/Me":
      return { "@odata.context": `${context}#Me`, ...ann };
    case "/desk/Busiest(day=2020-11-01,city='O''Hare')":
      return { "@odata.context": `${context}#Queues/$entity`, ...queues[3] };
    case "/v2/":
      return { "@odata.context": context, d: { results: [] } };
    case "/v3/":
      return { "odata.metadata": "$metadata", value: [] };
    case "/atom/":
      return `<?xml version="1.0"?><service xmlns="http://www.w3.org/2007/app"/>`;
    case "/bare/":
      return { value: [] };
    case "/old/":
      return { "@odata.context": "$metadata", value: [] };
    case "/old/$metadata":
      return `<edmx:Edmx Version="1.0" xmlns:edmx="http://schemas.microsoft.com/ado/2007/06/edmx"/>`;
    case "/odd/":
      return {
        "@odata.context": `${context}#Agents`,
        "@odata.nextLink": `http://localhost:${url.port}/odd/last`,
        value: [{ Login: "ann" }],
      };
    case "/odd/last":
      return { "@odata.context": `${context}#Agents`, value: [] };
    case "/odd/self":
      return { "@odata.context": `${context}#Agents`, "@odata.nextLink": "/odd/self", value: [] };
  }
  return undefined;
}
