# What the functions write in their log, made countable. A line is one JSON object: its event is `message`, its facts are
# of ours alone; nothing that a caller writes reaches a filter or a label.

locals {
  lines = "resource.type=\"cloud_run_revision\" AND resource.labels.service_name=(${join(" OR ", [for name in keys(local.functions) : "\"${name}\""])})"

  # Events that something is built on, here or in the dashboard.
  events = [
    "announcement-delayed", "check-defect", "checks-late", "clock-wrong", "connector-drift-found", "defect", "fleet-health",
    "fleet-health-failed", "google-outage", "google-outage-over", "healed", "request-refused", "rolled-back-by-itself",
    "unknown-answer",
  ]

  # Facts of the line `fleet-health`, one every five minutes.
  gauges = {
    healthy              = "Connectors that are healthy"
    degraded             = "Connectors that are degraded"
    broken               = "Connectors that are broken"
    unknown              = "Connectors of which nothing is known, because Google did not answer"
    paused               = "Connectors that are paused"
    due                  = "Connectors whose check is due"
    oldestDueSeconds     = "For how long the oldest check has been due"
    oldestUnknownSeconds = "For how long nothing has been known of a connector"
  }

  # A metric's labels cannot change, and its name would leave the old one behind: what is counted otherwise gets a v2.
  metric_prefix = "bqc_v1"
}

resource "google_logging_metric" "events" {
  project     = local.project
  name        = "${local.metric_prefix}/events"
  description = "Events that the functions tell of, by their names"
  filter      = "${local.lines} AND jsonPayload.message=(${join(" OR ", [for event in local.events : "\"${event}\""])})"

  metric_descriptor {
    metric_kind = "DELTA"
    value_type  = "INT64"
    unit        = "1"

    labels {
      key         = "event"
      value_type  = "STRING"
      description = "Its name"
    }
  }

  label_extractors = {
    event = "EXTRACT(jsonPayload.message)"
  }
}

resource "google_logging_metric" "health_changes" {
  project     = local.project
  name        = "${local.metric_prefix}/health_changes"
  description = "Changes of connectors' health that were announced"
  filter      = "${local.lines} AND jsonPayload.message=\"connector-health-changed\""

  metric_descriptor {
    metric_kind = "DELTA"
    value_type  = "INT64"
    unit        = "1"

    labels {
      key         = "from"
      value_type  = "STRING"
      description = "The state before: healthy, degraded, broken or unknown"
    }
    labels {
      key         = "to"
      value_type  = "STRING"
      description = "The state now"
    }
  }

  label_extractors = {
    from = "EXTRACT(jsonPayload.facts.from)"
    to   = "EXTRACT(jsonPayload.facts.to)"
  }
}

# Of a number in a line Google makes distributions alone; its mean is the number.
resource "google_logging_metric" "fleet" {
  for_each = local.gauges

  project         = local.project
  name            = "${local.metric_prefix}/fleet_${each.key}"
  description     = each.value
  filter          = "${local.lines} AND jsonPayload.message=\"fleet-health\""
  value_extractor = "EXTRACT(jsonPayload.facts.${each.key})"

  metric_descriptor {
    metric_kind = "DELTA"
    value_type  = "DISTRIBUTION"
    unit        = endswith(each.key, "Seconds") ? "s" : "1"
  }

  bucket_options {
    exponential_buckets {
      num_finite_buckets = 64
      growth_factor      = 1.4
      scale              = 1
    }
  }
}
