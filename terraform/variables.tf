# Where it all is, and how it is called.

variable "archives" {
  description = "Folder of the archives that `npm run build` makes, as seen from this folder."
  type        = string
  default     = "../dist"
  nullable    = false

  validation {
    condition = alltrue([
      for name in keys(local.functions) :
      length(fileset("${path.module}/${var.archives}", "${name}-????????????????.zip")) == 1
    ])
    error_message = "In ${var.archives} there is not one archive each for: ${join(", ", [
      for name in keys(local.functions) : name
      if length(fileset("${path.module}/${var.archives}", "${name}-????????????????.zip")) != 1
    ])}. Run `npm run build` in the project's root, and plan again."
  }
}

variable "backup_retention_days" {
  description = "For how many days a daily backup of the database is kept. What was deleted lives on in them for so long."
  type        = number
  default     = 7
  nullable    = false

  validation {
    condition     = floor(var.backup_retention_days) == var.backup_retention_days && var.backup_retention_days >= 1 && var.backup_retention_days <= 98
    error_message = "Backups are kept for 1 to 98 whole days (14 weeks are Firestore's most)."
  }
}

variable "database_location" {
  description = "Where the Firestore database lies: the region itself if null, or the multi-region around it (eur3, nam5, nam7). It can never be changed."
  type        = string
  default     = null

  validation {
    condition = var.database_location == null || var.database_location == var.region || try(
      startswith(var.region, local.multi_regions[var.database_location]), false,
    )
    error_message = "The database has to lie where the functions run: database_location is ${var.region} (or null, which is the same)${join("", [for place, prefix in local.multi_regions : ", or ${place}" if startswith(var.region, prefix)])}."
  }
}

variable "database_name" {
  description = "Name of the Firestore database. It can never be changed."
  type        = string
  default     = "connectors"
  nullable    = false

  validation {
    condition     = can(regex("^[a-z][a-z0-9-]{2,61}[a-z0-9]$", var.database_name)) && !can(regex("^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$", var.database_name))
    error_message = "The database's name has 4 to 63 lower-case letters, digits and dashes, begins with a letter, does not end with a dash, and is not a UUID. The service does not work with \"(default)\"."
  }
}

variable "deployer" {
  description = "E-mail address of the service account that applies this, if one does: it is let act as the accounts made here, and no others."
  type        = string
  default     = null

  validation {
    condition     = var.deployer == null || can(regex("^[a-z0-9-]{6,30}@[a-z0-9.-]+\\.gserviceaccount\\.com$", var.deployer))
    error_message = "The deployer is a service account's e-mail address, such as deploy@my-project.iam.gserviceaccount.com, without \"serviceAccount:\" before it."
  }
}

variable "labels" {
  description = "Labels of everything that can bear them, for those who read the bill."
  type        = map(string)
  default     = {}
  nullable    = false

  validation {
    condition     = alltrue([for key, value in var.labels : can(regex("^[a-z][a-z0-9_-]{0,62}$", key)) && can(regex("^[a-z0-9_-]{0,63}$", value))])
    error_message = "A label is up to 63 lower-case letters, digits, dashes and underscores; its key begins with a letter."
  }
  validation {
    condition     = length(var.labels) <= 60
    error_message = "Google takes 64 labels; give 60 at the most, since some are set beside."
  }
}

variable "prefix" {
  description = "What the names of service accounts and of custom roles begin with."
  type        = string
  default     = "bqc"
  nullable    = false

  validation {
    condition     = can(regex("^[a-z]([a-z0-9-]*[a-z0-9])?$", var.prefix))
    error_message = "The prefix has lower-case letters, digits and dashes, begins with a letter and does not end with a dash."
  }
  validation {
    condition     = length(var.prefix) + 1 + max([for name in keys(local.functions) : length(name)]...) <= 30
    error_message = "The prefix is too long: a service account's name has 30 characters at the most, and the longest here is \"${var.prefix}-${reverse(sort([for name in keys(local.functions) : format("%02d%s", length(name), name)]))[0]}\". Use ${29 - max([for name in keys(local.functions) : length(name)]...)} characters or fewer."
  }
}

variable "project_id" {
  description = "Id of the Google Cloud project. It holds this service and nothing else."
  type        = string

  validation {
    condition     = can(regex("^[a-z][a-z0-9-]{4,28}[a-z0-9]$", var.project_id))
    error_message = "The project's id has 6 to 30 lower-case letters, digits and dashes, begins with a letter and does not end with a dash. It is neither its name nor its number: `gcloud projects list` shows all three."
  }
}

variable "project_number" {
  description = "Number of the same project: gcloud projects describe PROJECT --format='value(projectNumber)'. Secret Manager's conditions go by it, and given here no plan has to ask for it."
  type        = string

  validation {
    condition     = can(regex("^[1-9][0-9]{5,17}$", var.project_number))
    error_message = "The project's number has digits alone: gcloud projects describe PROJECT --format='value(projectNumber)'."
  }
}

variable "region" {
  description = "Region of the functions, the queue, the schedule, the topic and the archives. Moving to another is a move of the database as well."
  type        = string

  validation {
    condition     = contains(local.regions, var.region)
    error_message = "The region is one in which there are Cloud Functions, Cloud Tasks, Cloud Scheduler and Firestore: ${join(", ", local.regions)}."
  }
}
