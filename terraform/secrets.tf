# Keys of customers are secrets that the functions make, one each, at run time. Terraform knows none of them, and of its
# own one secret only the name: the key under which page tokens are sealed.

locals {
  # Not bqc-…: who may read keys may not read this. Where a secret lies, and under whose key, cannot change: of other regions
  # or keys another secret is made before the one in use goes, and two of one name there cannot be.
  page_token_key_prefix = "connector-page-token-key-"
  page_token_key_place  = substr(sha256(jsonencode([for region in local.secret_regions : [region, lookup(var.kms_keys, region, "")]])), 0, 8)
}

resource "google_secret_manager_secret" "page_token_key" {
  project   = local.project
  secret_id = "${local.page_token_key_prefix}${local.page_token_key_place}"
  labels    = local.labels

  replication {
    dynamic "auto" {
      for_each = length(local.secret_regions) == 0 ? [true] : []

      content {}
    }

    dynamic "user_managed" {
      for_each = length(local.secret_regions) == 0 ? [] : [true]

      content {
        dynamic "replicas" {
          for_each = local.secret_regions

          content {
            location = replicas.value

            dynamic "customer_managed_encryption" {
              for_each = compact([lookup(var.kms_keys, replicas.value, null)])

              content {
                kms_key_name = customer_managed_encryption.value
              }
            }
          }
        }
      }
    }
  }
}

# Made as it is written, of two random UUIDs (244 bits), and never kept: in no plan, no state and no log. A new number of
# its version is a new key; the one before goes when no function is told of it any more.
resource "google_secret_manager_secret_version" "page_token_key" {
  secret                 = "projects/${google_secret_manager_secret.page_token_key.project}/secrets/${google_secret_manager_secret.page_token_key.secret_id}"
  secret_data_wo         = sha256("${uuid()}${uuid()}")
  secret_data_wo_version = var.page_token_key_version

  lifecycle {
    create_before_destroy = true
  }
}

locals {
  page_token_key = {
    secret  = google_secret_manager_secret.page_token_key.secret_id
    version = google_secret_manager_secret_version.page_token_key.version
  }
}
