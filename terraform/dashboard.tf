# One page for who is on call. Charts in PromQL, as the alerts. What Google would fill in by itself is written out, and what
# it leaves out of its answers, zeros and empty texts, is not written, so that no plan finds a difference.

locals {
  fleet  = "logging_googleapis_com:user_${local.metric_prefix}_fleet"
  mean   = { for key in keys(local.gauges) : key => "sum(increase(${local.fleet}_${key}_sum{${local.revision}}[10m])) / sum(increase(${local.fleet}_${key}_count{${local.revision}}[10m]))" }
  health = ["healthy", "degraded", "broken", "unknown", "paused"]

  charts = [
    {
      title   = "Connectors by their health"
      queries = { for state in local.health : state => local.mean[state] }
    },
    {
      title = "Changes of health, an hour"
      queries = {
        "" = "sum by (from, to) (increase(logging_googleapis_com:user_${local.metric_prefix}_health_changes{${local.revision}}[1h]))"
      }
    },
    {
      title   = "Checks that are due"
      queries = { due = local.mean["due"] }
    },
    {
      title   = "Oldest check that is due, and oldest connector of which nothing is known, in seconds"
      queries = { due = local.mean["oldestDueSeconds"], unknown = local.mean["oldestUnknownSeconds"] }
    },
    {
      title   = "Events, an hour"
      queries = { "" = "sum by (event) (increase(${local.events_metric}{${local.revision},event!=\"fleet-health\"}[1h]))" }
    },
    {
      title   = "Requests a second"
      queries = { "" = "sum by (service_name) (rate(${local.requests}{${local.revision},service_name=~\"${local.service_pattern}\"}[5m]))" }
    },
    {
      title   = "Answers that are 5xx, share"
      queries = { "" = "sum by (service_name) (rate(${local.requests}{${local.revision},service_name=~\"${local.service_pattern}\",response_code_class=\"5xx\"}[5m])) / sum by (service_name) (rate(${local.requests}{${local.revision},service_name=~\"${local.service_pattern}\"}[5m]))" }
    },
    {
      title   = "95 of 100 answers take at most, in milliseconds"
      queries = { "" = "histogram_quantile(0.95, sum by (le, service_name) (rate(${local.latencies}{${local.revision},service_name=~\"${local.service_pattern}\"}[5m])))" }
    },
    {
      title   = "Instances"
      queries = { "" = "sum by (service_name) (run_googleapis_com:container_instance_count{${local.revision},service_name=~\"${local.service_pattern}\"})" }
    },
    {
      title   = "Tasks in the queue of checks"
      queries = { tasks = "sum(cloudtasks_googleapis_com:queue_depth{monitored_resource=\"cloud_tasks_queue\",queue_id=\"${var.queue_name}\"})" }
    },
  ]
}

resource "google_monitoring_dashboard" "service" {
  project = local.project
  dashboard_json = jsonencode({
    displayName = "Connector service"
    mosaicLayout = {
      columns = 48
      tiles = [
        for place, chart in local.charts : merge(
          { for axis, at in { xPos = place % 2 * 24, yPos = floor(place / 2) * 16 } : axis => at if at != 0 },
          {
            width  = 24
            height = 16
            widget = {
              title = chart.title
              xyChart = {
                chartOptions = { mode = "COLOR" }
                dataSets = [
                  for legend, query in chart.queries : merge(
                    { for key, text in { legendTemplate = legend } : key => text if text != "" },
                    {
                      plotType        = "LINE"
                      targetAxis      = "Y1"
                      timeSeriesQuery = { prometheusQuery = query }
                    },
                  )
                ]
              }
            }
          },
        )
      ]
    }
  })
}
