# Every query of the service finds its index here, or among those that Firestore keeps of each field by itself. A field
# whose indexes are named here has these and no others. `deletion_policy`: what is left of the database's protection if
# its indexes go without it is a service that refuses every list.

locals {
  indexes = {
    # The list, newest first; and what of it is of one health.
    listed           = { collection = "connectors", scope = "COLLECTION", fields = ["living", "createdAt desc"] }
    listed-by-health = { collection = "connectors", scope = "COLLECTION", fields = ["living", "health", "createdAt desc"] }
    # Counts of a workspace. Firestore could join its indexes of the two fields instead, and would read them both for it.
    by-health = { collection = "connectors", scope = "COLLECTION", fields = ["living", "health"] }
    # What was deleted and can be restored.
    restorable = { collection = "connectors", scope = "COLLECTION", fields = ["living", "expireAt desc"] }
    # Who else uses a key in the workspace; and whether anybody does in any other one.
    of-key        = { collection = "connectors", scope = "COLLECTION", fields = ["living", "fingerprint", "createdAt desc"] }
    key-elsewhere = { collection = "connectors", scope = "COLLECTION_GROUP", fields = ["living", "fingerprint"] }
    # Counts for the operators, over all workspaces.
    fleet-by-health = { collection = "connectors", scope = "COLLECTION_GROUP", fields = ["living", "health"] }
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
}
