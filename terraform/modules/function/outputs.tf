output "service" {
  description = "Full name of the Cloud Run service behind the function, for grants that are to follow it."
  value       = google_cloudfunctions2_function.this.service_config[0].service
}
