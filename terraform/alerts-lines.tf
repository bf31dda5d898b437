# Alerts on a line of the log, where one line is reason enough and tells what a number would not.

locals {
  # Who may read secrets of keys, and who is given the key of the page tokens: as functions.tf says.
  readers = {
    for role in ["keys-read", "page-token-key"] :
    role => [for name, function in local.functions : local.function_accounts[name] if contains(function.roles, role)]
  }
  reading = "logName=\"projects/${var.project_id}/logs/cloudaudit.googleapis.com%2Fdata_access\" AND protoPayload.serviceName=\"secretmanager.googleapis.com\" AND protoPayload.methodName=~\"\\.AccessSecretVersion$\""

  line_alerts = {
    connector-broke = {
      title    = "A connector broke"
      severity = "WARNING"
      line     = "${local.lines} AND jsonPayload.message=\"connector-health-changed\" AND jsonPayload.facts.to=\"broken\""
      labels = {
        workspace = "EXTRACT(jsonPayload.facts.workspace)"
        connector = "EXTRACT(jsonPayload.facts.connectorId)"
        check     = "EXTRACT(jsonPayload.facts.check)"
        cause     = "EXTRACT(jsonPayload.facts.cause)"
      }
      meaning = "A customer's connection failed twice and is broken: labels say which, at which check, and why. The customer is told by whoever subscribes to the topic, and the connector itself says what to do about it. It is for you if many break at once: then look at what changed on our side."
    }
    key-access = {
      title    = "A key was read by somebody else"
      severity = "CRITICAL"
      line = join(" OR ", [
        "(${local.reading} AND protoPayload.resourceName=~\"/secrets/bqc-\" AND NOT protoPayload.authenticationInfo.principalEmail=(${join(" OR ", [for email in local.readers["keys-read"] : "\"${email}\""])}))",
        "(${local.reading} AND protoPayload.resourceName=~\"/secrets/${local.page_token_key_prefix}\" AND NOT protoPayload.authenticationInfo.principalEmail=(${join(" OR ", [for email in local.readers["page-token-key"] : "\"${email}\""])}))",
      ])
      labels = {
        who    = "EXTRACT(protoPayload.authenticationInfo.principalEmail)"
        secret = "EXTRACT(protoPayload.resourceName)"
      }
      meaning = "Somebody who is none of the functions that read keys read one, or tried to. Nobody has a reason to: take the right away, find out who it was (label who) and from where (protoPayload.requestMetadata in that line), and treat that key as known: its customer makes a new one and disables this one at Google."
    }
  }
}

resource "google_monitoring_alert_policy" "line" {
  for_each = local.line_alerts

  project               = local.project
  display_name          = "Connector service: ${each.value.title}"
  combiner              = "OR"
  severity              = each.value.severity
  notification_channels = local.channels
  user_labels           = merge(local.labels, { alert = each.key })

  conditions {
    display_name = each.value.title

    condition_matched_log {
      filter           = each.value.line
      label_extractors = each.value.labels
    }
  }

  alert_strategy {
    auto_close = "86400s"

    # Of many lines at once one notification in five minutes. Without a limit the policy is refused.
    notification_rate_limit {
      period = "300s"
    }
  }

  documentation {
    mime_type = "text/markdown"
    content   = each.value.meaning
  }

  depends_on = [google_project_iam_audit_config.secrets]
}
