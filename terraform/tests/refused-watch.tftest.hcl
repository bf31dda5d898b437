# Who is told of what. Each run is refused by the variable that it names.

mock_provider "google" {}

variables {
  archives = "tests/archives"
}

run "email_without_at" {
  command = plan
  variables { alert_emails = ["operators"] }
  expect_failures = [var.alert_emails]
}

run "emails_in_one_text" {
  command = plan
  variables { alert_emails = ["a@example.com,b@example.com"] }
  expect_failures = [var.alert_emails]
}

run "email_twice" {
  command = plan
  variables { alert_emails = ["a@example.com", "a@example.com"] }
  expect_failures = [var.alert_emails]
}

run "channel_by_its_number" {
  command = plan
  variables { alert_channels = ["123"] }
  expect_failures = [var.alert_channels]
}

run "share_beyond_all" {
  command = plan
  variables { alert_thresholds = { error_percent = 101 } }
  expect_failures = [var.alert_thresholds]
}

run "share_of_none" {
  command = plan
  variables { alert_thresholds = { error_percent = 0 } }
  expect_failures = [var.alert_thresholds]
}

run "latency_in_seconds" {
  command = plan
  variables { alert_thresholds = { latency_ms = 3 } }
  expect_failures = [var.alert_thresholds]
}
