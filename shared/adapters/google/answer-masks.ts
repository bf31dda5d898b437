/**
 * What of each of BigQuery's answers is read, as its parameter `fields` says it: the rest is not even sent
 * (https://cloud.google.com/bigquery/docs/reference/rest, query parameters). Names must be those of the method's own
 * answer: Google refuses a mask with any other.
 */
const tableBut = (column: string) =>
  [
    'type,numRows,numBytes,creationTime,expirationTime,location',
    `schema/fields(${column})`,
    'externalDataConfiguration(sourceFormat,hivePartitioningOptions(fields,requirePartitionFilter))',
    'requirePartitionFilter,timePartitioning(type,field,requirePartitionFilter,expirationMs)',
    'rangePartitioning/field',
  ].join(',');

export const masks = {
  'datasets.list': 'datasets/datasetReference/datasetId,nextPageToken',
  'datasets.get': 'location,defaultTableExpirationMs,isCaseInsensitive,creationTime',
  'tables.list': 'tables(tableReference/tableId,type,creationTime),nextPageToken',
  'tables.get': tableBut('name,type,mode,policyTags/names'),
  'tables.insert': 'kind',
  'tables.patch': 'kind',
  'tabledata.list': 'rows',
  'jobs.insert.dryRun':
    'jobReference/location,statistics(totalBytesProcessed,query/referencedTables)',
  'jobs.query': 'jobComplete,jobReference(jobId,location),rows,totalBytesBilled',
  'jobs.get':
    'jobReference(jobId,location),status(state,errorResult),statistics/query/totalBytesBilled',
  'jobs.getQueryResults': 'jobComplete,jobReference(jobId,location),rows',
  'jobs.cancel': 'kind',
  load: 'jobReference(jobId,location),status(state,errorResult)',
  testIamPermissions: 'permissions',
} as const;

/** Of a table with what people wrote about its columns, for whoever chooses one. */
export const describedTable = tableBut('name,type,mode,description');
