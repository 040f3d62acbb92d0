import { TypeValue } from "../../types/type-value.ts";
import type { Group } from "../declaration.ts";
import { notCarried } from "./not-carried.ts";

/** What Microsoft's SDK names for extensions and this engine has not: known by name only. */
export const extensionOnly: Group = {
  name: "Extension functions",
  functions: [
    ...notCarried("it is not documented", [
      "DataSource.TestConnection(dataSource as any) as logical",
      "Delta.Since(table as table, optional tag as any) as table",
      "Error.Unexpected(message as nullable text, optional options as nullable record) as record",
      "Extension.Cache() as record",
      "Extension.CurrentApplication() as nullable record",
      "Extension.HasPermission(permission as record) as logical",
      "Extension.InvokeVolatileFunction(function as function) as any",
      "Extension.InvokeWithCredentials(authenticationHandler as function, function as function) as any",
      "Extension.InvokeWithPermissions(permissionHandler as function, function as function) as any",
      "Extension.Module(moduleName as text, resourceKinds as list) as any",
      "Extension.State() as table",
      "OpenApi.Document(definition as binary, optional options as nullable record) as any",
      "SqlView.Generator(uniqueIdentifier as any, sqlGenerator as record, getData as function) as function",
      "Web.DefaultProxy(uri as text) as nullable record",
      "Web.SignForOAuth1(format as text, data as binary, secret as any) as binary",
    ]),
  ],
  constants: [
    { name: "OAuth1.HMACSHA1", value: "HMAC-SHA1", summary: "A way of signing for OAuth 1." },
    { name: "OAuth1.RSASHA1", value: "RSA-SHA1", summary: "A way of signing for OAuth 1." },
    {
      name: "OAuth1.Type",
      value: new TypeValue("text", { name: "OAuth1.Type" }),
      summary: "The ways of signing for OAuth 1.",
    },
  ],
};
