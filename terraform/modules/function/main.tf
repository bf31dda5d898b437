resource "google_cloudfunctions2_function" "this" {
  #checkov:skip=CKV_GCP_124:Browsers call the public ones, and each asks for a token; those for machines are closed by IAM, and machine_ingress says whether by the network too
  project      = var.project
  name         = var.name
  location     = var.region
  description  = "BigQuery connector service"
  labels       = var.labels
  kms_key_name = var.kms_key

  build_config {
    runtime           = "nodejs24"
    entry_point       = join("", [for place, word in split("-", var.name) : place == 0 ? word : title(word)])
    service_account   = var.build_account
    docker_repository = var.repository

    # A build that fails is forgotten: the state would say that the new archive is there, while the old code serves on.
    # Of all that is told to Google this alone is read back, so the next plan sees it, and what is sent then builds anew.
    environment_variables = { CONNECTOR_SOURCE = var.archive }

    automatic_update_policy {}

    source {
      storage_source {
        bucket = var.bucket
        object = var.archive
      }
    }
  }

  service_config {
    service_account_email            = var.account
    available_memory                 = var.memory
    available_cpu                    = "1" # the least with which an instance takes several requests at a time
    max_instance_request_concurrency = var.concurrency
    min_instance_count               = var.instances.min
    max_instance_count               = var.instances.max
    timeout_seconds                  = 60
    ingress_settings                 = var.internal ? "ALLOW_INTERNAL_ONLY" : "ALLOW_ALL"
    environment_variables            = var.environment
    direct_vpc_egress                = var.vpc_egress == null ? null : var.vpc_egress.traffic == "all" ? "VPC_EGRESS_ALL_TRAFFIC" : "VPC_EGRESS_PRIVATE_RANGES_ONLY"

    dynamic "secret_environment_variables" {
      for_each = var.secrets

      content {
        key        = secret_environment_variables.key
        project_id = var.project
        secret     = secret_environment_variables.value.secret
        version    = secret_environment_variables.value.version
      }
    }

    dynamic "direct_vpc_network_interface" {
      for_each = var.vpc_egress == null ? [] : [var.vpc_egress]

      content {
        network    = direct_vpc_network_interface.value.network
        subnetwork = direct_vpc_network_interface.value.subnetwork
      }
    }
  }

  depends_on = [terraform_data.settled]
}

# A right that was just granted does not hold everywhere at once, and a build or a start that comes too early fails.
resource "terraform_data" "settled" {
  triggers_replace = concat(var.grants, var.indexes)

  provisioner "local-exec" {
    command = "sleep ${var.settle_seconds}"
  }
}

# Who may call. The service's name as the function tells it, known only once the function is there: if it is replaced,
# its callers are granted anew, where a name that is known would leave it closed to all.
resource "google_cloud_run_v2_service_iam_member" "caller" {
  for_each = var.open_by_command && !var.closed ? {} : var.callers

  project  = var.project
  location = var.region
  name     = google_cloudfunctions2_function.this.service_config[0].service
  role     = "roles/run.invoker"
  member   = each.value
}
