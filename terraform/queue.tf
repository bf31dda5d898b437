# One task a check. Its name stays taken for days once it was deleted, and a queue that is made meanwhile only looks as
# if it were there: never rename it while it is in use.
resource "google_cloud_tasks_queue" "checks" {
  project  = local.project
  location = var.region
  name     = var.queue_name

  # Forty a second is 2,400 a minute: a fleet of 100,000 that was let be for a day is looked at within the hour. At once
  # no more than check-connector's instances take.
  rate_limits {
    max_dispatches_per_second = 40
    max_concurrent_dispatches = local.check_instances * local.functions["check-connector"].concurrency
  }

  # What fails five times is still due by its record: the schedule finds it there, and gives it another name within the
  # hour, since the queue remembers this one (functions/check-connectors/name-of.ts).
  retry_config {
    max_attempts       = 5
    min_backoff        = "10s"
    max_backoff        = "300s"
    max_doublings      = 4
    max_retry_duration = "1800s"
  }

  stackdriver_logging_config {
    sampling_ratio = 1
  }
}

locals {
  check_instances = try(var.instances["check-connector"].max, local.functions["check-connector"].instances)
  queue_full_name = "projects/${google_cloud_tasks_queue.checks.project}/locations/${google_cloud_tasks_queue.checks.location}/queues/${google_cloud_tasks_queue.checks.name}"
}
