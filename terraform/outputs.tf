output "database" {
  description = "Name of the Firestore database."
  value       = google_firestore_database.connectors.name
}

output "encryption_agents" {
  description = "Google's own accounts that need roles/cloudkms.cryptoKeyEncrypterDecrypter on kms_keys; none without keys of your own. Before the first apply there is no output yet: docs/operating.md, step 5, makes and grants them."
  value = length(var.kms_keys) == 0 ? [] : [
    for agent in [
      "gcf-admin-robot", "gcp-sa-artifactregistry", "gcp-sa-eventarc", "gcp-sa-firestore", "gcp-sa-pubsub",
      "gcp-sa-secretmanager", "gs-project-accounts", "serverless-robot-prod",
    ] : "serviceAccount:service-${var.project_number}@${agent}.iam.gserviceaccount.com"
  ]
}

output "export_command" {
  description = "Exports all connectors, their history and what is known of their keys; not the keys themselves."
  value       = local.export_command
}

output "function_urls" {
  description = "URL of each function."
  value       = local.function_urls
}

output "functions" {
  description = "The map of functions: what each answers, who may call it, what it may do and is told."
  value       = local.functions
}

output "open_commands" {
  description = "With invoker_iam = \"none\": how each public function is opened once it was deployed, a command a line; nothing otherwise."
  value = join("\n", [
    for name, each in local.functions :
    "gcloud run services update ${name} --project=${var.project_id} --region=${var.region} --no-invoker-iam-check"
    if each.access == "public" && var.invoker_iam == "none"
  ])
}

output "page_url" {
  description = "Where the page is opened."
  value       = local.page_url
}

output "queue" {
  description = "Full name of the queue of checks."
  value       = local.queue_full_name
}

output "redirect_uri" {
  description = "What the issuer has to know as the page's redirect URI."
  value       = "${local.page_url}/signed-in"
}

output "schedule_job" {
  description = "Full name of the Cloud Scheduler job that asks for checks every minute."
  value       = "projects/${google_cloud_scheduler_job.check_connectors.project}/locations/${google_cloud_scheduler_job.check_connectors.region}/jobs/${google_cloud_scheduler_job.check_connectors.name}"
}

output "service_accounts" {
  description = "E-mail address of each service account."
  value       = merge(local.function_accounts, local.machine_accounts)
}

output "smoke_curl" {
  description = "A command that succeeds where the page is served and a function asks for a token."
  value       = "curl --fail --silent --show-error --output /dev/null ${local.page_url}/openapi.json && test \"$(curl --silent --output /dev/null --write-out '%%{http_code}' ${local.function_urls["list-connectors"]}/)\" = 401"
}

output "smoke_expects" {
  description = "What `npm run smoke` has to find: how the doors of machines are shut, and whether the schedule is at work."
  value = {
    machine_ingress = var.machine_ingress
    schedule        = var.checks_paused ? "PAUSED" : "ENABLED"
  }
}

output "source_bucket" {
  description = "Bucket of the archives."
  value       = google_storage_bucket.source.name
}

output "topic" {
  description = "Name of the topic on which changes of health are announced."
  value       = google_pubsub_topic.health.name
}
