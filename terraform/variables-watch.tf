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
