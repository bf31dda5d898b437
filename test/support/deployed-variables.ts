/** What Terraform sets for each function; a named few of these tests change a few of them. */
export const deployedVariables = {
  GOOGLE_CLOUD_PROJECT: 'acme-platform',
  FIRESTORE_DATABASE: 'connectors',
  TOKEN_ISSUER: 'https://issuer.example',
  TOKEN_AUDIENCE: 'urn:bigquery-connector:api',
  TOKEN_JWKS_URI: 'https://issuer.example/jwks',
  PAGE_ORIGINS: 'https://app.example',
  PAGE_TOKEN_KEY: '07'.repeat(32),
};
