# `terraform destroy` takes everything in the opposite order of its making: what depends on all else goes first. This does,
# and refuses to go unless that was allowed in an apply before. It refuses as well to be replaced, which it is where
# something would be that cannot be made again at once.
#
# The database has a lock of its own (prevent_destroy), of which Terraform tells even before: it is taken out of the state,
# and stays where it is, with its own protection against being deleted.
resource "terraform_data" "removal" {
  input = {
    allowed = var.allow_removal
    export  = local.export_command
  }

  triggers_replace = {
    region = var.region
    queue  = var.queue_name
  }

  provisioner "local-exec" {
    when = destroy
    environment = {
      ALLOWED = self.input.allowed
      EXPORT  = self.input.export
    }
    command = <<-EOT
      test "$ALLOWED" = true && exit 0
      echo "Nothing was removed. This would take away the connector service, or its queue, whose name is then taken for days."
      echo "1. Export the connectors:  $EXPORT"
      echo "2. Allow it:               terraform apply -var allow_removal=true"
      echo "3. Let the database stay:  terraform state rm google_firestore_database.connectors"
      echo "4. Run this again. docs/operating.md tells more, under Removal."
      exit 1
    EOT
  }

  depends_on = [
    google_artifact_registry_repository.functions,
    google_artifact_registry_repository_iam_member.build_images,
    google_cloud_scheduler_job.check_connectors,
    google_cloud_tasks_queue.checks,
    google_cloud_tasks_queue_iam_member.function,
    google_firestore_backup_schedule.daily,
    google_firestore_database.connectors,
    google_firestore_field.expiring,
    google_firestore_field.indexed,
    google_firestore_index.this,
    google_logging_metric.events,
    google_logging_metric.fleet,
    google_logging_metric.health_changes,
    google_monitoring_alert_policy.line,
    google_monitoring_alert_policy.metric,
    google_monitoring_dashboard.service,
    google_monitoring_notification_channel.email,
    google_project_iam_audit_config.secrets,
    google_project_iam_custom_role.this,
    google_project_iam_member.build_logs,
    google_project_iam_member.build_source,
    google_project_iam_member.function,
    google_project_service.this,
    google_pubsub_topic.health,
    google_pubsub_topic_iam_member.function,
    google_secret_manager_secret.page_token_key,
    google_secret_manager_secret_iam_member.function,
    google_secret_manager_secret_version.page_token_key,
    google_service_account.function,
    google_service_account.machine,
    google_service_account_iam_member.deployer,
    google_service_account_iam_member.function,
    google_storage_bucket.source,
    google_storage_bucket_object.archive,
    module.function,
  ]
}

locals {
  export_command = "gcloud firestore export gs://A_BUCKET_OF_YOURS --project=${var.project_id} --database=${var.database_name}"
}
