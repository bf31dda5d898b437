# How it runs. Each run is refused by the variable that it names.

mock_provider "google" {}

variables {
  archives = "tests/archives"
}

run "checks_of_none" {
  command = plan
  variables { checks_a_second = 0 }
  expect_failures = [var.checks_a_second]
}

run "checks_beyond_cloud_tasks" {
  command = plan
  variables { checks_a_second = 501 }
  expect_failures = [var.checks_a_second]
}

run "instances_of_no_function" {
  command = plan
  variables { instances = { list-connector = { max = 3 } } }
  expect_failures = [var.instances]
}

run "instances_at_least_more_than_at_most" {
  command = plan
  variables { instances = { list-connectors = { min = 5, max = 3 } } }
  expect_failures = [var.instances]
}

run "instances_none" {
  command = plan
  variables { instances = { list-connectors = { max = 0 } } }
  expect_failures = [var.instances]
}

run "instances_in_halves" {
  command = plan
  variables { instances = { list-connectors = { max = 1.5 } } }
  expect_failures = [var.instances]
}

run "instances_beyond_the_budget" {
  command = plan
  variables { instances = { list-connectors = { max = 101 } } }
  expect_failures = [var.instances]
}

run "invoker_iam_unknown" {
  command = plan
  variables { invoker_iam = "allUsers" }
  expect_failures = [var.invoker_iam]
}

run "limit_of_zero" {
  command = plan
  variables { limits = { connectors = 0 } }
  expect_failures = [var.limits]
}

run "limit_in_halves" {
  command = plan
  variables { limits = { pending_keys = 2.5 } }
  expect_failures = [var.limits]
}

run "machine_ingress_unknown" {
  command = plan
  variables { machine_ingress = "ALLOW_ALL" }
  expect_failures = [var.machine_ingress]
}

run "queue_name_with_an_underscore" {
  command = plan
  variables { queue_name = "connector_checks" }
  expect_failures = [var.queue_name]
}

run "queue_name_empty" {
  command = plan
  variables { queue_name = "" }
  expect_failures = [var.queue_name]
}

run "settle_for_less_than_nothing" {
  command = plan
  variables { settle_seconds = -1 }
  expect_failures = [var.settle_seconds]
}

run "egress_of_an_unknown_kind" {
  command = plan
  variables { vpc_egress = { network = "n", subnetwork = "s", traffic = "some" } }
  expect_failures = [var.vpc_egress]
}

run "egress_without_a_network" {
  command = plan
  variables { vpc_egress = { network = "", subnetwork = "s" } }
  expect_failures = [var.vpc_egress]
}

run "egress_in_another_region" {
  command = plan
  variables { vpc_egress = { network = "n", subnetwork = "projects/p/regions/us-central1/subnetworks/s" } }
  expect_failures = [var.vpc_egress]
}
