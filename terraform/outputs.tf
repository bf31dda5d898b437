output "database" {
  description = "Name of the Firestore database."
  value       = google_firestore_database.connectors.name
}

output "function_urls" {
  description = "URL of each function."
  value       = local.function_urls
}

output "page_url" {
  description = "Where the page is opened."
  value       = local.page_url
}

output "queue" {
  description = "Full name of the queue of checks."
  value       = local.queue_full_name
}

output "schedule_job" {
  description = "Name of the Cloud Scheduler job that asks for checks every minute."
  value       = google_cloud_scheduler_job.check_connectors.name
}

output "service_accounts" {
  description = "E-mail address of each service account."
  value       = merge(local.function_accounts, local.machine_accounts)
}

output "smoke_curl" {
  description = "A command that succeeds where the page is served and a function asks for a token."
  value       = "curl --fail --silent --show-error --output /dev/null ${local.page_url}/openapi.json && test \"$(curl --silent --output /dev/null --write-out '%%{http_code}' ${local.function_urls["list-connectors"]}/)\" = 401"
}

output "source_bucket" {
  description = "Bucket of the archives."
  value       = google_storage_bucket.source.name
}

output "topic" {
  description = "Name of the topic on which changes of health are announced."
  value       = google_pubsub_topic.health.name
}
