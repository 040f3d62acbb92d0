/** The functions that Microsoft's reference marks as data sources, of which this engine carries a few. */
export const dataSourceNames: ReadonlySet<string> = new Set(
  `
  ActiveDirectory.Domains AdoDotNet.DataSource AdoDotNet.Query AdobeAnalytics.Cubes AnalysisServices.Database
  AnalysisServices.Databases AzureStorage.BlobContents AzureStorage.Blobs AzureStorage.DataLake
  AzureStorage.DataLakeContents AzureStorage.Tables Cdpa.Database DB2.Database Essbase.Cubes Exchange.Contents
  File.Contents Folder.Contents Folder.Files GoogleAnalytics.Accounts HdInsight.Containers HdInsight.Contents
  HdInsight.Files Hdfs.Contents Hdfs.Files Informix.Database MQ.Queue MySQL.Database OData.Feed Odbc.DataSource
  Odbc.InferOptions Odbc.Query OleDb.DataSource OleDb.Query Oracle.Database PostgreSQL.Database Salesforce.Data
  Salesforce.Reports SapBusinessWarehouse.Cubes SapHana.Database SharePoint.Contents SharePoint.Files
  SharePoint.Tables Soda.Feed Sql.Database Sql.Databases Sybase.Database Teradata.Database Web.BrowserContents
  Web.Contents Web.Headers WebAction.Request
`
    .trim()
    .split(/\s+/u),
);
