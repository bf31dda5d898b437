# Where the database lies, and how it is kept. Each run is refused by the variable that it names.

mock_provider "google" {}

variables {
  archives = "tests/archives"
}

run "database_on_another_continent" {
  command = plan
  variables { database_location = "nam5" }
  expect_failures = [var.database_location]
}

run "database_in_another_region" {
  command = plan
  variables { database_location = "europe-west3" }
  expect_failures = [var.database_location]
}

run "database_nowhere" {
  command = plan
  variables { database_location = "mars" }
  expect_failures = [var.database_location]
}

run "database_multi_region_without_one" {
  command = plan
  variables {
    region            = "asia-east1"
    database_location = "eur3"
  }
  expect_failures = [var.database_location]
}

run "database_default" {
  command = plan
  variables { database_name = "(default)" }
  expect_failures = [var.database_name]
}

run "database_name_too_short" {
  command = plan
  variables { database_name = "bqc" }
  expect_failures = [var.database_name]
}

run "database_name_in_capitals" {
  command = plan
  variables { database_name = "Connectors" }
  expect_failures = [var.database_name]
}

run "database_name_too_long" {
  command = plan
  variables { database_name = "cccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccc" }
  expect_failures = [var.database_name]
}

run "database_name_like_a_uuid" {
  command = plan
  variables { database_name = "f47ac10b-58cc-4372-a567-0e02b2c3d479" }
  expect_failures = [var.database_name]
}

run "backups_for_no_day" {
  command = plan
  variables { backup_retention_days = 0 }
  expect_failures = [var.backup_retention_days]
}

run "backups_for_too_long" {
  command = plan
  variables { backup_retention_days = 99 }
  expect_failures = [var.backup_retention_days]
}

run "backups_for_half_a_day" {
  command = plan
  variables { backup_retention_days = 1.5 }
  expect_failures = [var.backup_retention_days]
}
