# Who signs in, and where. Each run is refused by the variable that it names.

mock_provider "google" {}

variables {
  archives = "tests/archives"
}

run "issuer_without_https" {
  command = plan
  variables { token_issuer = "http://login.example.com" }
  expect_failures = [var.token_issuer]
}

run "issuer_without_scheme" {
  command = plan
  variables { token_issuer = "login.example.com" }
  expect_failures = [var.token_issuer]
}

run "issuer_on_a_laptop" {
  command = plan
  variables { token_issuer = "https://localhost:8080" }
  expect_failures = [var.token_issuer]
}

run "issuer_empty" {
  command = plan
  variables { token_issuer = "" }
  expect_failures = [var.token_issuer]
}

run "keys_without_https" {
  command = plan
  variables { token_jwks_uri = "http://login.example.com/jwks" }
  expect_failures = [var.token_jwks_uri]
}

run "audience_empty" {
  command = plan
  variables { token_audience = "" }
  expect_failures = [var.token_audience]
}

run "audience_with_a_space" {
  command = plan
  variables { token_audience = "urn:example:connectors " }
  expect_failures = [var.token_audience]
}

run "types_none" {
  command = plan
  variables { token_types = [] }
  expect_failures = [var.token_types]
}

run "types_in_capitals" {
  command = plan
  variables { token_types = ["JWT"] }
  expect_failures = [var.token_types]
}

run "types_in_one_text" {
  command = plan
  variables { token_types = ["at+jwt,jwt"] }
  expect_failures = [var.token_types]
}

run "workspace_claim_empty" {
  command = plan
  variables { token_workspace_claim = "" }
  expect_failures = [var.token_workspace_claim]
}

run "workspace_claim_is_the_role" {
  command = plan
  variables { token_workspace_claim = "role" }
  expect_failures = [var.token_workspace_claim]
}

run "role_claim_with_a_space" {
  command = plan
  variables { token_role_claim = "the role" }
  expect_failures = [var.token_role_claim]
}

run "client_id_empty" {
  command = plan
  variables { sign_in_client_id = "" }
  expect_failures = [var.sign_in_client_id]
}

run "client_id_with_a_space" {
  command = plan
  variables { sign_in_client_id = "settings page" }
  expect_failures = [var.sign_in_client_id]
}

run "scope_empty" {
  command = plan
  variables { sign_in_scope = "" }
  expect_failures = [var.sign_in_scope]
}

run "scope_with_commas_and_spaces" {
  command = plan
  variables { sign_in_scope = "openid,  profile" }
  expect_failures = [var.sign_in_scope]
}

run "authorization_endpoint_without_https" {
  command = plan
  variables { sign_in_authorization_endpoint = "http://login.example.com/authorize" }
  expect_failures = [var.sign_in_authorization_endpoint]
}

run "token_endpoint_without_https" {
  command = plan
  variables { sign_in_token_endpoint = "http://login.example.com/token" }
  expect_failures = [var.sign_in_token_endpoint]
}

run "token_endpoint_with_a_query" {
  command = plan
  variables { sign_in_token_endpoint = "https://login.example.com/token?policy=a" }
  expect_failures = [var.sign_in_token_endpoint]
}

run "parameters_without_a_value" {
  command = plan
  variables { sign_in_parameters = "audience=" }
  expect_failures = [var.sign_in_parameters]
}

run "parameters_that_begin_with_a_question_mark" {
  command = plan
  variables { sign_in_parameters = "?audience=a" }
  expect_failures = [var.sign_in_parameters]
}

run "parameters_that_the_page_says_itself" {
  command = plan
  variables { sign_in_parameters = "audience=a&redirect_uri=https://evil.example" }
  expect_failures = [var.sign_in_parameters]
}
