# How it runs: how much, how far, and how it is opened.

variable "allow_removal" {
  description = "Whether `terraform destroy` may remove the service. It has to be applied first; then the connectors are exported as docs/operating.md says."
  type        = bool
  default     = false
  nullable    = false
}

variable "checks_a_second" {
  description = "How many checks the queue begins in a second at the most. A fleet asks for (healthy + 4 × degraded or unknown + broken / 24) / 3,600 on average: 40 is enough for 100,000 of which 5 % are degraded and 2 % broken (31), and for 36,000 of which each is unknown, as all are when Google does not answer."
  type        = number
  default     = 40
  nullable    = false

  validation {
    condition     = var.checks_a_second >= 1 && var.checks_a_second <= 500
    error_message = "checks_a_second is 1 to 500, which is the most of Cloud Tasks."
  }
}

variable "checks_paused" {
  description = "Whether schedule and queue rest: no connector is checked, and nobody is told of what breaks, nor of the silence."
  type        = bool
  default     = false
  nullable    = false
}

variable "instances" {
  description = "Other bounds than functions.tf has on the number of instances, by function: { list-connectors = { min = 1, max = 20 } }. What runs at least costs by the hour."
  type        = map(object({ min = optional(number, 0), max = number }))
  default     = {}
  nullable    = false

  validation {
    condition     = length(setsubtract(keys(var.instances), keys(local.functions))) == 0
    error_message = "There is no function ${join(", ", setsubtract(keys(var.instances), keys(local.functions)))}: functions.tf lists them."
  }
  validation {
    condition = alltrue([
      for each in values(var.instances) :
      each.min >= 0 && each.max >= 1 && each.min <= each.max && floor(each.min) == each.min && floor(each.max) == each.max
    ])
    error_message = "Bounds on instances are whole numbers, min at least 0, max at least 1 and no less than min."
  }
  validation {
    condition     = alltrue([for each in values(var.instances) : each.max <= 100])
    error_message = "More than 100 instances of a function need a higher quota of Cloud Run: raise it first, and then this bound in variables-running.tf."
  }
}

variable "invoker_iam" {
  description = "How the public functions are opened: \"iam\" grants allUsers the right to call them; \"none\" does not, for organisations that forbid that (domain-restricted sharing), and each is opened by its command of the output open_commands, after each apply."
  type        = string
  default     = "iam"
  nullable    = false

  validation {
    condition     = contains(["iam", "none"], var.invoker_iam)
    error_message = "invoker_iam is \"iam\" or \"none\"."
  }
}

variable "limits" {
  description = "What one workspace may use."
  type = object({
    uploads_a_minute     = optional(number, 10)
    validations_a_minute = optional(number, 30)
    edits_a_minute       = optional(number, 60)
    browses_a_minute     = optional(number, 120)
    accounts_a_day       = optional(number, 50)
    pending_keys         = optional(number, 100)
    keys                 = optional(number, 3000)
    connectors           = optional(number, 1000)
  })
  default  = {}
  nullable = false

  validation {
    condition     = alltrue([for limit in values(var.limits) : try(limit >= 1 && limit <= 999999999 && floor(limit) == limit, false)])
    error_message = "A limit is a whole number from 1 to 999,999,999."
  }
}

variable "machine_ingress" {
  description = "From where check-connector and check-connectors are reached. \"all\": from everywhere, and IAM and the functions themselves turn away whoever is not the schedule or the queue. \"internal\": Google's network does so as well, and answers others 404; schedule and queue then call the functions' default addresses of Cloud Run (run.app), since they count as internal nowhere else, and those must not be disabled. Nobody has seen \"internal\" work yet: install with \"all\", and see by `npm run smoke` whether the schedule still gets through."
  type        = string
  default     = "all"
  nullable    = false

  validation {
    condition     = contains(["internal", "all"], var.machine_ingress)
    error_message = "machine_ingress is \"all\" or \"internal\"."
  }
}

variable "queue_name" {
  description = "Name of the queue of checks. A name stays taken for days after the queue was deleted: after a removal, install with another."
  type        = string
  default     = "connector-checks"
  nullable    = false

  validation {
    condition     = can(regex("^[A-Za-z0-9-]{1,100}$", var.queue_name))
    error_message = "The queue's name has 1 to 100 letters, digits and dashes."
  }
}

variable "settle_seconds" {
  description = "How long new grants are given to take effect before functions are built, in seconds."
  type        = number
  default     = 60
  nullable    = false

  validation {
    condition     = var.settle_seconds >= 0 && var.settle_seconds <= 600 && floor(var.settle_seconds) == var.settle_seconds
    error_message = "settle_seconds is a whole number from 0 to 600."
  }
}

variable "vpc_egress" {
  description = "The network through which the functions go out, e.g. for a fixed address or an egress firewall; null for the internet directly. With traffic = \"all\" the network needs a way to Google's APIs and to the issuer (Private Google Access, Cloud NAT). The subnetwork needs 4 free addresses for each instance that runs at once (2 each, and a release runs old and new side by side): a /24 lets 63 run, the bounds of functions.tf together, 88, want a /23, and Google takes nothing smaller than a /26. First connections of a new instance may take a minute: give the functions an instance at least (var.instances)."
  type        = object({ network = string, subnetwork = string, traffic = optional(string, "all") })
  default     = null

  validation {
    condition     = var.vpc_egress == null || contains(["all", "private"], try(var.vpc_egress.traffic, "all"))
    error_message = "vpc_egress.traffic is \"all\" or \"private\" (private address ranges alone)."
  }
  validation {
    condition     = var.vpc_egress == null || try(can(regex("^[!-~]+$", var.vpc_egress.network)) && can(regex("^[!-~]+$", var.vpc_egress.subnetwork)), false)
    error_message = "vpc_egress names a network and a subnetwork of it."
  }
  validation {
    condition     = var.vpc_egress == null || !can(regex("/regions/", try(var.vpc_egress.subnetwork, ""))) || strcontains(try(var.vpc_egress.subnetwork, ""), "/regions/${var.region}/")
    error_message = "The subnetwork of vpc_egress lies in another region than the functions (${var.region})."
  }
}
