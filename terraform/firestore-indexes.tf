# Every query of the service finds its index here, or among those that Firestore keeps of each field by itself. A field
# whose indexes are named here has these and no others. `deletion_policy`: what is left of the database's protection if
# its indexes go without it is a service that refuses every list.

locals {
  # An index is never changed under its key, which would leave the old one where it is and make the way back to the release
  # before ask for it anew, and be refused ("already exists"): a changed one gets a key of its own, and the old one stays
  # for a release. test/terraform/indexes/released.ts remembers what each key meant.
  indexes = {
    # The list, newest first; and what of it is of one health.
    listed           = { collection = "connectors", scope = "COLLECTION", fields = ["living", "createdAt desc"] }
    listed-by-health = { collection = "connectors", scope = "COLLECTION", fields = ["living", "health", "createdAt desc"] }
    # Counts of a workspace. Firestore could join its indexes of the two fields instead, and would read them both for it.
    by-health = { collection = "connectors", scope = "COLLECTION", fields = ["living", "health"] }
    # What was deleted and can be restored.
    restorable = { collection = "connectors", scope = "COLLECTION", fields = ["living", "expireAt desc"] }
    # Who else uses a key in the workspace; and whether anybody does in any other one.
    of-key-here   = { collection = "connectors", scope = "COLLECTION", fields = ["living", "fingerprint", "createdAt desc"] }
    key-elsewhere = { collection = "connectors", scope = "COLLECTION_GROUP", fields = ["living", "fingerprint"] }
    # Counts for the operators, over all workspaces.
    fleet-by-health = { collection = "connectors", scope = "COLLECTION_GROUP", fields = ["living", "health"] }
    # For the way back to 0.1.0 alone, which looks up a key's uses by it: the release after the next leaves it out.
    of-key = { collection = "connectors", scope = "COLLECTION_GROUP", fields = ["living", "fingerprint", "createdAt desc"] }
  }

  # Single fields that are found over all workspaces.
  fields = {
    "connectors/dueAt"        = ["COLLECTION_GROUP"]
    "connectors/unknownSince" = ["COLLECTION", "COLLECTION_GROUP"]
    "announcements/at"        = ["COLLECTION_GROUP"]
    # Records as a whole: nothing is found by what is in them, and each would cost an index entry for each of its members.
    "connectors/record"   = []
    "keys/record"         = []
    "validations/record"  = []
    "changes/change"      = []
    "announcements/event" = []
    "turns/turns"         = []
  }

  # Whose documents end by themselves; announcements and names do not.
  expiring = toset(["changes", "connectors", "keys", "turns", "validations"])

  # The provider gives up after twenty minutes and forgets what it began: the next plan would make it again, and be refused.
  # Indexes of many records take longer. Less than the build that applies may take (cloudbuild.apply.yaml).
  index_patience = "120m"
}

resource "google_firestore_index" "this" {
  for_each = local.indexes

  project         = local.project
  database        = google_firestore_database.connectors.name
  collection      = each.value.collection
  query_scope     = each.value.scope
  deletion_policy = "ABANDON"

  dynamic "fields" {
    for_each = each.value.fields

    content {
      field_path = split(" ", fields.value)[0]
      order      = endswith(fields.value, " desc") ? "DESCENDING" : "ASCENDING"
    }
  }

  timeouts {
    create = local.index_patience
  }
}

resource "google_firestore_field" "indexed" {
  for_each = local.fields

  project         = local.project
  database        = google_firestore_database.connectors.name
  collection      = split("/", each.key)[0]
  field           = split("/", each.key)[1]
  deletion_policy = "ABANDON"

  # Without the block Firestore keeps the indexes that it makes of every field; an empty one is none.
  index_config {
    dynamic "indexes" {
      for_each = each.value

      content {
        order       = "ASCENDING"
        query_scope = indexes.value
      }
    }
  }

  timeouts {
    create = local.index_patience
    update = local.index_patience
  }
}

# Firestore deletes within a day or so of the moment. An index of that moment alone would be a hot spot, and is used by
# nothing: where a query goes by it, it has one of several fields.
resource "google_firestore_field" "expiring" {
  for_each = local.expiring

  project         = local.project
  database        = google_firestore_database.connectors.name
  collection      = each.value
  field           = "expireAt"
  deletion_policy = "ABANDON"

  ttl_config {}
  index_config {}

  timeouts {
    create = local.index_patience
    update = local.index_patience
  }
}

locals {
  # As text, for a function to wait for: code that asks before its index is there is refused.
  indexed = concat(
    [for key, each in google_firestore_index.this : "${key} on ${each.collection}"],
    [for each in google_firestore_field.indexed : "${each.field} on ${each.collection}"],
    [for each in google_firestore_field.expiring : "${each.field} on ${each.collection}"],
  )
}
