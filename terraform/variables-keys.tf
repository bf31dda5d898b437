# Where secrets are kept, and under whose keys everything is.

variable "kms_keys" {
  description = "Cloud KMS keys by their location, for the region, the database's place (for eur3 that is europe, for nam5 us) and each of secret_regions. Everything that can be is encrypted under them; decide it before the first apply. Google's agents need the right to use them beforehand: docs/operating.md, step 5."
  type        = map(string)
  default     = {}
  nullable    = false

  validation {
    condition     = alltrue([for key in values(var.kms_keys) : can(regex("^projects/[\\w:.-]+/locations/[\\w-]+/keyRings/[\\w-]+/cryptoKeys/[\\w-]+$", key))])
    error_message = "A key is named in full, projects/…/locations/…/keyRings/…/cryptoKeys/…, without a version."
  }
  validation {
    condition     = alltrue([for place, key in var.kms_keys : !strcontains(key, "/locations/") || strcontains(key, "/locations/${place}/")])
    error_message = "Each key stands under its own location, such as { europe-west1 = \"projects/…/locations/europe-west1/…\" }."
  }
  validation {
    condition     = length(var.kms_keys) == 0 || contains(keys(var.kms_keys), var.region)
    error_message = "With keys of your own, name one for ${var.region}, where functions, archives and topic are."
  }
  validation {
    condition     = length(var.kms_keys) == 0 || var.database_location == null || var.database_location != "nam7"
    error_message = "With keys of your own the database does not lie in nam7: Google says only of eur3 and nam5 in which place their key has to be, and a database cannot move."
  }
  validation {
    condition = length(var.kms_keys) == 0 || coalesce(var.database_location, var.region) == "nam7" || contains(
      keys(var.kms_keys),
      lookup(local.multi_region_keys, coalesce(var.database_location, var.region), coalesce(var.database_location, var.region)),
    )
    error_message = "With keys of your own, name one for the database's place: ${lookup(local.multi_region_keys, coalesce(var.database_location, var.region), coalesce(var.database_location, var.region))}."
  }
  validation {
    condition     = length(var.kms_keys) == 0 || alltrue([for region in(var.secret_regions == null ? [var.region] : var.secret_regions) : contains(keys(var.kms_keys), region)])
    error_message = "With keys of your own, name one for each of secret_regions."
  }
  validation {
    condition     = length(var.kms_keys) == 0 || var.secret_regions == null || length(coalesce(var.secret_regions, [])) > 0
    error_message = "With keys of your own (kms_keys), secrets lie in regions that are named: secret_regions is empty."
  }
}

variable "page_token_key_version" {
  description = "Another number makes another key under which page tokens are sealed. Pages that are being turned are then asked for anew."
  type        = number
  default     = 1
  nullable    = false

  validation {
    condition     = var.page_token_key_version >= 1 && floor(var.page_token_key_version) == var.page_token_key_version
    error_message = "page_token_key_version is a whole number, 1 or more."
  }
}

variable "secret_regions" {
  description = "Regions in which keys are kept: the region of the functions if null; wherever Google likes if the list is empty."
  type        = list(string)
  default     = null

  validation {
    condition     = var.secret_regions == null || alltrue([for region in coalesce(var.secret_regions, []) : contains(local.secret_places, region)])
    error_message = "secret_regions are regions of Google Cloud, such as europe-west1."
  }
  validation {
    condition     = var.secret_regions == null || length(distinct(coalesce(var.secret_regions, []))) == length(coalesce(var.secret_regions, []))
    error_message = "secret_regions names a region twice."
  }
}
