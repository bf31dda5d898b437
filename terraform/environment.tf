# What the functions are told, in groups that functions.tf names. docs/configuration.md tells what each variable is; the code refuses
# to start with one that is missing or wrong.

locals {
  # Known before anything is made, and so without a circle between functions that call each other. To Google's tokens
  # this is the audience as well: with the function's name, without a query, without a slash at the end.
  functions_url = "https://${var.region}-${var.project_id}.cloudfunctions.net"
  function_urls = { for name in keys(local.functions) : name => "${local.functions_url}/${name}" }

  # Where the schedule and the queue call. From within is, to Google's network, only who calls a function's default address of
  # Cloud Run; that one is known beforehand as well, by the project's number.
  machine_urls = {
    for name, function in local.functions : name => (
      var.machine_ingress == "internal" ? "https://${name}-${var.project_number}.${var.region}.run.app" : local.function_urls[name]
    ) if function.access != "public"
  }

  page_url    = coalesce(var.page_url, local.function_urls["settings-page"])
  page_origin = lower(regex("^https://[^/]+", local.page_url))

  secret_regions = var.secret_regions == null ? [var.region] : var.secret_regions

  environment = {
    every = {
      NODE_COMPILE_CACHE = "/workspace/.compile-cache"
    }

    place = {
      GOOGLE_CLOUD_PROJECT = local.project
      FIRESTORE_DATABASE   = google_firestore_database.connectors.name
    }

    doorway = {
      TOKEN_ISSUER               = var.token_issuer
      TOKEN_AUDIENCE             = var.token_audience
      TOKEN_JWKS_URI             = var.token_jwks_uri
      TOKEN_TYPES                = join(",", var.token_types)
      TOKEN_WORKSPACE_CLAIM      = var.token_workspace_claim
      TOKEN_ROLE_CLAIM           = var.token_role_claim
      PAGE_ORIGINS               = join(",", sort(distinct(concat([local.page_origin], var.page_origins))))
      SECRET_REGIONS             = join(",", local.secret_regions)
      SECRET_KMS_KEYS            = join(",", compact([for region in local.secret_regions : lookup(var.kms_keys, region, null)]))
      LIMIT_UPLOADS_A_MINUTE     = tostring(var.limits.uploads_a_minute)
      LIMIT_VALIDATIONS_A_MINUTE = tostring(var.limits.validations_a_minute)
      LIMIT_EDITS_A_MINUTE       = tostring(var.limits.edits_a_minute)
      LIMIT_BROWSES_A_MINUTE     = tostring(var.limits.browses_a_minute)
      LIMIT_ACCOUNTS_A_DAY       = tostring(var.limits.accounts_a_day)
      LIMIT_PENDING_KEYS         = tostring(var.limits.pending_keys)
      LIMIT_KEYS                 = tostring(var.limits.keys)
      LIMIT_CONNECTORS           = tostring(var.limits.connectors)
    }

    announcing = {
      HEALTH_TOPIC        = google_pubsub_topic.health.name
      CHECK_CONNECTOR_URL = local.machine_urls["check-connector"]
      TASK_INVOKER        = local.machine_accounts["queue"]
    }

    scheduling = {
      CHECK_CONNECTORS_URL = local.machine_urls["check-connectors"]
      TASK_QUEUE           = local.queue_full_name
      SCHEDULE_INVOKER     = local.machine_accounts["schedule"]
    }

    page = {
      PAGE_URL                       = local.page_url
      FUNCTIONS_URL                  = local.functions_url
      TOKEN_ISSUER                   = var.token_issuer
      SIGN_IN_CLIENT_ID              = var.sign_in_client_id
      SIGN_IN_SCOPE                  = var.sign_in_scope
      SIGN_IN_AUTHORIZATION_ENDPOINT = var.sign_in_authorization_endpoint
      SIGN_IN_TOKEN_ENDPOINT         = var.sign_in_token_endpoint
      SIGN_IN_PARAMETERS             = var.sign_in_parameters
    }
  }
}
