terraform {
  # 1.9 lets a validation look at other variables; 1.11 lets a value be written that no plan and no state ever holds.
  required_version = ">= 1.11"

  required_providers {
    google = {
      source  = "hashicorp/google"
      version = "~> 7.45"
    }
  }
}

provider "google" {
  project = var.project_id
  region  = var.region
}
