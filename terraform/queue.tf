# One task a check. Its name stays taken for days once it was deleted, and a queue that is made meanwhile only looks as
# if it were there: never rename it while it is in use.
resource "google_cloud_tasks_queue" "checks" {
  project  = local.project
  location = var.region
  name     = var.queue_name

  # Said, not left out: what the provider is not told it does not start again. Tasks wait meanwhile, and so do their records.
  desired_state = var.checks_paused ? "PAUSED" : "RUNNING"

  # At once no more than check-connector's instances take.
  rate_limits {
    max_dispatches_per_second = var.checks_a_second
    max_concurrent_dispatches = local.check_instances * local.functions["check-connector"].concurrency
  }

  # What fails five times, in some two and a half minutes, is still due by its record: the schedule finds it there, and gives
  # it another name within the hour, since the queue remembers this one (functions/check-connectors/name-of.ts). With a
  # duration as well Google would end a task only when both are reached, and try it all the while; said as none, since a
  # queue that has one keeps what is not said.
  retry_config {
    max_attempts       = 5
    min_backoff        = "10s"
    max_backoff        = "300s"
    max_doublings      = 4
    max_retry_duration = "0s"
  }

  stackdriver_logging_config {
    sampling_ratio = 1
  }
}

locals {
  check_instances = try(var.instances["check-connector"].max, local.functions["check-connector"].instances)
  queue_full_name = "projects/${google_cloud_tasks_queue.checks.project}/locations/${google_cloud_tasks_queue.checks.location}/queues/${google_cloud_tasks_queue.checks.name}"
}
