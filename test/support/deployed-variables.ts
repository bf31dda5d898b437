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

/** The same for the page, which knows nothing of what the others keep. */
export const deployedPageVariables = {
  PAGE_URL: 'https://europe-west1-acme.cloudfunctions.net/settings-page',
  FUNCTIONS_URL: 'https://europe-west1-acme.cloudfunctions.net',
  TOKEN_ISSUER: 'https://issuer.example',
  SIGN_IN_CLIENT_ID: 'settings-page',
  SIGN_IN_AUTHORIZATION_ENDPOINT: 'https://issuer.example/authorize?p=sign-in',
  SIGN_IN_TOKEN_ENDPOINT: 'https://issuer.example/token',
};
