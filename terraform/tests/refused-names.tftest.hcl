# What is named. Each run is refused by the variable that it names.

mock_provider "google" {}

variables {
  archives = "tests/archives"
}

run "prefix_in_capitals" {
  command = plan
  variables { prefix = "BQC" }
  expect_failures = [var.prefix]
}

run "prefix_with_a_dash_at_its_end" {
  command = plan
  variables { prefix = "bqc-" }
  expect_failures = [var.prefix]
}

run "prefix_empty" {
  command = plan
  variables { prefix = "" }
  expect_failures = [var.prefix]
}

run "prefix_too_long_for_what_is_derived" {
  command = plan
  variables { prefix = "connectors1" }
  expect_failures = [var.prefix]
}

run "deployer_is_a_member" {
  command = plan
  variables { deployer = "serviceAccount:deploy@acme-connectors.iam.gserviceaccount.com" }
  expect_failures = [var.deployer]
}

run "deployer_is_a_person" {
  command = plan
  variables { deployer = "ann@example.com" }
  expect_failures = [var.deployer]
}

run "label_in_capitals" {
  command = plan
  variables { labels = { Team = "data" } }
  expect_failures = [var.labels]
}

run "label_with_a_space" {
  command = plan
  variables { labels = { team = "our data" } }
  expect_failures = [var.labels]
}

run "labels_too_many" {
  command = plan
  variables { labels = { for number in range(61) : "label-${number}" => "" } }
  expect_failures = [var.labels]
}
