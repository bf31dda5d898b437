# What each function's account may, as functions.tf and roles.tf say. Members are added one by one: a binding of a whole
# role, or a policy, would take the rights of Google's own agents away.
#
# `create_before_destroy`, on all: what is served needs what it was granted until the new function is up. Without, Terraform
# takes a right that goes, or is made anew, away before it replaces the code; with it, after.

locals {
  granted = merge([
    for name, function in local.functions : {
      for role in function.roles : "${name}/${role}" => {
        function = name
        member   = local.function_members[name]
        on       = local.roles[role].on
        role     = local.role_names[role]
      }
    }
  ]...)

  conditions = {
    database = {
      title      = "the-connectors-database"
      expression = "resource.name == \"projects/${local.project}/databases/${google_firestore_database.connectors.name}\""
    }
    # Secret Manager knows resources by the project's number.
    keys = {
      title      = "secrets-of-keys"
      expression = "resource.name.startsWith(\"projects/${var.project_number}/secrets/bqc-\")"
    }
  }
}

resource "google_project_iam_member" "function" {
  for_each = { for key, each in local.granted : key => each if contains(["project", "database", "keys"], each.on) }

  project = local.project
  role    = each.value.role
  member  = each.value.member

  dynamic "condition" {
    for_each = each.value.on == "project" ? [] : [local.conditions[each.value.on]]

    content {
      title      = condition.value.title
      expression = condition.value.expression
    }
  }

  lifecycle {
    create_before_destroy = true
  }
}

resource "google_cloud_tasks_queue_iam_member" "function" {
  for_each = { for key, each in local.granted : key => each if each.on == "queue" }

  project  = local.project
  location = google_cloud_tasks_queue.checks.location
  name     = google_cloud_tasks_queue.checks.name
  role     = each.value.role
  member   = each.value.member

  lifecycle {
    create_before_destroy = true
  }
}

# On that one account: on the project it would let a function make tasks that carry the token of any account.
resource "google_service_account_iam_member" "function" {
  for_each = { for key, each in local.granted : key => each if each.on == "queue-account" }

  service_account_id = local.queue_account_name
  role               = each.value.role
  member             = each.value.member

  lifecycle {
    create_before_destroy = true
  }
}

resource "google_pubsub_topic_iam_member" "function" {
  for_each = { for key, each in local.granted : key => each if each.on == "topic" }

  project = local.project
  topic   = google_pubsub_topic.health.name
  role    = each.value.role
  member  = each.value.member

  lifecycle {
    create_before_destroy = true
  }
}

resource "google_secret_manager_secret_iam_member" "function" {
  for_each = { for key, each in local.granted : key => each if each.on == "page-token-key" }

  project   = local.project
  secret_id = google_secret_manager_secret.page_token_key.secret_id
  role      = each.value.role
  member    = each.value.member

  lifecycle {
    create_before_destroy = true
  }
}

locals {
  made = merge(
    google_project_iam_member.function,
    google_cloud_tasks_queue_iam_member.function,
    google_service_account_iam_member.function,
    google_pubsub_topic_iam_member.function,
    google_secret_manager_secret_iam_member.function,
  )

  # As text, for a function to wait for: what it was granted is a part of what it is, and so is which secret it is given, and
  # on which database.
  grants_of = {
    for name, function in local.functions : name => [
      for role in function.roles : join(" on ", compact([
        local.made["${name}/${role}"].role,
        try(local.made["${name}/${role}"].secret_id, null),
        try(local.made["${name}/${role}"].condition[0].expression, null),
      ]))
    ]
  }
}
