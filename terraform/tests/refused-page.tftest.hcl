# Where the page is, and which others may call. Each run is refused by the variable that it names.

mock_provider "google" {}

variables {
  archives = "tests/archives"
}

run "origin_with_a_path" {
  command = plan
  variables { page_origins = ["https://app.example.com/settings"] }
  expect_failures = [var.page_origins]
}

run "origin_with_a_slash" {
  command = plan
  variables { page_origins = ["https://app.example.com/"] }
  expect_failures = [var.page_origins]
}

run "origin_without_https" {
  command = plan
  variables { page_origins = ["http://app.example.com"] }
  expect_failures = [var.page_origins]
}

run "origin_any" {
  command = plan
  variables { page_origins = ["*"] }
  expect_failures = [var.page_origins]
}

run "origin_with_the_usual_port" {
  command = plan
  variables { page_origins = ["https://app.example.com:443"] }
  expect_failures = [var.page_origins]
}

run "origin_in_capitals" {
  command = plan
  variables { page_origins = ["https://App.example.com"] }
  expect_failures = [var.page_origins]
}

run "origin_on_a_laptop" {
  command = plan
  variables { page_origins = ["https://localhost:3000"] }
  expect_failures = [var.page_origins]
}

run "origins_too_many" {
  command = plan
  variables { page_origins = [for number in range(200) : "https://app-${number}.example.com"] }
  expect_failures = [var.page_origins]
}

run "page_url_with_a_slash_at_its_end" {
  command = plan
  variables { page_url = "https://app.example.com/" }
  expect_failures = [var.page_url]
}

run "page_url_with_a_query" {
  command = plan
  variables { page_url = "https://app.example.com/a?b=c" }
  expect_failures = [var.page_url]
}

run "page_url_without_https" {
  command = plan
  variables { page_url = "http://app.example.com" }
  expect_failures = [var.page_url]
}

run "page_url_on_a_laptop" {
  command = plan
  variables { page_url = "https://127.0.0.1/a" }
  expect_failures = [var.page_url]
}
