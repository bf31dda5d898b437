# An account for each function, and for each machine that acts beside them. None has a key.

resource "google_service_account" "function" {
  for_each = local.functions

  project      = local.project
  account_id   = "${var.prefix}-${each.key}"
  display_name = "The function ${each.key}"
}

resource "google_service_account" "machine" {
  for_each = {
    build    = "Builds the functions"
    queue    = "In whose name the queue calls check-connector"
    schedule = "In whose name the schedule calls check-connectors"
  }

  project      = local.project
  account_id   = "${var.prefix}-${each.key}"
  display_name = each.value
}

locals {
  # Written out of what is known before anything exists, so that a plan shows whole who may do what; each is an edge to
  # the account all the same.
  function_accounts = { for key, each in google_service_account.function : key => "${each.account_id}@${each.project}.iam.gserviceaccount.com" }
  function_members  = { for key, email in local.function_accounts : key => "serviceAccount:${email}" }
  machine_accounts  = { for key, each in google_service_account.machine : key => "${each.account_id}@${each.project}.iam.gserviceaccount.com" }
  machine_members   = { for key, email in local.machine_accounts : key => "serviceAccount:${email}" }

  # A build names its account in full; an e-mail address would pass the plan and fail when it is applied.
  build_account_name = "projects/${local.project}/serviceAccounts/${local.machine_accounts["build"]}"
  queue_account_name = "projects/${local.project}/serviceAccounts/${local.machine_accounts["queue"]}"
}

# Whoever applies has to act as the accounts that it gives to functions, builds, and the schedule: as these, and no others.
resource "google_service_account_iam_member" "deployer" {
  for_each = var.deployer == null ? {} : merge(
    { for key, email in local.function_accounts : key => email },
    { for key, email in local.machine_accounts : key => email if key != "queue" },
  )

  service_account_id = "projects/${local.project}/serviceAccounts/${each.value}"
  role               = "roles/iam.serviceAccountUser"
  member             = "serviceAccount:${var.deployer}"
}

locals {
  # As text, for a function to wait for: whoever deploys it has to be let act as its account, and as the build's, before.
  deployer_grants = {
    for name in keys(local.functions) : name => [
      for account, grant in google_service_account_iam_member.deployer : grant.role if contains([name, "build"], account)
    ]
  }
}
