# Who is told of what, and from when on.

variable "alert_channels" {
  description = "Full names of notification channels that exist already, projects/…/notificationChannels/…: pagers and chats, whose secrets are none of Terraform's business."
  type        = list(string)
  default     = []
  nullable    = false

  validation {
    condition     = alltrue([for channel in var.alert_channels : can(regex("^projects/[^/]+/notificationChannels/[0-9]+$", channel))])
    error_message = "A channel is named in full, projects/…/notificationChannels/…: gcloud beta monitoring channels list --format='value(name)'."
  }
}

variable "alert_emails" {
  description = "E-mail addresses that are told of every alert."
  type        = list(string)
  default     = []
  nullable    = false

  validation {
    condition     = alltrue([for email in var.alert_emails : can(regex("^[^@\\s,]+@[^@\\s,]+\\.[^@\\s,]+$", email))])
    error_message = "alert_emails are e-mail addresses, one an entry."
  }
  validation {
    condition     = length(distinct(var.alert_emails)) == length(var.alert_emails)
    error_message = "alert_emails names an address twice."
  }
}

variable "alert_thresholds" {
  description = "From when on functions count as failing (share of answers that are 5xx) and as slow (what 95 of 100 answers take, in milliseconds)."
  type = object({
    error_percent         = optional(number, 5)
    latency_ms            = optional(number, 3000)
    validation_latency_ms = optional(number, 20000)
  })
  default  = {}
  nullable = false

  validation {
    condition     = try(var.alert_thresholds.error_percent > 0 && var.alert_thresholds.error_percent <= 100, false)
    error_message = "alert_thresholds.error_percent is more than 0 and at most 100."
  }
  validation {
    condition     = try(var.alert_thresholds.latency_ms >= 100 && var.alert_thresholds.validation_latency_ms >= 100 && var.alert_thresholds.latency_ms <= 60000 && var.alert_thresholds.validation_latency_ms <= 60000, false)
    error_message = "alert_thresholds in milliseconds are from 100 to 60,000, after which a function is cut off anyway."
  }
}
