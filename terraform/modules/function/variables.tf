variable "account" {
  description = "E-mail address of the function's own service account."
  type        = string
}

variable "archive" {
  description = "Name of the archive in the bucket; it tells the content."
  type        = string
}

variable "bucket" {
  description = "Where the archive lies."
  type        = string
}

variable "build_account" {
  description = "Full name of the service account that builds it."
  type        = string
}

variable "callers" {
  description = "IAM members that may call it, each under a word that says who it is."
  type        = map(string)
}

variable "closed" {
  description = "Whether IAM closes it to everybody but its callers, however the public ones are opened."
  type        = bool
}

variable "concurrency" {
  description = "Requests that an instance takes at a time."
  type        = number
}

variable "environment" {
  description = "What it is told. Never null: what is taken away as a whole is not noticed."
  type        = map(string)
  nullable    = false
}

variable "grants" {
  description = "What its account and the build's were granted: it is made after these."
  type        = list(string)
}

variable "indexes" {
  description = "Indexes by which it finds records: it is made after these."
  type        = list(string)
}

variable "instances" {
  description = "How many instances at least and at most."
  type        = object({ min = number, max = number })
}

variable "internal" {
  description = "Whether Google's network lets only the project's own schedule, queue and networks reach it."
  type        = bool
}

variable "kms_key" {
  description = "Cloud KMS key for its source and image; null for Google's own."
  type        = string
}

variable "labels" {
  description = "Labels of the function."
  type        = map(string)
}

variable "memory" {
  description = "Memory of an instance, in Mi."
  type        = string
}

variable "name" {
  description = "Name of the function and of its folder under functions/."
  type        = string
}

variable "open_by_command" {
  description = "Whether a public function is opened by a command after it was deployed, and not by IAM."
  type        = bool
}

variable "project" {
  description = "Id of the project."
  type        = string
}

variable "region" {
  description = "Region of the function."
  type        = string
}

variable "repository" {
  description = "Full name of the repository for its image."
  type        = string
}

variable "secrets" {
  description = "Variables whose values are secrets, by their names."
  type        = map(object({ secret = string, version = string }))
}

variable "settle_seconds" {
  description = "How long new grants are given to take effect before the first build."
  type        = number
}

variable "vpc_egress" {
  description = "Network through which it goes out; null for the internet's."
  type        = object({ network = string, subnetwork = string, traffic = string })
}
