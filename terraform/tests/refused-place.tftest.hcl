# In which project, and where. Each run is refused by the variable that it names.

mock_provider "google" {}

variables {
  archives = "tests/archives"
}

run "project_by_its_name" {
  command = plan
  variables { project_id = "Acme Connectors" }
  expect_failures = [var.project_id]
}

run "project_by_its_number" {
  command = plan
  variables { project_id = "123456789012" }
  expect_failures = [var.project_id]
}

run "project_too_short" {
  command = plan
  variables { project_id = "acme" }
  expect_failures = [var.project_id]
}

run "project_number_is_the_id" {
  command = plan
  variables { project_number = "acme-connectors" }
  expect_failures = [var.project_number]
}

run "region_unknown" {
  command = plan
  variables { region = "europe-west99" }
  expect_failures = [var.region]
}

run "region_is_a_zone" {
  command = plan
  variables { region = "europe-west1-b" }
  expect_failures = [var.region]
}

run "region_is_a_multi_region" {
  command = plan
  variables { region = "eu" }
  expect_failures = [var.region]
}

run "region_without_cloud_tasks" {
  command = plan
  variables { region = "europe-west4" }
  expect_failures = [var.region]
}
