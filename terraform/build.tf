# Who builds the functions from their archives, and where the images go.

resource "google_artifact_registry_repository" "functions" {
  project       = local.project
  location      = var.region
  repository_id = "connector-functions"
  description   = "Images of the connector service's functions"
  format        = "DOCKER"
  labels        = local.labels
  kms_key_name  = local.kms_key

  # What is served is the newest of each, and kept.
  cleanup_policies {
    id     = "keep-the-last-five"
    action = "KEEP"
    most_recent_versions {
      keep_count = 5
    }
  }
  cleanup_policies {
    id     = "delete-after-a-month"
    action = "DELETE"
    condition {
      older_than = "2592000s"
    }
  }
}

resource "google_project_iam_member" "build_logs" {
  project = local.project
  role    = "roles/logging.logWriter"
  member  = local.machine_members["build"]
}

resource "google_artifact_registry_repository_iam_member" "build_images" {
  project    = local.project
  location   = google_artifact_registry_repository.functions.location
  repository = google_artifact_registry_repository.functions.repository_id
  role       = "roles/artifactregistry.writer"
  member     = local.machine_members["build"]
}

# Google copies an archive into a bucket of its own before it builds. That bucket does not exist before the first
# deployment, hence by its name; under a key of the customer's another word follows.
resource "google_project_iam_member" "build_source" {
  project = local.project
  role    = "roles/storage.objectViewer"
  member  = local.machine_members["build"]

  condition {
    title      = "archives-of-functions"
    expression = "resource.name.startsWith(\"projects/_/buckets/gcf-v2-sources-${var.project_number}-${var.region}\")"
  }
}

locals {
  repository_name = "projects/${google_artifact_registry_repository.functions.project}/locations/${google_artifact_registry_repository.functions.location}/repositories/${google_artifact_registry_repository.functions.repository_id}"

  build_grants = [
    google_project_iam_member.build_logs.role,
    google_project_iam_member.build_source.role,
    google_artifact_registry_repository_iam_member.build_images.role,
  ]
}
