# Where secrets are kept, and under whose keys everything is. Each run is refused by the variable that it names.

mock_provider "google" {}

variables {
  archives = "tests/archives"
}

run "secret_region_unknown" {
  command = plan
  variables { secret_regions = ["europe"] }
  expect_failures = [var.secret_regions]
}

run "secret_region_twice" {
  command = plan
  variables { secret_regions = ["europe-west1", "europe-west1"] }
  expect_failures = [var.secret_regions]
}

run "key_by_its_short_name" {
  command = plan
  variables { kms_keys = { europe-west1 = "connectors" } }
  expect_failures = [var.kms_keys]
}

run "key_with_a_version" {
  command = plan
  variables { kms_keys = { europe-west1 = "projects/acme-keys/locations/europe-west1/keyRings/connectors/cryptoKeys/all/cryptoKeyVersions/1" } }
  expect_failures = [var.kms_keys]
}

run "key_under_another_location" {
  command = plan
  variables { kms_keys = { europe-west1 = "projects/acme-keys/locations/europe-west4/keyRings/connectors/cryptoKeys/all" } }
  expect_failures = [var.kms_keys]
}

run "no_key_for_the_region" {
  command = plan
  variables {
    database_location = "eur3"
    secret_regions    = ["europe-west4"]
    kms_keys          = { europe = "projects/acme-keys/locations/europe/keyRings/connectors/cryptoKeys/all", europe-west4 = "projects/acme-keys/locations/europe-west4/keyRings/connectors/cryptoKeys/all" }
  }
  expect_failures = [var.kms_keys]
}

run "no_key_for_the_database" {
  command = plan
  variables {
    database_location = "eur3"
    kms_keys          = { europe-west1 = "projects/acme-keys/locations/europe-west1/keyRings/connectors/cryptoKeys/all" }
  }
  expect_failures = [var.kms_keys]
}

run "database_in_a_place_of_which_no_key_is_known" {
  command = plan
  variables {
    region            = "us-central1"
    database_location = "nam7"
    kms_keys          = { us-central1 = "projects/acme-keys/locations/us-central1/keyRings/connectors/cryptoKeys/all", us = "projects/acme-keys/locations/us/keyRings/connectors/cryptoKeys/all" }
  }
  expect_failures = [var.kms_keys]
}

run "no_key_for_a_secret_region" {
  command = plan
  variables {
    secret_regions = ["europe-west1", "europe-west4"]
    kms_keys       = { europe-west1 = "projects/acme-keys/locations/europe-west1/keyRings/connectors/cryptoKeys/all" }
  }
  expect_failures = [var.kms_keys]
}

run "keys_for_secrets_that_lie_anywhere" {
  command = plan
  variables {
    secret_regions = []
    kms_keys       = { europe-west1 = "projects/acme-keys/locations/europe-west1/keyRings/connectors/cryptoKeys/all" }
  }
  expect_failures = [var.kms_keys]
}

run "page_token_key_version_zero" {
  command = plan
  variables { page_token_key_version = 0 }
  expect_failures = [var.page_token_key_version]
}
