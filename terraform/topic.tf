# Where changes of health and drift are announced: docs/events/README.md. Who subscribes is the platform's affair; what is
# a week old is gone.
resource "google_pubsub_topic" "health" {
  project                    = local.project
  name                       = "connector-health"
  labels                     = local.labels
  kms_key_name               = local.kms_key
  message_retention_duration = "604800s"

  # Messages name connectors and tables: they stay where the records are.
  message_storage_policy {
    allowed_persistence_regions = [var.region]
  }
}
