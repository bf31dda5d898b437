# Terraform shows this line when it is told to destroy the database: it says what to do.
resource "google_firestore_database" "connectors" { # To remove the service: export its connectors (gcloud firestore export gs://A_BUCKET_OF_YOURS --database=connectors), and go on as docs/operating.md says under "Removal".
  project                           = local.project
  name                              = var.database_name
  location_id                       = local.database_location
  type                              = "FIRESTORE_NATIVE"
  database_edition                  = "STANDARD"
  concurrency_mode                  = "OPTIMISTIC"
  app_engine_integration_mode       = "DISABLED"
  point_in_time_recovery_enablement = "POINT_IN_TIME_RECOVERY_ENABLED"
  delete_protection_state           = "DELETE_PROTECTION_ENABLED"
  deletion_policy                   = "ABANDON"

  dynamic "cmek_config" {
    for_each = local.database_kms_key == null ? [] : [local.database_kms_key]

    content {
      kms_key_name = cmek_config.value
    }
  }

  lifecycle {
    # Another name, place or key would plan a database beside this one, without a connector in it.
    prevent_destroy = true
  }
}

resource "google_firestore_backup_schedule" "daily" {
  project         = local.project
  database        = google_firestore_database.connectors.name
  retention       = "${var.backup_retention_days * 24 * 60 * 60}s"
  deletion_policy = "ABANDON" # by itself it would go while the database stays

  daily_recurrence {}
}
