# Who read which key is written down by Google, whoever it was; the alert in alerts-lines.tf reads it.
resource "google_project_iam_audit_config" "secrets" {
  project = local.project
  service = "secretmanager.googleapis.com"

  dynamic "audit_log_config" {
    for_each = ["ADMIN_READ", "DATA_READ", "DATA_WRITE"]

    content {
      log_type = audit_log_config.value
    }
  }
}
