mock_provider "google" {}

variables {
  archives              = "tests/archives"
  region                = "europe-west3"
  database_location     = "eur3"
  database_name         = "connectors-of-acme"
  backup_retention_days = 98
  prefix                = "connectors"
  deployer              = "deploy@acme-connectors.iam.gserviceaccount.com"
  labels                = { team = "data" }
  secret_regions        = ["europe-west3", "europe-west4"]
  kms_keys = {
    europe-west3 = "projects/acme-keys/locations/europe-west3/keyRings/connectors/cryptoKeys/all"
    europe-west4 = "projects/acme-keys/locations/europe-west4/keyRings/connectors/cryptoKeys/all"
    europe       = "projects/acme-keys/locations/europe/keyRings/connectors/cryptoKeys/all"
  }
  page_url               = "https://app.example.com/connectors"
  page_origins           = ["https://admin.example.com:8443"]
  token_types            = ["at+jwt", "jwt"]
  token_workspace_claim  = "https://example.com/workspace"
  sign_in_scope          = "openid offline_access"
  sign_in_parameters     = "audience=urn:example:api&prompt=login"
  limits                 = { connectors = 5000 }
  checks_a_second        = 120
  instances              = { list-connectors = { min = 1, max = 30 }, check-connector = { max = 40 } }
  vpc_egress             = { network = "shared", subnetwork = "projects/acme-net/regions/europe-west3/subnetworks/connectors" }
  machine_ingress        = "internal"
  page_token_key_version = 7
  alert_emails           = ["operators@example.com", "owner@example.com"]
  alert_channels         = ["projects/acme-connectors/notificationChannels/123"]
  alert_thresholds       = { latency_ms = 1500 }
  allow_removal          = true
}

run "everything_on" {
  command = plan

  assert {
    condition = (
      google_firestore_database.connectors.cmek_config[0].kms_key_name == var.kms_keys["europe"] &&
      google_storage_bucket.source.encryption[0].default_kms_key_name == var.kms_keys["europe-west3"] &&
      google_artifact_registry_repository.functions.kms_key_name == var.kms_keys["europe-west3"] &&
      google_pubsub_topic.health.kms_key_name == var.kms_keys["europe-west3"] &&
      [for each in google_secret_manager_secret.page_token_key.replication[0].user_managed[0].replicas : each.customer_managed_encryption[0].kms_key_name] == [var.kms_keys["europe-west3"], var.kms_keys["europe-west4"]]
    )
    error_message = "Everything is under the key of its own place."
  }

  assert {
    condition     = split(",", local.environment.doorway.SECRET_KMS_KEYS) == tolist([for region in split(",", local.environment.doorway.SECRET_REGIONS) : var.kms_keys[region]])
    error_message = "Keys of customers are kept likewise, region by region."
  }

  assert {
    condition     = local.environment.doorway.PAGE_ORIGINS == "https://admin.example.com:8443,https://app.example.com" && output.redirect_uri == "https://app.example.com/connectors/signed-in"
    error_message = "The page may call from where it is opened."
  }

  assert {
    condition     = google_cloud_tasks_queue.checks.rate_limits[0].max_concurrent_dispatches == 800 && google_cloud_tasks_queue.checks.rate_limits[0].max_dispatches_per_second == 120
    error_message = "The queue fills as many instances as there may be, as fast as it is told."
  }

  assert {
    condition     = length(google_service_account_iam_member.deployer) == 11 && !contains(keys(google_service_account_iam_member.deployer), "queue")
    error_message = "Who deploys may act as the functions, the build and the schedule; as the queue only check-connectors."
  }

  assert {
    condition     = length(output.encryption_agents) == 8 && contains(keys(google_project_service.this), "cloudkms.googleapis.com") && contains(keys(google_project_service.this), "eventarc.googleapis.com") && contains(keys(google_project_service.this), "compute.googleapis.com")
    error_message = "What keys and networks need is on."
  }

  assert {
    condition = (
      google_cloud_scheduler_job.check_connectors.http_target[0].uri == "https://check-connectors-123456789012.europe-west3.run.app" &&
      google_cloud_scheduler_job.check_connectors.http_target[0].oidc_token[0].audience == local.environment.scheduling.CHECK_CONNECTORS_URL &&
      local.environment.announcing.CHECK_CONNECTOR_URL == "https://check-connector-123456789012.europe-west3.run.app" &&
      output.function_urls["check-connectors"] == "https://europe-west3-acme-connectors.cloudfunctions.net/check-connectors"
    )
    error_message = "From within, schedule and queue call the addresses that count as internal, with tokens for these."
  }
}
