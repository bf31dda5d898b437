locals {
  # What the short names in functions.tf mean: exactly these permissions, on exactly this.
  #   on = "database"       the Firestore database, by a condition
  #        "keys"           the secrets whose names begin with bqc-, by a condition
  #        "project"        the whole project: a secret that is being created has no name yet that a condition could see
  #        "queue", "queue-account", "topic", "page-token-key"   that one thing
  roles = {
    records-read = {
      on          = "database"
      title       = "Reads a record whose id is known"
      permissions = ["datastore.entities.get"]
    }
    records-list = {
      on          = "database"
      title       = "Finds and counts records"
      permissions = ["datastore.entities.list"] # with records-read: one without the other lists names alone
    }
    records-write = {
      on    = "database"
      title = "Writes the service's records, in transactions"
      permissions = [
        "datastore.databases.get", # to begin a transaction
        "datastore.entities.create",
        "datastore.entities.update",
      ]
    }
    records-delete = {
      on          = "database"
      title       = "Takes out names that became free, and announcements that were told"
      permissions = ["datastore.entities.delete"]
    }
    keys-create = {
      on          = "project"
      title       = "Makes a secret for a key"
      permissions = ["secretmanager.secrets.create"]
    }
    keys-write = {
      on    = "keys"
      title = "Puts a key into the secret made for it"
      permissions = [
        "secretmanager.secrets.get", # whether it was made, where the answer got lost
        "secretmanager.versions.add",
      ]
    }
    keys-read = {
      on          = "keys"
      title       = "Reads keys"
      permissions = ["secretmanager.versions.access"]
    }
    keys-keep = {
      on          = "keys"
      title       = "Gives keys an end, or takes it away, and cannot read them"
      permissions = ["secretmanager.secrets.get", "secretmanager.secrets.update"]
    }
    page-token-key = {
      on          = "page-token-key"
      title       = "Is given the key of the page tokens as it starts"
      permissions = ["secretmanager.versions.access"]
    }
    tasks-create = {
      on          = "queue"
      title       = "Puts checks on the queue"
      permissions = ["cloudtasks.tasks.create"]
    }
    act-as-queue = {
      on          = "queue-account"
      title       = "Has tasks carry the token of the queue's account"
      permissions = ["iam.serviceAccounts.actAs"]
    }
    announce = {
      on   = "topic"
      role = "roles/pubsub.publisher" # Google's own: pubsub.topics.publish and nothing else
    }
  }
}

resource "google_project_iam_custom_role" "this" {
  for_each = { for key, role in local.roles : key => role if !can(role.role) }

  project     = local.project
  role_id     = replace("${var.prefix}-${each.key}", "-", "_") # ids of roles have no dashes
  title       = each.value.title
  permissions = each.value.permissions
}

locals {
  role_names = {
    for key, role in local.roles : key => try(
      role.role,
      "projects/${google_project_iam_custom_role.this[key].project}/roles/${google_project_iam_custom_role.this[key].role_id}",
    )
  }
}
