# With terraform.tfvars.example's values and nothing else: tests/terraform.tfvars is that file.

mock_provider "google" {}

variables {
  archives = "tests/archives"
}

run "defaults" {
  command = plan

  assert {
    condition = (
      google_firestore_database.connectors.location_id == "europe-west1" &&
      google_firestore_database.connectors.point_in_time_recovery_enablement == "POINT_IN_TIME_RECOVERY_ENABLED" &&
      google_firestore_database.connectors.delete_protection_state == "DELETE_PROTECTION_ENABLED" &&
      google_firestore_database.connectors.deletion_policy == "ABANDON" &&
      google_firestore_backup_schedule.daily.retention == "604800s"
    )
    error_message = "Records lie beside the functions, can be brought back, and are not deleted with the rest."
  }

  assert {
    condition = alltrue(concat(
      [for each in google_firestore_index.this : each.deletion_policy == "ABANDON" && each.database == "connectors"],
      [for each in google_firestore_field.indexed : each.deletion_policy == "ABANDON" && each.database == "connectors"],
      [for each in google_firestore_field.expiring : each.deletion_policy == "ABANDON" && each.database == "connectors"],
      [google_firestore_backup_schedule.daily.deletion_policy == "ABANDON", google_firestore_backup_schedule.daily.database == "connectors"],
    ))
    error_message = "Indexes, expiries and backups are of this database, and stay with it."
  }

  assert {
    condition     = alltrue([for each in google_firestore_field.expiring : length(each.ttl_config) == 1 && length(each.index_config) == 1 && length(each.index_config[0].indexes) == 0])
    error_message = "What expires is not indexed by its moment alone."
  }

  assert {
    condition     = google_storage_bucket.source.public_access_prevention == "enforced" && google_storage_bucket.source.versioning[0].enabled
    error_message = "Archives are private, and older ones can be brought back."
  }

  assert {
    condition     = length(google_storage_bucket.source.encryption) == 0 && length(google_firestore_database.connectors.cmek_config) == 0 && google_pubsub_topic.health.kms_key_name == null
    error_message = "Without keys of one's own Google's are used."
  }

  assert {
    condition     = local.environment.doorway.PAGE_ORIGINS == "https://europe-west1-acme-connectors.cloudfunctions.net" && join(",", local.secret_regions) == var.region
    error_message = "The page's own origin may call, and keys stay in the region."
  }

  assert {
    condition     = google_cloud_scheduler_job.check_connectors.http_target[0].oidc_token[0].audience == local.environment.scheduling.CHECK_CONNECTORS_URL && google_cloud_scheduler_job.check_connectors.http_target[0].body == null
    error_message = "The schedule's token is for the URL with which the function compares, and it sends no body."
  }

  assert {
    condition = (
      google_cloud_tasks_queue.checks.rate_limits[0].max_dispatches_per_second == 40 &&
      google_cloud_tasks_queue.checks.retry_config[0].max_attempts == 5 &&
      google_cloud_tasks_queue.checks.retry_config[0].max_retry_duration == "0s" &&
      google_cloud_tasks_queue.checks.desired_state == "RUNNING"
    )
    error_message = "A task is tried five times and no more: by a duration beside, Google would go on until that is over too."
  }

  assert {
    condition     = output.smoke_expects == { machine_ingress = "all", schedule = "ENABLED" } && output.schedule_job == "projects/acme-connectors/locations/europe-west1/jobs/check-connectors"
    error_message = "What a smoke test has to find is told."
  }

  assert {
    condition     = alltrue([for each in google_monitoring_alert_policy.metric : alltrue([for condition in each.conditions : condition.condition_prometheus_query_language[0].disable_metric_validation])])
    error_message = "A policy does not wait for its metric to have data."
  }

  assert {
    condition     = alltrue([for each in google_project_service.this : !each.disable_on_destroy])
    error_message = "Services stay on for whoever else uses them."
  }

  assert {
    condition     = output.open_commands == "" && length(output.encryption_agents) == 0
    error_message = "By default there is nothing to be done beside."
  }
}
