# Every minute. A call that failed is not repeated: the next minute's finds all that is due.
resource "google_cloud_scheduler_job" "check_connectors" {
  project          = local.project
  region           = var.region
  name             = "check-connectors"
  description      = "Puts a task on the queue for each connector that is due"
  schedule         = "* * * * *"
  time_zone        = "Etc/UTC"
  attempt_deadline = "75s" # the function's own minute, and a little
  paused           = var.checks_paused

  http_target {
    http_method = "POST"
    uri         = local.machine_urls["check-connectors"]

    # The audience is what the function compares with, to the letter.
    oidc_token {
      service_account_email = local.machine_accounts["schedule"]
      audience              = local.machine_urls["check-connectors"]
    }
  }

  depends_on = [
    google_service_account_iam_member.deployer, # who gives it its account has to be let act as that
    module.function,                            # nothing to call before
  ]
}
