const metadata = `<edmx:Edmx Version="4.01" xmlns:edmx="http://docs.oasis-open.org/odata/ns/edmx"><edmx:DataServices>
<Schema Namespace="Edge" xmlns="http://docs.oasis-open.org/odata/ns/edm">
  <EnumType Name="Level"><Member Name="Low"/><Member Name="High"/></EnumType>
  <EntityType Name="Thing" OpenType="true">
    <Key><PropertyRef Name="Level"/></Key>
    <Property Name="Level" Type="Edge.Level" Nullable="false"/>
    <Property Name="Spot" Type="Edm.GeographyPoint"/>
    <Property Name="Load" Type="Edm.Double"/>
    <Property Name="Icon" Type="Edm.Stream"/>
    <NavigationProperty Name="Parts" Type="Collection(Edge.Part)"/>
    <NavigationProperty Name="Owner" Type="Edge.Part" Nullable="false"/>
    <NavigationProperty Name="Other" Type="Edge.Part"/>
  </EntityType>
  <EntityType Name="Box" BaseType="Edge.Thing"><Property Name="Width" Type="Edm.Int32"/></EntityType>
  <EntityType Name="Part">
    <Key><PropertyRef Name="Id"/></Key>
    <Property Name="Id" Type="Edm.Int32" Nullable="false"/>
    <Property Name="Label" Type="Edm.String"/>
    <Property Name="Code" Type="Edm.Binary"/>
  </EntityType>
  <EntityType Name="Screw" BaseType="Edge.Part"><Property Name="Size" Type="Edm.Int32"/></EntityType>
  <EntityType Name="Lone"><Property Name="Id" Type="Edm.Int32"/></EntityType>
  <Function Name="Span"><Parameter Name="span" Type="Edm.Duration"/><Parameter Name="bytes" Type="Edm.Binary"/>
    <Parameter Name="level" Type="Edge.Level"/><ReturnType Type="Edm.String"/></Function>
  <Function Name="Span" IsBound="true"><Parameter Name="thing" Type="Edge.Thing"/><ReturnType Type="Edm.String"/></Function>
  <Function Name="Pick"><Parameter Name="ids" Type="Collection(Edm.Int32)"/><ReturnType Type="Edm.String"/></Function>
  <EntityContainer Name="Container">
    <EntitySet Name="Things" EntityType="Edge.Thing"/>
    <EntitySet Name="Boxes" EntityType="Edge.Box"/>
    <EntitySet Name="Parts" EntityType="Edge.Part"/>
    <EntitySet Name="Lones" EntityType="Edge.Lone"/>
    <Singleton Name="Home" Type="Edge.Thing"/>
    <FunctionImport Name="Span" Function="Edge.Span"/>
    <FunctionImport Name="Pick" Function="Edge.Pick"/>
  </EntityContainer>
</Schema></edmx:DataServices></edmx:Edmx>`;

const parts = [1, 2, 3].map((id) => ({ Id: id, Label: `Part ${id}`, Code: "-_8" }));

const things = [
  {
    Level: "High",
    Spot: { type: "Point", coordinates: [1, 2] },
    Load: "-INF",
    "Icon@odata.mediaReadLink": "given/icon",
    "Parts@odata.nextLink": "Things/more",
    Parts: [parts[0]],
    "Owner@odata.navigationLink": "given/owner",
  },
  { "@odata.editLink": "edited", Level: "Low" },
  { "@odata.readLink": "read", Level: "Low" },
  { "@odata.id": "named", "@odata.editLink": "edited", Level: "Low" },
  { "@readLink": "read", Level: "Low" },
];

/** The bodies by path after `/edge/`, with the fragment of their context; the service takes no notice of `$top`. */
const answers: Readonly<Record<string, readonly [fragment: string, body: object]>> = {
  "": [
    "",
    {
      value: [
        { name: "Things", url: "all" },
        { name: "Boxes" },
        { name: "Parts" },
        { name: "Lones" },
        { name: "Home", kind: "Singleton" },
        { name: "Span", kind: "FunctionImport" },
        { name: "Pick", kind: "FunctionImport" },
      ],
    },
  ],
  all: ["#Things", { value: things }],
  Boxes: ["#Boxes", { value: [{ Level: "High", Width: 3, Colour: "red" }] }],
  Parts: ["#Parts", { value: parts }],
  Home: ["#Home", { Level: "Low" }],
  "Home/Parts": ["#Parts", { value: parts.slice(0, 2) }],
  "Things(Edge.Level'High')/Parts": ["#Parts", { value: parts }],
  "edited/Parts": ["#Parts", { value: parts.slice(1) }],
  "read/Parts": ["#Parts", { value: parts.slice(2) }],
  "named/Parts": ["#Parts", { value: [] }],
  "given/owner": ["#Parts/$entity", parts[2]!],
  "Span(span=duration'PT1H',bytes=binary'-_8=',level=Edge.Level'High')": ["#Edm.String", { value: "spanned" }],
  quoted: ["#Things('a)/b')/Parts", { value: parts }],
  "Parts/Edge.Screw": ["#Parts/Edge.Screw", { value: [{ Id: 4, Size: 8 }] }],
  cast: ["#Parts(4)/Edge.Screw", { Id: 4, Size: 8 }],
  starred: ["#Parts(*)", { value: parts }],
  expanded: ["#Parts(Id,Label+)", { value: parts }],
  broken: ["#Parts/$entity", { Id: 1, Label: "x", Code: "a b" }],
  linked: ["#Things/$entity", { Level: "Low", "Owner@odata.navigationLink": "file:///etc/passwd" }],
};

/** What the service under `/edge/` answers: what real services seldom send, but may; `undefined` for what it does not have. */
export function answerOfEdges(path: string, root: string): object | string | null | undefined {
  const name = path.slice("/edge/".length);
  if (name === "$metadata") return metadata;
  if (name === "given/icon") return "icon";
  if (name === "Lones") return null;
  const answer = answers[name];
  if (!answer) return undefined;
  const [fragment, body] = answer;
  return { "@odata.context": `${root}$metadata${fragment === "" ? "" : `?x=1/2${fragment}`}`, ...body };
}
