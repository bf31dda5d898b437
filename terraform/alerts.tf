# Alerts on metrics. All are written in PromQL: a policy of the older kind is refused while its metric has no data yet, so
# that metric and policy could not come with one apply. Each selector names its kind of resource: where a metric has
# several, Google refuses a query that does not.

locals {
  revision        = "monitored_resource=\"cloud_run_revision\""
  events_metric   = "logging_googleapis_com:user_${local.metric_prefix}_events"
  requests        = "run_googleapis_com:request_count"
  latencies       = "run_googleapis_com:request_latencies_bucket"
  service_pattern = join("|", keys(local.functions))
  # For whom somebody waits; a validation takes as long as a customer's BigQuery does.
  prompt_services = join("|", [for name, each in local.functions : name if each.access == "public" && name != "validate-connection"])

  metric_alerts = {
    checks-late = {
      title    = "Checks are late"
      severity = "ERROR"
      when = merge(
        { "checks have been due for more than 15 minutes" = "sum(increase(${local.events_metric}{${local.revision},event=\"checks-late\"}[15m])) > 0" },
        # Its line comes every five minutes as long as schedule and function are alive. Of one that was told to rest none comes.
        {
          for condition, query in {
            "the schedule tells nothing" = "absent_over_time(${local.events_metric}{${local.revision},event=\"fleet-health\"}[30m])"
          } : condition => query if !var.checks_paused
        },
      )
      lasting = "600s"
      meaning = "Connectors are not checked in time, and what breaks is told late. Look at the job check-connectors in Cloud Scheduler (is it paused, what does it get for an answer), at the queue ${var.queue_name} (how many tasks, what do they get), and at the log of both check functions. If the queue is long and nothing fails, it hands out too few a second: raise var.checks_a_second; give check-connector more instances (var.instances) only where all that it may have are at work. What waits in the queue can be purged: it stays due, and is put there again within the hour."
    }
    fleet-unknown = {
      title    = "Many connectors cannot be judged"
      severity = "WARNING"
      # A few are customers at their quotas. It is no outage that a circuit would meet: each asks, and none gets an answer that tells.
      when = {
        "more than ten, and a fifth of all, have been unknown for half an hour" = "((${local.mean["unknown"]}) > 10) and ((${local.mean["unknown"]}) > 0.2 * ((${local.mean["healthy"]}) + (${local.mean["degraded"]}) + (${local.mean["broken"]}) + (${local.mean["unknown"]})))"
      }
      lasting = "1800s"
      meaning = "Checks end without a verdict, so that nobody is told what breaks. In an outage (alert google-outage) that is right. Else look at the lines `connector-checked` with outcome inconclusive, and at `check-defect`, `unknown-answer`, `request-refused` and `clock-wrong`: they name the check. If it began with a deployment, deploy the one before."
    }
    google-outage = {
      title    = "Google does not answer"
      severity = "WARNING"
      # Each instance finds out by itself and says so once: one sum over all is one incident.
      when = {
        "more instances met an outage than saw its end" = "(sum(increase(${local.events_metric}{${local.revision},event=\"google-outage\"}[2h])) or vector(0)) > (sum(increase(${local.events_metric}{${local.revision},event=\"google-outage-over\"}[2h])) or vector(0))"
      }
      lasting = "0s"
      meaning = "BigQuery or Google's sign-in does not answer. Checks ask next to nothing meanwhile, their connectors are unknown and nobody is told that they broke. Look at https://status.cloud.google.com; there is nothing to do here. It ends by itself, at the latest two hours after the last instance met it."
    }
    error-rate = {
      title    = "Functions fail"
      severity = "ERROR"
      when = {
        "more than ${var.alert_thresholds.error_percent} % of a function's answers are 5xx" = "(sum by (service_name) (increase(${local.requests}{${local.revision},service_name=~\"${local.service_pattern}\",response_code_class=\"5xx\"}[10m])) > 5) / sum by (service_name) (increase(${local.requests}{${local.revision},service_name=~\"${local.service_pattern}\"}[10m])) > ${var.alert_thresholds.error_percent / 100}"
      }
      lasting = "0s"
      meaning = "Look at the lines `defect` of that function (service_name) in the log: they tell the place in the code, and where a permission or a resource is missing, which. If it began with a deployment, deploy the one before."
    }
    latency = {
      title    = "Functions are slow"
      severity = "WARNING"
      when = {
        "95 of 100 answers take longer than ${var.alert_thresholds.latency_ms} ms"                = "histogram_quantile(0.95, sum by (le, service_name) (rate(${local.latencies}{${local.revision},service_name=~\"${local.prompt_services}\"}[15m]))) > ${var.alert_thresholds.latency_ms}"
        "95 of 100 validations take longer than ${var.alert_thresholds.validation_latency_ms} ms" = "histogram_quantile(0.95, sum by (le, service_name) (rate(${local.latencies}{${local.revision},service_name=\"validate-connection\"}[15m]))) > ${var.alert_thresholds.validation_latency_ms}"
      }
      lasting = "900s"
      meaning = "Cold starts: give the function an instance at least (var.instances). All functions: look at Firestore's and Secret Manager's latencies in the dashboard of their own. Validations alone: customers' queries wait in their projects."
    }
    defects = {
      title    = "The service met what it does not know"
      severity = "WARNING"
      when = {
        "a defect was written down" = "sum by (event) (increase(${local.events_metric}{${local.revision},event=~\"defect|check-defect|request-refused|clock-wrong|fleet-health-failed\"}[10m])) > 0"
      }
      lasting = "0s"
      meaning = "Something failed that is not a customer's to mend. The line of that event in the log says what: `defect` and `check-defect` a place in the code, `request-refused` a request that Google did not accept, `clock-wrong` a clock, `fleet-health-failed` that connectors could not be counted."
    }
    announcements-delayed = {
      title    = "News of connectors waits"
      severity = "ERROR"
      when = {
        "announcements have not been taken for 15 minutes" = "sum(increase(${local.events_metric}{${local.revision},event=\"announcement-delayed\"}[5m])) > 0"
      }
      lasting = "900s"
      meaning = "Changes of health are kept and told again every minute, but the topic ${google_pubsub_topic.health.name} does not take them. The line `announcement-delayed` says which permission or topic is missing. Nothing is lost meanwhile."
    }
  }
}

resource "google_monitoring_alert_policy" "metric" {
  for_each = local.metric_alerts

  project               = local.project
  display_name          = "Connector service: ${each.value.title}"
  combiner              = "OR"
  severity              = each.value.severity
  notification_channels = local.channels
  user_labels           = merge(local.labels, { alert = each.key })

  dynamic "conditions" {
    for_each = each.value.when

    content {
      display_name = conditions.key

      condition_prometheus_query_language {
        query                     = conditions.value
        duration                  = each.value.lasting
        evaluation_interval       = "60s"
        disable_metric_validation = true
      }
    }
  }

  alert_strategy {
    auto_close = "86400s"
  }

  documentation {
    mime_type = "text/markdown"
    content   = each.value.meaning
  }

  depends_on = [google_logging_metric.events]
}
