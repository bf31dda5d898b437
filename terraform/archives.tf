# What `npm run build` made, where Cloud Functions reads it.

resource "google_storage_bucket" "source" {
  #checkov:skip=CKV_GCP_62:What is in it is built of this repository and holds no secret; who changes it stands in the admin log
  project                     = local.project
  name                        = "${var.project_id}-connector-source"
  location                    = var.region
  labels                      = local.labels
  uniform_bucket_level_access = true
  public_access_prevention    = "enforced"
  force_destroy               = true # nothing in it that `npm run build` could not make again

  versioning {
    enabled = true
  }

  lifecycle_rule {
    action {
      type = "Delete"
    }
    condition {
      days_since_noncurrent_time = 90
    }
  }

  dynamic "encryption" {
    for_each = local.kms_key == null ? [] : [local.kms_key]

    content {
      default_kms_key_name = encryption.value
    }
  }
}

locals {
  # `<function>-<first 16 hex digits of its SHA-256>.zip`, exactly one each: the variable's validation saw to that.
  archives = {
    for name in keys(local.functions) :
    name => one(fileset("${path.module}/${var.archives}", "${name}-????????????????.zip"))
  }
}

# An object's name tells its content, so a new archive is a new object: a function is changed by its object's name alone.
resource "google_storage_bucket_object" "archive" {
  for_each = local.archives

  bucket = google_storage_bucket.source.name
  name   = each.value
  source = "${path.module}/${var.archives}/${each.value}"

  lifecycle {
    create_before_destroy = true

    precondition {
      condition     = strcontains(each.value, "-${substr(filesha256("${path.module}/${var.archives}/${each.value}"), 0, 16)}.zip")
      error_message = "The archive ${each.value} does not hold what its name says: run `npm run build` in the project's root, and plan again."
    }
  }
}
