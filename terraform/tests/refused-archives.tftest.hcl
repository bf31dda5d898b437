# What `npm run build` made, and did not. Each run is refused by the variable that it names.

mock_provider "google" {}

run "never_built" {
  command = plan
  variables { archives = "tests" }
  expect_failures = [var.archives]
}

run "no_such_folder" {
  command = plan
  variables { archives = "../nowhere" }
  expect_failures = [var.archives]
}

run "one_is_missing" {
  command = plan
  variables { archives = "tests/archives-without-page" }
  expect_failures = [var.archives]
}
