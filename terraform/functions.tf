locals {
  # THE map: a folder under functions/ each, with what it may and no more. Tests hold it to the code.
  #   methods      which HTTP methods it answers
  #   access       who may call: "public" (everybody; a token of the issuer is asked for by the function itself), "schedule"
  #                (the schedule, and the queue for what the schedule left), "queue" (the queue alone); callers.tf
  #   roles        what its own account may do: roles.tf
  #   environment  which groups of variables it is told: environment.tf
  #   memory, concurrency, instances   one instance's memory, requests at a time, and how many instances at most;
  #                var.instances changes the last
  functions = {
    browse-tables = {
      methods     = ["GET"]
      access      = "public"
      roles       = ["records-read", "records-write", "keys-read", "page-token-key"]
      environment = ["place", "doorway"]
      memory      = "512Mi"
      concurrency = 40
      instances   = 10
    }
    check-connector = {
      methods     = ["POST"]
      access      = "queue"
      roles       = ["records-read", "records-list", "records-write", "records-delete", "keys-read", "keys-keep", "announce"]
      environment = ["place", "announcing"]
      memory      = "512Mi"
      concurrency = 20
      instances   = 10
    }
    check-connectors = {
      methods     = ["POST"]
      access      = "schedule"
      roles       = ["records-read", "records-list", "records-write", "records-delete", "tasks-create", "act-as-queue", "announce"]
      environment = ["place", "announcing", "scheduling"]
      memory      = "512Mi"
      concurrency = 4
      instances   = 3
    }
    delete-connector = {
      methods     = ["DELETE", "POST"]
      access      = "public"
      roles       = ["records-read", "records-list", "records-write", "records-delete", "keys-keep", "page-token-key"]
      environment = ["place", "doorway"]
      memory      = "512Mi"
      concurrency = 40
      instances   = 10
    }
    list-connectors = {
      methods     = ["GET"]
      access      = "public"
      roles       = ["records-read", "records-list", "page-token-key"]
      environment = ["place", "doorway"]
      memory      = "512Mi"
      concurrency = 80
      instances   = 10
    }
    save-connector = {
      methods     = ["POST", "PUT"]
      access      = "public"
      roles       = ["records-read", "records-list", "records-write", "records-delete", "keys-keep", "page-token-key"]
      environment = ["place", "doorway"]
      memory      = "512Mi"
      concurrency = 40
      instances   = 10
    }
    settings-page = {
      methods     = ["GET", "HEAD"]
      access      = "public"
      roles       = []
      environment = ["page"]
      memory      = "256Mi"
      concurrency = 80
      instances   = 5
    }
    upload-key = {
      methods     = ["POST"]
      access      = "public"
      roles       = ["records-read", "records-list", "records-write", "keys-create", "keys-write", "page-token-key"]
      environment = ["place", "doorway"]
      memory      = "512Mi"
      concurrency = 20
      instances   = 10
    }
    validate-connection = {
      methods     = ["POST"]
      access      = "public"
      roles       = ["records-read", "records-list", "records-write", "keys-read", "page-token-key"]
      environment = ["place", "doorway"]
      memory      = "512Mi"
      concurrency = 20
      instances   = 20
    }
  }
}

module "function" {
  source   = "./modules/function"
  for_each = local.functions

  project         = local.project
  region          = var.region
  labels          = local.labels
  name            = each.key
  account         = local.function_accounts[each.key]
  callers         = local.callers[each.value.access]
  closed          = each.value.access != "public"
  internal        = each.value.access != "public" && var.machine_ingress == "internal"
  memory          = each.value.memory
  concurrency     = each.value.concurrency
  instances       = merge({ min = 0, max = each.value.instances }, try(var.instances[each.key], {}))
  environment     = merge(local.environment.every, [for group in each.value.environment : local.environment[group]]...)
  secrets         = contains(each.value.roles, "page-token-key") ? { PAGE_TOKEN_KEY = local.page_token_key } : {}
  bucket          = google_storage_bucket.source.name
  archive         = google_storage_bucket_object.archive[each.key].name
  build_account   = local.build_account_name
  repository      = local.repository_name
  kms_key         = local.kms_key
  vpc_egress      = var.vpc_egress
  grants          = concat(local.build_grants, local.grants_of[each.key], local.deployer_grants[each.key])
  indexes         = anytrue([for role in each.value.roles : local.roles[role].on == "database"]) ? local.indexed : []
  settle_seconds  = var.settle_seconds
  open_by_command = var.invoker_iam == "none"
}
