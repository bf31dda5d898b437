# The bucket is named as `terraform init` is run: docs/decisions/2026-11-26-state-and-environments.md tells why and how.
terraform {
  backend "gcs" {}
}
