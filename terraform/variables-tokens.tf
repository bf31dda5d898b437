# What else is to be known of the issuer's tokens.

variable "token_jwks_uri" {
  description = "Where the issuer's keys are, as its /.well-known/openid-configuration says (jwks_uri)."
  type        = string

  validation {
    condition     = can(regex(local.public_url, var.token_jwks_uri)) && !can(regex(local.own_machine, var.token_jwks_uri))
    error_message = "The address of the issuer's keys is a public URL that begins with https://."
  }
}

variable "token_role_claim" {
  description = "The claim with the caller's role in the workspace, viewer or editor."
  type        = string
  default     = "role"
  nullable    = false

  validation {
    condition     = can(regex("^[\\w.:/-]{1,200}$", var.token_role_claim))
    error_message = "A claim's name has letters, digits and . _ : / - and 200 characters at the most."
  }
}

variable "token_types" {
  description = "The types (typ) of access tokens."
  type        = list(string)
  default     = ["at+jwt"]
  nullable    = false

  validation {
    condition     = length(var.token_types) > 0 && length(var.token_types) <= 20 && alltrue([for type in var.token_types : can(regex("^[a-z0-9+.-]{1,50}$", type))])
    error_message = "List 1 to 20 types in lower case, such as at+jwt or jwt."
  }
}

variable "token_workspace_claim" {
  description = "The claim with the caller's workspace."
  type        = string
  default     = "workspace"
  nullable    = false

  validation {
    condition     = can(regex("^[\\w.:/-]{1,200}$", var.token_workspace_claim))
    error_message = "A claim's name has letters, digits and . _ : / - and 200 characters at the most."
  }
  validation {
    condition     = var.token_workspace_claim != var.token_role_claim
    error_message = "The workspace and the role are two claims: token_workspace_claim and token_role_claim are the same here."
  }
}

locals {
  public_url = "^https://[A-Za-z0-9]([A-Za-z0-9.-]*[A-Za-z0-9])?(:[1-9][0-9]{0,4})?([/?#][!-~]*)?$"
  # What the code takes from nobody: nothing that is deployed takes its word from a laptop.
  own_machine = "(?i)^https://(localhost|127\\.|\\[)"
}
