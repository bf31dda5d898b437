resource "google_monitoring_notification_channel" "email" {
  for_each = toset(var.alert_emails)

  project      = local.project
  display_name = "Connector service: ${each.value}"
  type         = "email"
  user_labels  = local.labels
  labels = {
    email_address = each.value
  }
}

locals {
  channels = concat([for channel in google_monitoring_notification_channel.email : channel.name], var.alert_channels)
}

check "somebody_is_told" {
  assert {
    condition     = length(var.alert_emails) + length(var.alert_channels) > 0
    error_message = "Nobody is told of alerts: name alert_emails or alert_channels."
  }
}
