mock_provider "google" {}

variables {
  archives       = "tests/archives"
  invoker_iam    = "none"
  checks_paused  = true
  secret_regions = []
  alert_emails   = []
  settle_seconds = 0
}

run "everything_off" {
  command = plan

  # It is said, and not refused: somebody may look at the console alone.
  expect_failures = [check.somebody_is_told]

  assert {
    condition     = google_cloud_scheduler_job.check_connectors.paused && output.smoke_expects.schedule == "PAUSED" && google_cloud_tasks_queue.checks.desired_state == "PAUSED"
    error_message = "The schedule rests, and so does the queue with what it has."
  }

  assert {
    condition     = length(google_secret_manager_secret.page_token_key.replication[0].auto) == 1 && local.environment.doorway.SECRET_REGIONS == "" && local.environment.doorway.SECRET_KMS_KEYS == ""
    error_message = "Secrets lie where Google likes."
  }

  assert {
    condition     = length(split("\n", output.open_commands)) == 7
    error_message = "Each public function is opened by its command, and the two for machines stay closed."
  }

  assert {
    condition     = length(google_monitoring_notification_channel.email) == 0 && length(google_service_account_iam_member.deployer) == 0
    error_message = "What was not asked for is not made."
  }
}
