# Keys of the customer's own, one for each place in which something is kept: var.kms_keys. Without any, Google's.

locals {
  kms_key           = lookup(var.kms_keys, var.region, null)
  database_location = coalesce(var.database_location, var.region)
  # A database over several regions wants a key of the place that Cloud KMS calls otherwise.
  database_kms_place = lookup(local.multi_region_keys, local.database_location, local.database_location)
  database_kms_key   = lookup(var.kms_keys, local.database_kms_place, null)
}
