locals {
  services = toset(concat(
    [
      "artifactregistry.googleapis.com",
      "cloudbuild.googleapis.com",
      "cloudfunctions.googleapis.com",
      "cloudresourcemanager.googleapis.com",
      "cloudscheduler.googleapis.com",
      "cloudtasks.googleapis.com",
      "firestore.googleapis.com",
      "iam.googleapis.com",
      "iamcredentials.googleapis.com",
      "logging.googleapis.com",
      "monitoring.googleapis.com",
      "pubsub.googleapis.com",
      "run.googleapis.com",
      "secretmanager.googleapis.com",
      "serviceusage.googleapis.com",
      "storage.googleapis.com",
    ],
    # Eventarc is not used: Google names its agent among those whose key a function's is, and it is there with the service alone.
    length(var.kms_keys) > 0 ? ["cloudkms.googleapis.com", "eventarc.googleapis.com"] : [],
    var.vpc_egress == null ? [] : ["compute.googleapis.com"],
  ))

  # The project's id, known at plan time, and an edge to every service: whatever is made in `local.project` waits until
  # the services are on. What names `var.project_id` does not wait, and fails in an empty project.
  project = one(toset([for service in google_project_service.this : service.project]))
}

resource "google_project_service" "this" {
  for_each = local.services

  project            = var.project_id
  service            = each.value
  disable_on_destroy = false # others in this project may use it as well
}
