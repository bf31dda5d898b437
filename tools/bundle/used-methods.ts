/** What the adapters call of Google's services; a bundle knows no other methods and no other messages. */
export const usedMethods = {
  'google.firestore.v1.Firestore': [
    'BatchGetDocuments',
    'BeginTransaction',
    'Commit',
    'Rollback',
    'RunQuery',
    'RunAggregationQuery',
  ],
  'google.pubsub.v1.Publisher': ['Publish'],
  'google.cloud.secretmanager.v1.SecretManagerService': [
    'CreateSecret',
    'AddSecretVersion',
    'GetSecret',
    'UpdateSecret',
    'AccessSecretVersion',
    'DeleteSecret',
    'ListSecrets',
    'GetSecretVersion',
    'ListSecretVersions',
    'DestroySecretVersion',
  ],
};
