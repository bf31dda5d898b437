mock_provider "google" {}

variables {
  project_id                     = "acme-connectors"
  project_number                 = "123456789012"
  region                         = "europe-west1"
  token_issuer                   = "https://login.example.com"
  token_audience                 = "urn:example:connectors"
  token_jwks_uri                 = "https://login.example.com/jwks"
  sign_in_client_id              = "settings-page"
  sign_in_authorization_endpoint = "https://login.example.com/authorize"
  sign_in_token_endpoint         = "https://login.example.com/token"
  archives                       = "tests/archives"
}

run "defaults" {
  command = plan
}
